import { AgreementPage } from '../contracts/agreement.ts'
import { ApprovalPage } from '../contracts/approval.ts'
import { CyclePage } from '../contracts/cycle.ts'
import { DossierPage } from '../contracts/dossier.ts'
import { LabelPage } from '../contracts/label.ts'
import { NominationPage } from '../contracts/nomination.ts'
import { CyclePartners, ParticipationPage } from '../contracts/participation.ts'
import { PlanPage } from '../contracts/plan.ts'
import { CandidateView } from '../contracts/register/candidate.ts'
import { CentreView } from '../contracts/register/centre.ts'
import { CountryView } from '../contracts/register/country.ts'
import { PartnerView, Proposals } from '../contracts/register/partner.ts'
import { PersonView } from '../contracts/register/person.ts'
import { ProgrammeView } from '../contracts/register/programme.ts'
import { onDay, several, tableOf } from './table.ts'

/** The plans that are listed. */
export const planTable = tableOf(PlanPage.shape.items.element, {
  key: ({ key }) => key,
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  country: ({ partner }) => partner.country,
  firstYear: ({ firstYear }) => firstYear,
  version: ({ version }) => version,
  status: ({ status }) => status.words,
  nextOn: ({ next }) => onDay(next?.finalOn ?? null),
  daysLeft: ({ next }) => next?.daysLeft ?? null,
})

/** The approvals that are listed. */
export const approvalTable = tableOf(ApprovalPage.shape.items.element, {
  key: ({ key }) => key,
  plan: ({ plan }) => plan,
  partner: ({ partner }) => partner.name,
  centre: ({ centre }) => centre.name,
  version: ({ version }) => version,
  status: ({ status }) => status.words,
  finalOn: ({ finalOn }) => onDay(finalOn),
})

/** The labels that are listed. */
export const labelTable = tableOf(LabelPage.shape.items.element, {
  key: ({ key }) => key,
  name: ({ name }) => name,
  firstYear: ({ firstYear }) => firstYear,
  status: ({ status }) => status.words,
  from: ({ validity }) => onDay(validity?.from ?? null),
  until: ({ validity }) => onDay(validity?.until ?? null),
  nextOn: ({ next }) => onDay(next?.finalOn ?? null),
  daysLeft: ({ next }) => next?.daysLeft ?? null,
})

/** The agreements that are listed. */
export const agreementTable = tableOf(AgreementPage.shape.items.element, {
  key: ({ key }) => key,
  name: ({ title }) => title,
  kind: ({ kind }) => kind.words,
  partner: ({ partners }) => several(partners.map(({ name }) => name)),
  status: ({ status }) => status.words,
  from: ({ validity }) => onDay(validity.from),
  until: ({ lastDay }) => onDay(lastDay),
  nextOn: ({ next }) => onDay(next?.finalOn ?? null),
  daysLeft: ({ next }) => next?.daysLeft ?? null,
})

/** The admission cycles that are listed. */
export const cycleTable = tableOf(CyclePage.shape.items.element, {
  key: ({ key }) => key,
  name: ({ name }) => name,
  firstYear: ({ firstYear }) => firstYear,
  status: ({ status }) => status.words,
  nextOn: ({ next }) => next?.finalOn ?? null,
  daysLeft: ({ next }) => next?.daysLeft ?? null,
})

/** The invited partners that are listed, each with the name of the cycle. */
export const participationTable = tableOf(ParticipationPage.shape.items.element, {
  key: ({ key }) => key,
  name: ({ cycle }) => cycle.name,
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  country: ({ partner }) => partner.country,
  status: ({ status }) => status.words,
  finalOn: ({ finalOn }) => finalOn,
})

/** Every partner beside a cycle. */
export const cyclePartnerTable = tableOf(CyclePartners.shape.items.element, {
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  country: ({ partner }) => partner.country,
  notInvitable: ({ why }) => why?.words ?? null,
  status: ({ invited }) => invited?.status.words ?? null,
  invitedAt: ({ invited }) => invited?.at ?? null,
  reason: ({ invited }) => invited?.reason ?? null,
})

/** The nominations that stand; who the candidates are for whoever may see it. */
export const nominationTable = tableOf(NominationPage.shape.items.element, {
  cycle: ({ cycle }) => cycle.name,
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  country: ({ partner }) => partner.country,
  rank: ({ rank }) => rank,
  candidate: ({ candidate }) => candidate.id,
  name: ({ candidate }) => candidate.who?.name ?? null,
  birthOn: ({ candidate }) => candidate.who?.birthOn ?? null,
  email: ({ candidate }) => candidate.who?.email ?? null,
  language: ({ candidate }) => candidate.who?.language ?? null,
  nationality: ({ candidate }) => candidate.who?.nationality?.words ?? null,
  residence: ({ candidate }) => candidate.who?.residence?.words ?? null,
  level: ({ candidate }) => candidate.who?.level?.words ?? null,
  wishes: ({ wishes }) => several(wishes.map(({ name }) => name)),
  channel: ({ channel }) => channel.words,
  statement: ({ statement }) => statement,
  status: ({ state }) => state.words,
})

/** The dossiers that are listed, each with what is still missing. */
export const dossierTable = tableOf(DossierPage.shape.items.element, {
  key: ({ key }) => key,
  name: ({ cycle }) => cycle.name,
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  country: ({ partner }) => partner.country,
  wishes: ({ wishes }) => several(wishes.map(({ name }) => name)),
  status: ({ status }) => status.words,
  missing: ({ missing }) => several(missing.map(({ words }) => words)),
  finalOn: ({ closes }) => closes?.finalOn ?? null,
})

/** Partner institutions, each with the contact who is written to. */
export const partnerTable = tableOf(PartnerView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  country: ({ country }) => country.words,
  city: ({ city }) => city,
  zone: ({ zone }) => zone,
  relationship: ({ relationship }) => relationship.words,
  strategic: ({ strategic }) => onDay(strategic?.value ? strategic.on : null),
  complete: ({ complete }) => onDay(complete?.value ? complete.on : null),
  erasmusCode: ({ erasmusCode }) => erasmusCode,
  domains: ({ domains }) => several(domains),
  networks: ({ networks }) => several(networks),
  contact: ({ contacts }) => contacts[0]?.name ?? null,
  email: ({ contacts }) => contacts[0]?.email ?? null,
  language: ({ contacts }) => contacts[0]?.language ?? null,
})

/** What the rules propose to decide of partners. */
export const proposalTable = tableOf(Proposals.shape.items.element, {
  partner: ({ partner }) => partner.name,
  partnerId: ({ partner }) => partner.id,
  proposal: ({ words }) => words,
  reason: ({ ground }) => ground.words,
  from: ({ sinceOn }) => onDay(sinceOn),
})

/** People of the school. */
export const personTable = tableOf(PersonView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  language: ({ language }) => language,
  mandates: ({ mandates }) => several(mandates.filter(({ held }) => held).map(({ role }) => role.words)),
})

/** Research centres. */
export const centreTable = tableOf(CentreView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  closedOn: ({ closedOn }) => onDay(closedOn),
})

/** Countries. */
export const countryTable = tableOf(CountryView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  targeting: ({ targeting }) => several(targeting.map(({ words }) => words)),
  suspendedUntil: ({ watch }) => onDay(watch?.suspendedUntil ?? null),
})

/** Programmes. */
export const programmeTable = tableOf(ProgrammeView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind.words,
  semesters: ({ semesters }) => semesters,
  places: ({ places }) => places,
  nominationLimit: ({ nominationLimit }) => nominationLimit,
  closedOn: ({ closedOn }) => onDay(closedOn),
})

/** Candidates. */
export const candidateTable = tableOf(CandidateView, {
  id: ({ id }) => id,
  name: ({ name }) => name,
  birthOn: ({ birthOn }) => birthOn,
  email: ({ email }) => email,
  language: ({ language }) => language,
  nationality: ({ nationality }) => nationality?.words ?? null,
  residence: ({ residence }) => residence?.words ?? null,
  level: ({ level }) => level?.words ?? null,
})

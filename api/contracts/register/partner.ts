import { z } from 'zod'
import { languages } from '../../../domain/language.ts'
import { contactRoles } from '../../../domain/register/contact.ts'
import { holidayOrigins, targets } from '../../../domain/register/country.ts'
import { coverages } from '../../../domain/indicators/coverage.ts'
import { pillars } from '../../../domain/policy.ts'
import { decidedFacts, grounds } from '../../../domain/register/decided.ts'
import { relationships } from '../../../domain/register/partner.ts'
import type { NamedFault } from '../../../domain/input.ts'
import { repeated } from '../../../domain/repeated.ts'
import { FreeText, Id, Line, Name } from '../../../domain/text.ts'
import { NearDay, weekdays } from '../../../domain/time.ts'
import { coded, Day } from '../scalars.ts'
import { Basis, CountryCode, Domain, Email, orNull, Reason, SearchQuery, Zone } from './scalars.ts'

const Contact = z
  .object({
    id: z.string().meta({ description: 'The party under which their mail is kept.' }),
    role: coded(z.enum(contactRoles)),
    reachable: z.boolean(),
    confirmedOn: Day.nullable(),
    name: z.string().nullable(),
    email: z.string().nullable().meta({ description: 'Null for whoever may not see it, like name and language.' }),
    language: z.enum(languages).nullable(),
  })
  .meta({ id: 'Contact' })

const found = {
  value: z.boolean(),
  ground: coded(z.enum(grounds)),
  sinceOn: Day.nullable().meta({ description: 'Null where it never was otherwise.' }),
}

/** A change that is proposed by rule; `decide` follows it or does not (R12). */
export const ProposalView = z
  .object({ fact: z.enum(decidedFacts), words: z.string(), ...found })
  .meta({ id: 'PartnerProposal' })

/** Every open proposal. */
export const Proposals = z
  .object({
    items: z.array(
      ProposalView.extend({ partner: z.object({ id: z.string(), name: z.string() }), href: z.string() }).meta({
        id: 'PartnerProposalItem',
      }),
    ),
  })
  .meta({ id: 'PartnerProposals' })

const Coverage = z
  .object({
    pillar: coded(z.enum(pillars)),
    coverage: coded(z.enum(coverages)),
    evidencedOn: Day.nullable().meta({ description: 'The last evidence.' }),
    countsUntilOn: Day.nullable().meta({ description: 'The last day on which it counts: three academic years (R12).' }),
    dueOn: Day.nullable().meta({ description: 'The earliest date of what is still owed.' }),
  })
  .meta({ id: 'PartnerCoverage' })

const Decision = z
  .object({
    value: z.boolean(),
    on: Day,
    by: z.string(),
    reason: z.string().meta({ description: 'A reference; the history has the words.' }),
    finding: z.object(found).nullable().meta({ description: 'What the rule found then, followed or not.' }),
  })
  .meta({ id: 'PartnerDecision' })

const Merged = z.object({ id: z.string(), on: Day, href: z.string() })

/** A partner institution of the register. */
export const PartnerView = z
  .object({
    id: z.string(),
    seq: z.int().meta({
      description: 'The number of its last entry; 0 where an earlier version wrote none, before the first edit.',
    }),
    name: z.string().meta({ description: 'Today’s.' }),
    names: z.array(z.object({ name: z.string(), fromOn: Day.nullable() })),
    country: z.object({
      code: z.string(),
      words: z.string(),
      targeting: z.array(coded(z.enum([...targets, 'unlisted']))),
    }),
    city: z.string().nullable(),
    zone: z.string(),
    weekend: z.array(z.enum(weekdays)).meta({ description: 'The days off each week.' }),
    holidays: coded(z.enum(holidayOrigins)).meta({
      description: 'Who knows the public holidays that count (R4, S10).',
    }),
    domains: z.array(z.string()),
    erasmusCode: z.string().nullable(),
    pic: z.string().nullable(),
    schac: z.string().nullable(),
    networks: z.array(z.string()),
    relationship: coded(z.enum(relationships)),
    strategic: Decision.nullable().meta({ description: 'The decision that holds today (R12).' }),
    complete: Decision.nullable(),
    decisions: z.object({ strategic: z.array(Decision), complete: z.array(Decision) }),
    coverage: z.array(Coverage).nullable().meta({
      description: 'The four pillars, computed from plans and evidence; null for whoever may not see indicators.',
    }),
    proposals: z.array(ProposalView).nullable().meta({ description: 'What the rules propose to decide (R12).' }),
    successor: Merged.nullable().meta({ description: 'What it is part of, from that day on.' }),
    predecessors: z.array(Merged),
    contacts: z.array(Contact).meta({ description: 'The first who can be reached is written to (R10).' }),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Partner' })

export const PartnerQuery = SearchQuery.extend({
  country: CountryCode.optional(),
  relationship: z.enum(relationships).optional(),
  strategic: z.enum(['true', 'false']).optional(),
  complete: z.enum(['true', 'false']).optional(),
})

const ContactContent = z.strictObject({
  role: z.enum(contactRoles),
  email: Email,
  name: Name.optional(),
  language: z.enum(languages),
  confirmedOn: NearDay.optional(),
})

const Weekend = z
  .array(z.enum(weekdays))
  .min(1)
  .max(3)
  .refine((days) => repeated(days) === undefined, 'named_twice' satisfies NamedFault)

/** What a partner may have of each at most. */
export const Domains = z.array(Domain).max(20)
export const Networks = z.array(Line).max(30)

const described = {
  city: orNull(Line),
  zone: Zone.optional().meta({ description: 'Needed where the country has several.' }),
  weekend: orNull(Weekend).meta({ description: 'The days off each week, where they are not the country’s.' }),
  domains: Domains.optional(),
  erasmusCode: orNull(
    z
      .string()
      .trim()
      .regex(/^[A-Z]{1,3} {0,2}[A-Z-]{2,9}\d{2,3}$/),
  ),
  pic: orNull(z.string().regex(/^\d{9}$/)),
  schac: orNull(Domain),
  networks: Networks.optional(),
  relationship: z.enum(relationships).optional(),
}

export const PartnerCreate = z
  .strictObject({
    ...described,
    id: Id.optional().meta({ description: 'For ever; made of a web domain or the name where it is not given.' }),
    name: Name,
    country: CountryCode,
    withoutHolidays: z.literal(true).optional().meta({
      description: 'Nobody knows the public holidays of the country, and none are to count; the reason says why.',
    }),
    contacts: z.array(ContactContent).max(20).default([]),
    confirmDuplicate: z
      .literal(true)
      .optional()
      .meta({ description: 'It is another institution than the likely duplicates that were named.' }),
    reason: Reason.meta({ description: 'Needed for a country that the policy does not target today (S10).' }),
  })
  .meta({ id: 'PartnerCreate' })

export const PartnerPatch = z
  .strictObject({
    ...described,
    seq: Basis,
    rename: z.strictObject({ name: Name, fromOn: NearDay }).optional().meta({ description: 'The names before stay.' }),
    reason: Reason,
  })
  .meta({ id: 'PartnerPatch' })

/** What is decided of a partner (R12). */
export const PartnerDecide = z
  .strictObject({
    fact: z.enum(decidedFacts),
    value: z.boolean(),
    on: NearDay.optional().meta({ description: 'Since when; today where it is not given, never a day to come.' }),
    reason: FreeText,
  })
  .meta({ id: 'PartnerDecide' })

export const ContactAdd = ContactContent.extend({ reason: Reason }).meta({ id: 'ContactAdd' })
export const ContactEdit = ContactContent.partial()
  .extend({ contact: z.string().max(60), reachable: z.boolean().optional(), name: orNull(Name), reason: Reason })
  .meta({ id: 'ContactEdit' })
export const ContactRemove = z
  .strictObject({ contact: z.string().max(60), reason: Reason })
  .meta({ id: 'ContactRemove' })
export const ContactOrder = z.strictObject({ order: z.array(z.string().max(60)).max(50) }).meta({ id: 'ContactOrder' })

/** A partner becomes part of another on a day. */
export const PartnerMerge = z
  .strictObject({
    into: Id.meta({ description: 'Its successor.' }),
    on: NearDay.meta({ description: 'Since when, or from when on: a year ahead at most.' }),
    takeContacts: z.boolean().default(false).meta({ description: 'Whether the successor gets its contacts as well.' }),
    reason: FreeText,
  })
  .meta({ id: 'PartnerMerge' })

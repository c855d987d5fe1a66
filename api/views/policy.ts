import type { z } from 'zod'
import { populations, terms } from '../../domain/cycle/cycle.ts'
import { cycleDates } from '../../domain/cycle/dates.ts'
import { askEffects } from '../../domain/dossier/pieces.ts'
import type { Measure } from '../../domain/measures.ts'
import { readerKinds, type Policy } from '../../domain/policy.ts'
import { ladderKinds } from '../../domain/wait.ts'
import type { Words } from '../../locales/words.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import type { Holdings } from '../../store/counts.ts'
import type { PolicyView } from '../contracts/policy.ts'

type View = z.output<typeof PolicyView>
interface Shown {
  readonly school: SchoolPolicy
  readonly holdings: Holdings
  readonly words: Words
}

/** The rules of the day and the statements they come from, in the reader's language; numbers that were stated stand beside what is counted. */
export function policyView({ school, holdings, words }: Shown): View {
  const { policy, targeting, interviewMissions, channels, rankings, disagreements, criteria } = school
  const { language } = words
  return {
    version: policy.version,
    statements: statementsOf({ school, holdings, words }),
    claims: claimsOf({ school, holdings, words }),
    disagreements: disagreements.map((one) => ({ between: one.between, text: one[language] })),
    counts: holdings,
    axes: axesOf({ school, holdings, words }),
    criteria: criteria.map(({ id, partOf, name }) => ({ id, partOf: partOf ?? null, name: name[language] })),
    targeting: [...targeting],
    channels: channels.map((channel) => ({ ...channel, countries: channel.countries ?? null })),
    interviewMissions: [...interviewMissions],
    labels: labelsOf({ school, holdings, words }),
    rankings: rankings.map((ranking) => ({ ...ranking, population: ranking.population[language] })),
    ladders: laddersOf(policy),
    deadlines: deadlinesOf(policy),
    admissions: admissionsOf(policy, words),
    dossiers: dossiersOf(policy, words),
    sending: sendingOf(policy, words),
  }
}

const statementsOf = ({ school, words: { language } }: Shown): View['statements'] =>
  school.statements.map(({ id, since, source, implementedBy, ...text }) => ({
    id,
    text: text[language],
    since,
    source,
    carriedBy: implementedBy.map((carrier) => {
      if ('policy' in carrier) return { kind: 'policy', what: `${carrier.policy}: ${carrier.path}` }
      if ('register' in carrier) return { kind: 'register', what: carrier.register }
      if ('code' in carrier) return { kind: 'code', what: carrier.code }
      return { kind: 'narrative', what: carrier.narrative[language] }
    }),
  }))

const claimsOf = ({ school, holdings, words }: Shown): View['claims'] =>
  school.claims.map(({ measure, value, statedOn, statement }) => ({
    measure: { code: measure, words: words.measure(measure) },
    stated: value,
    statedOn,
    statement,
    counted: countedOf(measure, { school, holdings }),
  }))

/** What the product can count of what was claimed. */
function countedOf(measure: Measure, { school, holdings }: Pick<Shown, 'school' | 'holdings'>): number {
  const counts: Record<Measure, number> = {
    agreements: holdings.agreements,
    partnerships: holdings.partnerships,
    strategicPartners: holdings.strategic,
    completePartners: holdings.complete,
    mastersInEnglish: school.programmes.filter(({ kind, languages }) => kind === 'master' && languages.includes('en'))
      .length,
  }
  return counts[measure]
}

const axesOf = ({ school, words: { language } }: Shown): View['axes'] =>
  school.axes.map(({ id, source, targets, ...text }) => ({
    id,
    text: text[language],
    source,
    targets: targets.map(({ population, numerator, denominator, ...target }) => ({
      ...target,
      population: population[language],
      numerator: numerator[language],
      denominator: denominator?.[language] ?? null,
    })),
  }))

const labelsOf = ({ school, words: { language } }: Shown): View['labels'] =>
  school.labels.map(({ name, programmes, untilOn, validityYears, criteria, ...label }) => ({
    ...label,
    name: name[language],
    programmes: programmes ? [...programmes] : null,
    untilOn: untilOn ?? null,
    validityYears: validityYears ?? null,
    criteria: criteria.map((one) => ({ id: one.id, name: one.name[language] })),
  }))

const laddersOf = ({ ladders }: Policy): View['ladders'] =>
  ladderKinds.map((kind) => ({
    kind,
    rungs: (ladders[kind] ?? []).map(({ days, to, opens, every }) => ({
      days,
      to,
      opens: opens ?? false,
      every: every ?? null,
    })),
  }))

/** Every term of the policy, whichever it has. */
const deadlinesOf = ({
  version: _,
  ladders: __,
  sending: ___,
  admissions: ____,
  dossiers: _____,
  standingNominations: ______,
  ...deadlines
}: Policy): View['deadlines'] => ({
  ...deadlines,
  agreementRenewal: deadlines.agreementRenewal.map((step) => ({ ...step })),
})

/** The dates that a cycle of each kind begins with. */
const admissionsOf = ({ admissions: { engineer, master, exchange } }: Policy, words: Words): View['admissions'] =>
  [
    { population: 'engineer' as const, term: null, template: engineer },
    { population: 'master' as const, term: null, template: master },
    ...terms.map((term) => ({ population: 'exchange' as const, term, template: exchange[term] })),
  ].map(({ population, term, template }) => ({
    population,
    term,
    dates: cycleDates.flatMap((date) => {
      const set = template[date]
      return set ? [{ date: { code: date, words: words.cycle.dates[date] }, ...set }] : []
    }),
  }))

/** What dossiers need, why documents are asked for again, and how long is given. */
function dossiersOf({ dossiers }: Policy, { language, dossier }: Words): View['dossiers'] {
  const { pieces, required, reasons, askWorkingDays, ...terms } = dossiers
  return {
    ...terms,
    askWorkingDays: askEffects.map((effect) => ({
      effect: { code: effect, words: dossier.effects[effect] },
      workingDays: askWorkingDays[effect],
    })),
    pieces: Object.entries(pieces).map(([code, { name, from }]) => ({ code, words: name[language], from })),
    required: populations.map((population) => ({ population, pieces: [...required[population]] })),
    reasons: Object.entries(reasons).map(([code, name]) => ({ code, words: name[language] })),
  }
}

function sendingOf({ sending }: Policy, words: Words): View['sending'] {
  const { digestAt, digestUntil, cadence, urgentFrom, urgentUntil, urgentKinds } = sending
  return {
    digestAt,
    digestUntil,
    cadence: readerKinds.map((reader) => {
      const days = cadence[reader]
      return {
        reader: { code: reader, words: words.reader(reader) },
        days: days === 'everyWorkingDay' ? days : [...days],
      }
    }),
    urgentFrom,
    urgentUntil,
    urgentKinds: [...urgentKinds],
  }
}

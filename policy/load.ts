import type { Place, Policy } from '../domain/policy.ts'
import { crossDefects } from './checks.ts'
import { examine, textsOf, versionOf, type PolicyDefect } from './files.ts'
import type { Closures, CountryLine, OwnHolidays } from './schema-calendar.ts'
import type { Label, Programme, Ranking } from './schema-programmes.ts'
import type { Axis, Claim, Criterion, Disagreement, Statement } from './schema-statements.ts'
import {
  Files,
  SoundFiles,
  type Centre,
  type Channel,
  type Contact,
  type InterviewMissions,
  type Person,
  type Targeting,
} from './schema.ts'

/** A country of the policy: when people work there. */
export interface Country extends CountryLine {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
}

/** A partner institution to begin with; also the `Place` where it works. */
export interface Partner extends Place {
  readonly id: string
  readonly name: string
  /** Web domains, `'usth.edu.vn'`. */
  readonly domains: readonly string[]
  /** Whom to write to, the first first (R10). */
  readonly contacts: readonly Contact[]
}

/** Everything the files of `policy/` say. */
export interface SchoolPolicy {
  readonly policy: Policy
  /** Where the school is. */
  readonly place: Place
  /** The school's own closures (R2), by academic year, `'2026/2027'`. */
  readonly closures: Closures
  readonly countries: readonly Country[]
  /** S4 and S6 as dated statements; a country may stand in several, or in none (S10). */
  readonly targeting: readonly Targeting[]
  /** Our own holiday files, by country (R4). */
  readonly holidays: Readonly<Record<string, OwnHolidays>>
  readonly centres: readonly Centre[]
  /** Each is a `Member` of `domain/roster.ts` with an address and a language. */
  readonly people: readonly Person[]
  readonly partners: readonly Partner[]
  /** What students are taken for (S11, S12), to begin with. */
  readonly programmes: readonly Programme[]
  /** What the school holds or held (S14, S15), and where it was ranked (S16), as dated facts. */
  readonly labels: readonly Label[]
  readonly rankings: readonly Ranking[]
  /** S1 to S19, and what carries each. */
  readonly statements: readonly Statement[]
  /** Numbers as they were stated, and where the statements disagree; what is true is counted. */
  readonly claims: readonly Claim[]
  readonly disagreements: readonly Disagreement[]
  /** The seven axes of S3 with their targets. */
  readonly axes: readonly Axis[]
  /** What priority countries are scored by (S5), how candidates are found (S18), where interviews are held (S17). */
  readonly criteria: readonly Criterion[]
  readonly channels: readonly Channel[]
  readonly interviewMissions: readonly InterviewMissions[]
}

/** The policy cannot be used. `defects` holds everything that was found, the message one line for each. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused'
  readonly code = 'policy.refused'
  readonly defects: readonly PolicyDefect[]

  constructor(folder: string, defects: readonly PolicyDefect[]) {
    const lines = defects.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`)
    super([`the policy in ${folder} is refused`, ...lines].join('\n  '))
    this.defects = defects
  }
}

/**
 * Reads and checks every YAML file of a policy folder, this one unless another is given. Throws `PolicyRefused` with
 * every defect at once, each naming its file, path and reason. `loadPolicy().policy.version` → `'3f9c0a17d2be'`
 */
export function loadPolicy(folder: string = import.meta.dirname): SchoolPolicy {
  const texts = textsOf(folder)
  const { sound, defects } = examine(texts)
  const whole = defects.length === 0 ? Files.parse(sound) : undefined
  const found = [...defects, ...crossDefects(whole ?? SoundFiles.parse(sound))]
  if (!whole || found.length > 0)
    throw new PolicyRefused(
      folder,
      found.toSorted((a, b) => a.file.localeCompare(b.file, 'en')),
    )
  return schoolPolicyOf(whole, versionOf(texts))
}

function schoolPolicyOf(files: Files, version: string): SchoolPolicy {
  const { countries, ...choices } = files['countries.yaml']
  const { ladders } = files['reminders.yaml']
  return {
    policy: {
      version,
      ladders,
      ...files['deadlines.yaml'],
      admissions: files['admissions.yaml'].templates,
      standingNominations: files['admissions.yaml'].standingNominations,
      dossiers: files['dossiers.yaml'],
      sending: files['sending.yaml'],
    },
    place: files['school.yaml'],
    closures: files['closures.yaml'].years,
    countries: Object.entries(countries).map(([code, country]) => ({ code, ...country })),
    ...choices,
    holidays: files.holidays,
    centres: files['centres.yaml'].centres,
    people: files['people.yaml'].people,
    partners: files['partners.yaml'].partners.map((partner) => ({
      ...partner,
      // `crossDefects` refuses a partner of an unknown country, its shape a country without a zone.
      zone: partner.zone ?? countries[partner.country]?.timeZones[0] ?? '',
    })),
    programmes: programmesOf(files['programmes.yaml']),
    ...files['labels.yaml'],
    ...files['statements.yaml'],
    ...files['axes.yaml'],
  }
}

const programmesOf = ({ programmes, interviews }: Files['programmes.yaml']): readonly Programme[] =>
  programmes.map((programme) => ({ ...programme, interview: interviews[programme.kind] }))

import { parseArgs } from 'node:util'
import { errorCode } from '../config/error-code.ts'
import { firstYearOf } from '../domain/academic-year.ts'
import { behaviours, planBehaviours, type Behaviour } from '../domain/rehearsal/habits.ts'
import { dayOf, instantOf } from '../domain/time.ts'
import { loadPolicy, PolicyRefused, type SchoolPolicy } from '../policy/load.ts'
import { cyclePage } from './cycle-page.ts'
import { rehearsalPage } from './rehearsal-page.ts'
import { rehearseCycle } from './rehearsed-cycle.ts'
import { rehearsePlans } from './rehearsed-plans.ts'

// `npm run --silent rehearse -- plan` and `… -- cycle`: plans over five years, or a year of admissions, in memory, with the policy as it is; what
// it would mean for people.

const usage = [
  'usage: npm run --silent rehearse -- plan [--plans 10] [--behaviour onTime|late|silent|mixed] [--seed 1] [--first-year 2027] [--json]',
  '       npm run --silent rehearse -- cycle [--dossiers 1000] [--partners 100] [--behaviour onTime|late|incomplete|silent|mixed] [--seed 1] [--first-year 2028] [--json]',
].join('\n')
const mostPlans = 200
const mostPartners = 300
const mostDossiersEach = 100

/** Someone asked for what cannot be rehearsed: the message says what can. */
class Unusable extends Error {}

function whole(name: string, value: string, [least, most]: readonly [number, number]): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN
  if (number >= least && number <= most) return number
  throw new Unusable(`--${name} ${value}: a whole number from ${least} to ${most}`)
}

function behaviourOf(name: string, known: readonly Behaviour[]): Behaviour {
  const behaviour = known.find((one) => one === name)
  if (!behaviour) throw new Unusable(`--behaviour ${name}: ${known.join(', ')}`)
  return behaviour
}

const shared = {
  behaviour: { type: 'string', default: 'mixed' },
  seed: { type: 'string', default: '1' },
  'first-year': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const
const seedOf = (seed: string): number => whole('seed', seed, [0, 999_999_999])
const yearOf = (year: string | undefined, otherwise: number, least: number): number =>
  year === undefined ? otherwise : whole('first-year', year, [least, 2070])

/** Plans of one first academic year: the next one, unless another is asked for. */
async function plans(args: readonly string[]): Promise<string> {
  const options = { ...shared, plans: { type: 'string', default: '10' } } as const
  const { values } = parseArgs({ options, args: [...args] })
  const school = loadPolicy()
  const asked = {
    plans: whole('plans', values.plans, [1, mostPlans]),
    behaviour: behaviourOf(values.behaviour, planBehaviours),
    seed: seedOf(values.seed),
    firstYear: yearOf(values['first-year'], nextYear(school), 2027),
  }
  const rehearsed = await rehearsePlans(asked, school)
  return values.json ? JSON.stringify(rehearsed) : rehearsalPage(rehearsed)
}

/** A year of admissions: the next one that is still to be prepared, unless another is asked for. */
async function cycle(args: readonly string[]): Promise<string> {
  const options = {
    ...shared,
    dossiers: { type: 'string', default: '1000' },
    partners: { type: 'string', default: '100' },
  } as const
  const { values } = parseArgs({ options, args: [...args] })
  const partners = whole('partners', values.partners, [1, mostPartners])
  const school = loadPolicy()
  const asked = {
    dossiers: whole('dossiers', values.dossiers, [1, mostDossiersEach * partners]),
    partners,
    behaviour: behaviourOf(values.behaviour, behaviours),
    seed: seedOf(values.seed),
    firstYear: yearOf(values['first-year'], nextYear(school) + 1, 2028),
  }
  const rehearsed = await rehearseCycle(asked, school)
  return values.json ? JSON.stringify(rehearsed) : cyclePage(rehearsed)
}

/** The first year of the plans that are written now. */
const nextYear = ({ place }: Pick<SchoolPolicy, 'place'>): number =>
  firstYearOf(dayOf(instantOf(Date.now()), { zone: place.zone })) + 1

const subjects: ReadonlyMap<string | undefined, (args: readonly string[]) => Promise<string>> = new Map([
  ['plan', plans],
  ['cycle', cycle],
])

/** Whether an option was misspelt or lacks its value. */
const isMisuse = (error: unknown): error is TypeError =>
  error instanceof TypeError && errorCode(error).startsWith('ERR_PARSE_ARGS')

try {
  const [subject, ...args] = process.argv.slice(2)
  const rehearsed = subjects.get(subject)
  if (!rehearsed) throw new Unusable(usage)
  console.log(await rehearsed(args))
} catch (error) {
  if (isMisuse(error)) console.error(`${error.message}\n${usage}`)
  else if (error instanceof Unusable || error instanceof PolicyRefused) console.error(error.message)
  else throw error
  process.exitCode = 2
}

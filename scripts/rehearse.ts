import { parseArgs } from 'node:util'
import { errorCode } from '../config/error-code.ts'
import { firstYearOf } from '../domain/academic-year.ts'
import { behaviours, type Behaviour } from '../domain/rehearsal/habits.ts'
import { dayOf, instantOf } from '../domain/time.ts'
import { loadPolicy, PolicyRefused } from '../policy/load.ts'
import { rehearsalPage } from './rehearsal-page.ts'
import { rehearsePlans, type Asked } from './rehearsed-plans.ts'

// `npm run --silent rehearse -- plan`: plans over five years, in memory, with the policy as it is; what it would mean for people.

const usage =
  'usage: npm run --silent rehearse -- plan [--plans 10] [--behaviour onTime|late|silent|mixed] [--seed 1] [--first-year 2027] [--json]'
const mostPlans = 200

/** Someone asked for what cannot be rehearsed: the message says what can. */
class Unusable extends Error {}

const isBehaviour = (name: string): name is Behaviour => behaviours.some((known) => known === name)

function whole(name: string, value: string, [least, most]: readonly [number, number]): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN
  if (number >= least && number <= most) return number
  throw new Unusable(`--${name} ${value}: a whole number from ${least} to ${most}`)
}

function asked(): Asked & { readonly json: boolean } {
  const options = {
    plans: { type: 'string', default: '10' },
    behaviour: { type: 'string', default: 'mixed' },
    seed: { type: 'string', default: '1' },
    'first-year': { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const { plans, behaviour, seed, json, 'first-year': year } = values
  if (positionals.length !== 1 || positionals[0] !== 'plan') throw new Unusable(usage)
  if (!isBehaviour(behaviour)) throw new Unusable(`--behaviour ${behaviour}: ${behaviours.join(', ')}`)
  return {
    plans: whole('plans', plans, [1, mostPlans]),
    behaviour,
    seed: whole('seed', seed, [0, 999_999_999]),
    firstYear: year === undefined ? nextYear() : whole('first-year', year, [2027, 2070]),
    json,
  }
}
/** The first year of the plans that are written now. */
const nextYear = (): number => firstYearOf(dayOf(instantOf(Date.now()), { zone: loadPolicy().place.zone })) + 1

/** Whether an option was misspelt or lacks its value. */
const isMisuse = (error: unknown): error is TypeError =>
  error instanceof TypeError && errorCode(error).startsWith('ERR_PARSE_ARGS')

try {
  const { json, ...plans } = asked()
  const rehearsed = await rehearsePlans(plans)
  console.log(json ? JSON.stringify(rehearsed) : rehearsalPage(rehearsed))
} catch (error) {
  if (isMisuse(error)) console.error(`${error.message}\n${usage}`)
  else if (error instanceof Unusable || error instanceof PolicyRefused) console.error(error.message)
  else throw error
  process.exitCode = 2
}

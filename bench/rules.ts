import { partnershipPlan } from '../domain/plan/process.ts'
import { civil } from '../domain/time.ts'
import { Reader } from '../test/domain/correspondence/reader.ts'
import { contentOf, usth } from '../test/domain/plan-script.ts'
import { rules } from '../test/domain/school.ts'
import { approved, entriesOf, until } from '../test/domain/stage.ts'
import type { Figure } from './figures.ts'
import { millisecondsOf } from './rounds.ts'

const rounds = 3
const milestones = 200
const notices = 2000
const questions = 1_000_000

/** What the rules cost by themselves, without a server: 200 late milestones over five years, the same folded again, 2000 notices in one mail, a million days. */
export async function measure(): Promise<readonly Figure[]> {
  const [lived, folded, mailed, answered]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let round = 0; round < rounds; round++) {
    const stage = await approved({}, contentOf(milestones))
    lived.push((await millisecondsOf(() => until(stage, '2033-01-01T00:00:00Z'))) / 1000)
    const entries = entriesOf(stage, usth)
    folded.push(await millisecondsOf(async () => partnershipPlan.fold(usth, entries)))
    mailed.push((await millisecondsOf(async () => oneMail())) / 1000)
    answered.push(await millisecondsOf(async () => askCalendar()))
  }
  return [
    { metric: 'long-life', unit: 's', ours: lived, goals: [{ of: 'ours', atMost: 10 }] },
    { metric: 'fold', unit: 'ms', ours: folded, goals: [{ of: 'ours', atMost: 1000 }] },
    { metric: 'one-mail', unit: 's', ours: mailed, goals: [{ of: 'ours', atMost: 5 }] },
    { metric: 'calendar', unit: 'ms', ours: answered, goals: [{ of: 'ours', atMost: 250 }] },
  ]
}

function oneMail(): void {
  const reader = new Reader()
  for (let n = 0; n < notices; n++) reader.receive('2027-05-18T07:00:00Z', `k${n}`)
  reader.wake()
}

function askCalendar(): void {
  const day = civil('2027-04-26')
  for (let n = 0; n < questions; n++) rules.calendar.isWorkingDay(day)
}

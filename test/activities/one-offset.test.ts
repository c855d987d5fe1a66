import { expect } from 'chai'
import { reconciler } from '../../activities/reconcile.ts'
import { steps } from '../../activities/steps.ts'
import type { Rules } from '../../domain/policy.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { rulesOf } from '../../policy/calendar.ts'
import { loadPolicy, type SchoolPolicy } from '../../policy/load.ts'
import { inTransaction } from '../../store/commit.ts'
import { readLedger } from '../../store/ledger.ts'
import { draftBody, openDesk, submitPlan, type Desk } from '../api/desk.ts'
import { asked } from '../domain/plan-script.ts'
import { person, school } from '../domain/school.ts'
import { asking, entriesOf, mailsTo, until } from '../domain/stage.ts'
import { swap, withPolicy } from '../policy/folder.ts'
import { emptyShelf } from '../shelf.ts'

const head = `correspondence/${person('centre-head.cmp')}` as const
// Asked on Monday 26 April 2027, due on Wednesday 19 May; the first reminder of two is the one that moves.
const changed = withPolicy(
  { 'reminders.yaml': swap('{ days: -7, to: addressee }', '{ days: -9, to: addressee }') },
  (folder) => loadPolicy(folder),
)

interface Reminder {
  readonly days: number
  readonly at: string
}

/** When a rehearsal climbs the first rung of a centre's approval, by these rules. */
async function rehearsed(rules: Rules): Promise<Reminder> {
  const stage = await asking(rules)
  await until(stage, '2027-05-19T21:00:00Z')
  const [first] = entriesOf(stage, head).filter(({ data }) => 'days' in data)
  const { days } = { days: 0, ...first?.data }
  return { days, at: first?.at ?? '' }
}

/** When a preview of `submit` over HTTP says so. */
async function previewed(of: SchoolPolicy): Promise<Reminder> {
  const desk = await openDesk({ school: of, rules: rulesOf(of) })
  try {
    const pilot = await desk.as('pilot')
    await pilot.post('/plans', draftBody())
    const { body } = await pilot.post('/plans/usth-2027/submit?preview=true')
    const dates: readonly { process: string; days: number | null; before: string | null; after: string | null }[] =
      body.dates
    const [first] = dates
      .filter(({ process, days }) => process === asked('cmp') && days !== null)
      .toSorted((a, b) => String(a.after).localeCompare(String(b.after)))
    return { days: first?.days ?? 0, at: first?.after ?? '' }
  } finally {
    await desk.close()
  }
}

describe('one changed offset of one ladder', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    await submitPlan(desk)
  })
  afterEach(() => desk?.close())

  const reconcile = async (rules: Rules): Promise<string[]> => {
    const rung: string[] = []
    const now = (): Instant => instant('2027-04-26T08:00:30Z')
    await reconciler({
      store: desk.store,
      rules,
      shelf: emptyShelf(),
      now,
      look: async (id) => void rung.push(id),
    }).reconcile()
    return rung.toSorted()
  }
  const storedWake = async (): Promise<string> =>
    (await desk.store.files.findOne({ _id: asked('cmp') }).lean())?.wakeAt ?? ''
  const step = (now: string): Promise<unknown> =>
    steps({
      store: desk.store,
      rules: rulesOf(changed),
      transact: inTransaction(desk.store),
      reached: () => undefined,
    }).takeStep({ id: asked('cmp'), now: Date.parse(now) + 1000 })
  /** What the head of the centre was told as a reminder: how many days before, and when the mail goes. */
  const reminded = async (): Promise<{ days: number; sendAt: unknown }[]> => {
    await desk.settle()
    return (await readLedger(desk.store, head))
      .filter(({ type, data }) => type === 'received' && 'days' in data)
      .map(({ data }) => ({ days: { days: 0, ...data }.days, sendAt: { sendAt: '', ...data }.sendAt }))
  }

  it('moves the rehearsal, the preview and the stored due list alike', async () => {
    const shipped = { days: -7, at: '2027-05-11T22:00:00.000Z' }
    const moved = { days: -9, at: '2027-05-09T22:00:00.000Z' }
    expect([await rehearsed(rulesOf(school)), await previewed(school), await storedWake()]).to.deep.equal([
      shipped,
      shipped,
      shipped.at,
    ])

    expect(await reconcile(rulesOf(changed))).to.deep.equal([asked('cis'), asked('cmp')])
    expect([await rehearsed(rulesOf(changed)), await previewed(changed), await storedWake()]).to.deep.equal([
      moved,
      moved,
      moved.at,
    ])
  })

  it('is what people are really told: two days earlier, once, and not again on the old day', async () => {
    await reconcile(rulesOf(changed))
    await step('2027-05-09T21:59:58Z')
    expect(await reminded()).to.deep.equal([])
    await step('2027-05-09T22:00:00Z')
    expect(await reminded()).to.deep.equal([{ days: -9, sendAt: '2027-05-10T06:30:00.000Z' }])
    await step('2027-05-11T22:00:00Z')
    expect(await reminded()).to.have.length(1)
    expect(await storedWake()).to.equal('2027-05-16T22:00:00.000Z')
  })

  it('moves the mail too, to the working morning of its new day', async () => {
    const mails = async (rules: Rules): Promise<string[]> => {
      const stage = await asking(rules)
      await until(stage, '2027-05-16T00:00:00Z')
      return mailsTo(stage, 'centre-head.cmp')
    }
    expect(await mails(rulesOf(school))).to.deep.equal(['2027-04-27 06:30 approval', '2027-05-12 06:30 approval'])
    expect(await mails(rulesOf(changed))).to.deep.equal(['2027-04-27 06:30 approval', '2027-05-10 06:30 approval'])
  })
})

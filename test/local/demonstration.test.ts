import { expect } from 'chai'
import { instant, type Instant } from '../../domain/time.ts'
import { demonstrated } from '../../local/demonstration/acts.ts'
import type { Cast } from '../../local/demonstration/told.ts'
import { Past } from '../../local/demonstration/past.ts'
import { connect, type Store } from '../../store/connect.ts'
import { seedRegister } from '../../store/register/seed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { person, rules, school } from '../domain/school.ts'
import { freshDatabase } from '../stack.ts'

const cast: Cast = {
  pilot: person('pilot'),
  direction: person('direction'),
  quality: person('quality'),
  officer: person('officer'),
  legal: person('legal'),
  head: (centre) => person(`centre-head.${centre}`),
}

describe('the demonstration', function () {
  this.timeout(120_000)
  const opened: Store[] = []
  after(async () => {
    for (const store of opened) {
      await store.connection.dropDatabase()
      await store.close()
    }
  })
  const known = new Map<Instant, Promise<Store>>()
  /** A database in which the past of that moment was lived; made once. */
  function lived(now: Instant): Promise<Store> {
    const store = known.get(now) ?? live(now)
    known.set(now, store)
    return store
  }
  async function live(now: Instant): Promise<Store> {
    const store = await connect(freshDatabase())
    opened.push(store)
    await seedRegister(store, school, { at: now })
    const past = new Past({ store, rules, secret: 'f'.repeat(64) })
    await past.live(
      demonstrated(now, { labels: school.labels, policy: rules.policy, calendar: rules.calendar, cast }),
      now,
    )
    return store
  }
  const reminders = async (store: Store, stream: string): Promise<number[]> =>
    (await store.ledger.find({ stream, type: 'reminded' }).lean()).map(({ data }) =>
      'key' in data ? Number(String(data.key).split('/').at(-1)) : NaN,
    )

  it('shows one institution of each priority country (S4, S6), and ten strategic partners with plans at different stages', async () => {
    const store = await lived(instant('2026-11-26T09:12:00Z'))
    const targeted = school.targeting.filter(({ zone }) => zone !== 'westAfrica').flatMap(({ countries }) => countries)
    const countries = (await store.partners.find().lean()).map(({ country }) => country)
    expect(countries).to.include.members([...targeted, 'SN'])
    expect(countries.toSorted()).to.deep.equal([...new Set(countries)].toSorted())
    const plans = await store.files.find({ type: 'partnershipPlan' }).lean()
    expect(plans.map(({ status }) => status).toSorted()).to.deep.equal([
      'closed',
      'draft',
      'inApproval',
      'inApproval',
      'returned',
      'running',
      'running',
      'running',
      'running',
      'running',
    ])
    // Who keeps their dates is never told that they are late; who does not is, up to the partnership lead.
    expect((await reminders(store, 'partnershipPlan/usp-2024')).filter((days) => days > 0)).to.deep.equal([])
    expect(await reminders(store, 'partnershipPlan/polito-2022')).to.include.members([1, 14])
  })

  it('shows the labels of the policy: the one that is over as lapsed, the one whose end nobody stated as owed (S14, S15)', async () => {
    const store = await lived(instant('2026-11-26T09:12:00Z'))
    const labels = await store.files.find({ type: 'labelFile' }).sort({ _id: 1 }).lean()
    expect(labels.map(({ _id, status }) => [_id, status])).to.deep.equal([
      ['labelFile/bienvenue-en-france-2019', 'unknown'],
      ['labelFile/cequint-2018', 'lapsed'],
    ])
  })

  it('shows agreements in force, one whose renewal is to be decided, one that is over, and two on their way (S7, S13)', async () => {
    const store = await lived(instant('2026-11-26T09:12:00Z'))
    const agreements = await store.files.find({ type: 'agreement' }).sort({ _id: 1 }).lean()
    expect(agreements.map(({ _id, status }) => [_id, status])).to.deep.equal([
      ['agreement/00001', 'inForce'],
      ['agreement/00002', 'renewalOpen'],
      ['agreement/00003', 'inForce'],
      ['agreement/00004', 'inForce'],
      ['agreement/00005', 'expired'],
      ['agreement/00006', 'sent'],
      ['agreement/00007', 'centreOpinion'],
    ])
    // What was written down lately has come to the step before the end that it had by then: until 31 August 2027, 12 months.
    const asked = await store.ledger.find({ stream: 'agreement/00002', type: 'renewalAsked' }).lean()
    expect(asked.map(({ data }) => 'months' in data && data.months)).to.deep.equal([12])
  })

  it('shows the next cycle of engineers, which waits for its opening, and that of masters with its partners (S17)', async () => {
    const store = await lived(instant('2026-11-26T09:12:00Z'))
    const files = await store.files.find().sort({ _id: 1 }).lean()
    const cycles = files.filter(({ type }) => type === 'admissionCycle' || type === 'participation')
    expect(cycles.map(({ _id, status }) => [_id, status])).to.deep.equal([
      ['admissionCycle/2027-engineer', 'prepared'],
      ['admissionCycle/2027-master', 'open'],
      ['participation/2027-master.itba', 'noneThisYear'],
      ['participation/2027-master.usj', 'opened'],
      ['participation/2027-master.usth', 'invited'],
    ])
  })

  // A day like any other, the day a plan ends, a leap day, a night on which clocks change: it begins whenever somebody starts it.
  for (const moment of ['2026-11-26T09:12:00Z', '2027-08-31T22:30:00Z', '2028-02-29T12:00:00Z', '2027-03-28T01:30:00Z'])
    it(`is a ledger like any other at ${moment}: nothing of it is overdue, sent, or in the future`, async () => {
      const now = instant(moment)
      const store = await lived(now)
      expect((await verifyLedger(store)).faults).to.deep.equal([])
      expect(await store.ledger.countDocuments({})).to.be.above(500)
      expect(await store.files.collection.countDocuments({ ended: false, wakeAt: { $lt: now } })).to.equal(0)
      expect(await store.ledger.collection.countDocuments({ at: { $gt: now } })).to.equal(0)
      const ended = await store.ledger.find({ type: 'digestEnded' }).lean()
      expect(new Set(ended.map(({ data }) => 'outcome' in data && data.outcome))).to.deep.equal(new Set(['withheld']))
      expect(await store.ledger.countDocuments({ type: 'digested' })).to.equal(ended.length)
      expect(await store.inbox.countDocuments({ taken: false })).to.equal(0)
      expect(await store.inbox.countDocuments({ rung: false })).to.equal(0)
      expect(await store.troubles.countDocuments({})).to.equal(0)
    })
})

import { expect } from 'chai'
import { steps } from '../../activities/steps.ts'
import { inTransaction, type Transact } from '../../store/commit.ts'
import { findRow, putRow } from '../../store/inbox.ts'
import { openDesk, type Desk } from '../api/desk.ts'
import { acting, rules } from '../domain/school.ts'
import { instant } from '../../domain/time.ts'

const at = instant('2027-10-04T08:00:00Z')
const streams = ['usth', 'usj'].map((partner) => `participation/2028-engineer.${partner}`)

describe('a candidate whom two partners nominate at the same moment', () => {
  let desk: Desk
  let candidate: string
  before(async () => {
    desk = await openDesk()
    desk.at('2027-09-13T09:00:00Z')
    await (await desk.as('officer')).post('/cycles', { firstYear: 2028, population: 'engineer' })
    desk.at('2027-10-01T08:00:00Z')
    const officer = await desk.as('officer')
    await officer.post('/cycles/2028-engineer/open')
    await officer.post('/cycles/2028-engineer/invite', {
      partners: ['usth', 'usj'].map((partner) => ({ partner, reason: 'They asked.' })),
    })
    await desk.settle()
    const someone = { name: 'An Tran', birthOn: '2006-03-14', email: 'an@student.example' }
    const told = { language: 'en', nationality: 'VN', residence: 'VN', level: 'master' }
    candidate = (await officer.post('/candidates', { ...someone, ...told })).body.id
  })
  after(() => desk?.close())

  it('counts once in the cycle: the other is refused as if it had come later (S18)', async () => {
    for (const stream of streams)
      await putRow(desk.store, {
        id: stream,
        stream,
        actor: acting('officer', at),
        command: 'nominate',
        input: { candidate, wishes: ['icm'], channel: 'jointCampaign' },
        receivedAt: at,
      })
    // Both have read that nobody nominated them before either of them writes.
    let decided = 0
    let letGo = (): void => undefined
    const bothDecided = new Promise<void>((resolve) => (letGo = resolve))
    const transact: Transact = async (run) => {
      if (++decided === streams.length) letGo()
      await bothDecided
      return inTransaction(desk.store)(run)
    }
    const { takeStep } = steps({ store: desk.store, rules, transact, reached: () => undefined })
    const step = (id: string) => takeStep({ id, now: Date.parse(at), rowId: id })
    const taken = await Promise.allSettled(streams.map(step))
    expect(taken.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    // What failed is taken again, as the shell does.
    for (const id of streams) await step(id)
    const answers = await Promise.all(streams.map(async (id) => (await findRow(desk.store, id))?.answer))
    const codes = answers.map((answer) => (answer?.outcome === 'refused' ? answer.code : answer?.outcome))
    expect(codes.sort()).to.deep.equal(['done', 'participation.candidate-elsewhere'])
  })

  it('may be nominated by the other one once the first nomination is cancelled', async () => {
    const [one, other] =
      (await findRow(desk.store, streams[0]!))?.answer?.outcome === 'done' ? ['usth', 'usj'] : ['usj', 'usth']
    const nominate = { candidate, wishes: ['icm'], channel: 'jointCampaign' }
    desk.at('2027-10-05T08:00:00Z')
    const officer = await desk.as('officer')
    expect((await officer.post(`/participations/2028-engineer.${other}/nominate`, nominate)).status).to.equal(409)
    await officer.post(`/participations/2028-engineer.${one}/cancelNomination`, { nomination: 'n1', reason: 'No.' })
    expect((await officer.post(`/participations/2028-engineer.${other}/nominate`, nominate)).status).to.equal(200)
  })
})

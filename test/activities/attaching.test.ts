import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { steps } from '../../activities/steps.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { civil, instant, plusMs } from '../../domain/time.ts'
import { inTransaction } from '../../store/commit.ts'
import { putRow } from '../../store/inbox.ts'
import { loadAgreement } from '../../store/typed.ts'
import { content } from '../domain/agreement/agreement-script.ts'
import { act, person, rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const at = instant('2027-04-26T08:00:00Z')
const scan = 'a1'.repeat(16)
const one = 'agreement/00001'
const other = 'agreement/00002'
const signed = { signedOn: civil('2026-06-01'), validity: { from: civil('2026-09-01'), until: civil('2029-08-31') } }
const draft: CommandTo<'agreement'> = {
  type: 'draftAgreement',
  input: { ...content({ places: [] }), ...signed },
}
const attach: CommandTo<'agreement'> = { type: 'attachScan', input: { version: 1, document: scan } }

describe('a step that attaches a document', () => {
  let kept: KeptPlan
  let rows = 0
  beforeEach(async () => {
    kept = await keepPlan()
    const by = `person:${person('officer')}`
    const upload = { type: 'pdf', bytes: 9, sha256: '9f'.repeat(32), name: 'text:0', by, at: new Date(at) } as const
    await kept.store.documents.create({ _id: scan, ...upload })
    for (const id of [one, other] as const) await given(id, draft)
    for (const id of [one, other]) await step(id)
  })
  afterEach(() => kept.store.close())

  const step = (id: string, transact = inTransaction(kept.store)) =>
    steps({ store: kept.store, rules, transact, reached: () => undefined }).takeStep({ id, now: Date.parse(at) + rows })
  const given = async (to: `agreement/${string}`, command: CommandTo<'agreement'>): Promise<string> => {
    const { actor, type, input } = act(at, 'officer', to, command)
    const { id } = await putRow(kept.store, {
      id: randomUUID(),
      stream: to,
      actor,
      command: type,
      input,
      receivedAt: plusMs(at, rows++),
    })
    return id
  }
  const answerTo = async (row: string) => (await kept.store.inbox.findById(row).lean())?.answer
  const attachedTo = async () => (await kept.store.documents.findById(scan).lean())?.attachedTo
  const scansOf = async (id: string) =>
    (await loadAgreement(kept.store, id))?.state.scans?.map(({ document }) => document)

  it('makes it part of that file, and no other command can have it, in that step or later', async () => {
    const rows = [await given(one, attach), await given(one, attach), await given(other, attach)]
    await step(one)
    await step(other)
    expect(await attachedTo()).to.equal(one)
    expect([await scansOf(one), await scansOf(other)]).to.deep.equal([[scan], undefined])
    const answers = await Promise.all(rows.map(answerTo))
    expect(answers.map((answer) => answer && ('code' in answer ? answer.code : answer.outcome))).to.deep.equal([
      'done',
      'document.unknown',
      'document.unknown',
    ])
  })

  it('does so in the transaction of the step: where another file was faster it stores nothing, and is refused the next time', async () => {
    const row = await given(one, attach)
    const failed = await step(one, async (run) => {
      await kept.store.documents.updateOne({ _id: scan }, { $set: { attachedTo: other } })
      await inTransaction(kept.store)(run)
    }).catch((error: unknown) => error)
    expect(failed).to.be.an('error')
    expect([await scansOf(one), await answerTo(row)]).to.deep.equal([undefined, undefined])
    await step(one)
    expect([await scansOf(one), await answerTo(row)]).to.deep.equal([
      undefined,
      { outcome: 'refused', code: 'document.unknown', fields: { document: scan } },
    ])
  })

  it('that is broken off leaves it loose', async () => {
    await given(one, attach)
    await step(one, (run) =>
      inTransaction(kept.store)(async (session) => {
        await run(session)
        throw new Error('cut')
      }),
    ).catch(() => undefined)
    expect([await scansOf(one), await attachedTo()]).to.deep.equal([undefined, undefined])
  })
})

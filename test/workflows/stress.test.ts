import { expect } from 'chai'
import { rules } from '../domain/school.ts'
import { faultsOf, type Found } from '../stress/judge.ts'
import { stress } from '../stress/stress.ts'

describe('dossiers that come around the deadline, while processes are killed and the deadline moves (ADR 66)', function () {
  this.timeout(300_000)
  let found: readonly Found[] = []

  it('are each judged once, by the database’s clock and one version of the date, and none that was acknowledged is lost', async () => {
    const stressed = await stress({ seed: 1, submissions: 24, lastSecond: 6, late: 4, windowMs: 10_000, kills: 1 })
    found = stressed.found
    expect(stressed.faults).to.deep.equal([])
    expect(found).to.have.length(28)
    expect(stressed.refusedAsLate, 'some came too late').to.be.above(0)
    expect(stressed.lastSecondOf.drawn, 'drawn for the last second').to.be.within(6, 7)
  })

  it('would be found to be lost, doubled, or judged otherwise', () => {
    const one = found.find(({ rows, clicks }) => rows.length > 0 && clicks.some(({ receipt }) => receipt !== undefined))
    if (!one) throw new Error('nothing was received')
    const [row] = one.rows
    if (!row?.answer) throw new Error('nothing was answered')
    const other = { ...row, answer: { ...row.answer, judged: undefined } }
    const planted: Readonly<Record<string, Found>> = {
      lost: { ...one, rows: [], ledger: one.ledger.filter(({ type }) => type !== 'sent') },
      unanswered: { ...one, rows: [{ ...row, answer: undefined }] },
      'without a date': { ...one, rows: [other] },
      'by another clock': {
        ...one,
        receipts: Object.fromEntries(
          Object.entries(one.receipts).map(([id, receipt]) => [
            id,
            { ...receipt, receivedAt: '2000-01-01T00:00:00.000Z' },
          ]),
        ),
      },
      doubled: {
        ...one,
        ledger: [
          ...one.ledger,
          ...one.ledger.slice(-1).flatMap((last) => [last, last].map((entry) => ({ ...entry, type: 'sent' }))),
        ],
      },
    }
    expect(faultsOf(one, rules.calendar)).to.deep.equal([])
    for (const [what, changed] of Object.entries(planted))
      expect(faultsOf(changed, rules.calendar).length, what).to.be.above(0)
  })
})

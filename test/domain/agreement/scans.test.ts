import { expect } from 'chai'
import { agreement } from '../../../domain/agreement/process.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { person, world } from '../school.ts'
import { entriesOf } from '../stage.ts'
import {
  acts,
  agreementOf,
  draft,
  drafted,
  first,
  known,
  refusedOn,
  type AgreementCommand,
} from './agreement-script.ts'

const scan = 'a1'.repeat(16)
const second = 'b2'.repeat(16)
const pdf = { type: 'pdf', bytes: 52_114, sha256: '9f'.repeat(32) } as const
const documents = Object.fromEntries(
  [scan, second].map((id) => [id, { ...pdf, by: `person:${person('officer')}` }] as const),
)
const worldly = { facts: async (id: string) => ({ ...partnerFacts(id), documents }) }
const at = '2027-02-01T09:00:00Z'
const attach = (version: number, document: string): AgreementCommand => ({
  type: 'attachScan',
  input: { version, document },
})

describe('the signed copy of an agreement', () => {
  it('is attached to a version that was agreed on, and every one is kept', async () => {
    const stage = await known('2024-09-01', '2029-08-31', {}, worldly)
    await acts(stage, { at }, attach(1, scan))
    await acts(stage, { at: '2027-02-02T09:00:00Z', by: 'officer' }, attach(1, second))
    expect(agreementOf(stage).scans).to.deep.equal([
      { version: 1, document: scan, ...pdf, at: '2027-02-01T09:00:00.000Z' },
      { version: 1, document: second, ...pdf, at: '2027-02-02T09:00:00.000Z' },
    ])
    expect(await refusedOn(stage, attach(2, scan), { at: '2027-02-03T09:00:00Z' })).to.equal(
      'agreement.version-unsigned',
    )
  })

  it('belongs to its file from that step on', async () => {
    const stage = await known('2024-09-01', '2029-08-31', {}, worldly)
    const file = agreement.fold(first, entriesOf(stage, first))
    const context = { ...world(worldly), facts: { ...(await worldly.facts(first)) } }
    const actor = { id: `person:${person('officer')}` as const, standings: [{ party: 'role:officer' as const }] }
    const moment = { now: file.at!, takenAt: file.at!, actor }
    const step = agreement.advance(file, attach(1, scan), { ...context, ...moment })
    expect(step.attaches).to.deep.equal([scan])
    const flows = { year: 2026, direction: 'incoming', level: 'master', students: 3 } as const
    expect(
      agreement.advance(file, { type: 'recordFlows', input: flows }, { ...context, ...moment }).attaches,
    ).to.deep.equal([])
  })

  it('comes with one that was signed before it was written down, and with no draft', async () => {
    const stage = new Rehearsal(world(worldly))
    const signed = {
      signedOn: civil('2026-06-01'),
      validity: { from: civil('2026-09-01'), until: civil('2029-08-31') },
    }
    await acts(stage, { at }, drafted({ ...signed, places: [], document: scan }))
    expect(agreementOf(stage).scans?.map(({ version, document }) => [version, document])).to.deep.equal([[1, scan]])
    expect(await refusedOn(new Rehearsal(world(worldly)), drafted({ document: scan }), { at })).to.equal(
      'agreement.version-unsigned',
    )
  })

  it('is the office’s to attach, of what they uploaded themselves, once it is signed', async () => {
    const stage = await known('2024-09-01', '2029-08-31', {}, worldly)
    expect(await refusedOn(stage, attach(1, scan), { at, by: 'head-of-office' })).to.equal('document.unknown')
    for (const by of ['direction', 'legal', 'pilot', 'centre-head.cmp'])
      expect(await refusedOn(stage, attach(1, scan), { at, by }), by).to.equal('command.not-yours')
    expect(await refusedOn(await draft({}, worldly), attach(1, scan), { at })).to.equal('command.not-now')
  })
})

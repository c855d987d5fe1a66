import { expect } from 'chai'
import type { Happened } from '../../../domain/rehearsal.ts'
import { checksOf } from '../../../domain/rehearsal/checks.ts'
import { isDigested, isReceived, type Received } from '../../../domain/rehearsal/following.ts'
import { instant } from '../../../domain/time.ts'
import { liveCycle, rehearseCycle, type LivedCycle } from '../../../scripts/rehearsed-cycle.ts'
import { school } from '../school.ts'

const asked = { dossiers: 60, partners: 12, behaviour: 'mixed', seed: 5, firstYear: 2028 } as const
const none = { sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 }

describe('a rehearsed year of admissions (S11, S17)', function () {
  this.timeout(600_000)
  let lived: LivedCycle
  let ledger: readonly Happened[]
  before(async () => {
    lived = await liveCycle(asked, school)
    ;({ ledger } = lived.played.rehearsal)
  })

  it('has nothing refused, nothing sent that should not be, and every dossier somewhere', async () => {
    const { refused, checks, outcomes, mails } = await rehearseCycle(asked, school)
    expect(refused).to.deep.equal([])
    expect(checks).to.deep.equal(none)
    expect(Object.values(outcomes.dossiers).reduce((sum, n) => sum + n, 0)).to.equal(60)
    expect(outcomes.cycle).to.equal('dossiersClosed')
    expect(mails).to.be.above(100)
  })

  it('has the office say who somebody is whom a partner gave, once for each (ADR 62)', () => {
    const candidates = (event: string): unknown[] =>
      ledger.flatMap(({ type, data }) => (type === event && 'candidates' in data ? [data.candidates].flat() : []))
    expect(candidates('personsFoundAlike')).to.deep.equal(['candidate-00050'])
    expect(candidates('personsSettled')).to.deep.equal(['candidate-00050'])
  })

  it('invites those alone whom an agreement of its own scene makes invitable (R8)', () => {
    const { invited, uninvitable } = lived
    const invitations = ledger.flatMap(({ type, data, id }) =>
      type === 'invited' && id.startsWith('admissionCycle/') && 'partner' in data ? [data.partner] : [],
    )
    expect(invitations).to.deep.equal(invited)
    const signed = ledger.flatMap(({ type, data }) =>
      type === 'drafted' && 'partners' in data ? [data.partners].flat() : [],
    )
    expect(signed).to.include.members([...invited])
    expect(uninvitable.noAgreement).to.equal(asked.partners - signed.length)
    expect(Object.values(uninvitable).reduce((sum, n) => sum + n, 0)).to.equal(asked.partners - invited.length)
  })

  for (const [behaviour, statuses] of [
    ['onTime', ['complete', 'incomplete']],
    ['incomplete', ['complete', 'incomplete']],
    ['silent', ['closedIncomplete']],
  ] as const)
    it(`ends as partners are who are ${behaviour}`, async () => {
      const { outcomes, refused } = await rehearseCycle({ ...asked, behaviour }, school)
      expect(refused).to.deep.equal([])
      expect(statuses).to.include.members(Object.keys(outcomes.dossiers))
    })

  it('has some of the dossiers of late partners closed, others sent in time (R9)', async () => {
    const { outcomes, late } = await rehearseCycle({ ...asked, behaviour: 'late' }, school)
    expect(outcomes.dossiers['closedIncomplete']).to.be.above(0)
    expect(outcomes.dossiers['complete']).to.be.above(0)
    expect(late).to.have.length.above(0)
  })

  it('counts each act of the office once', async () => {
    const { load } = await rehearseCycle(asked, school)
    const officer = load.find(({ person }) => person === 'p2')!
    const acts = lived.played.acts.filter(({ actor }) => actor.id === 'person:p2')
    expect(officer.acts).to.equal(acts.length)
    expect(officer.busiest.acts).to.be.above(0).and.at.most(officer.acts)
  })

  describe('its checks, once something is done wrong on purpose', () => {
    /** A notice that was withdrawn before its mail went, and where that stands. */
    const withdrawn = (): { notice: Received; at: Happened } => {
      for (const at of ledger) {
        if (at.type !== 'withdrawn' || !('keys' in at.data)) continue
        const { keys } = at.data
        const notice = ledger
          .filter(isReceived)
          .find(({ id, data }) => id === at.id && [keys].flat().includes(data.key))
        if (notice) return { notice, at }
      }
      throw new Error('nothing was withdrawn all year')
    }

    it('count a mail of what was over by then', () => {
      const { notice, at } = withdrawn()
      const mail = { type: 'digested', data: { id: 'p.9', notices: [notice.data], by: 'hand' } }
      const doctored = ledger.map((entry) => (entry === at ? { ...entry, ...mail } : entry))
      expect(checksOf(doctored, lived.world).sentAfterSettled).to.equal(1)
    })
    it('count what went twice', () => {
      const first = ledger.find(isDigested)!
      const doctored = ledger.flatMap((entry) => (entry === first ? [entry, entry] : [entry]))
      expect(checksOf(doctored, lived.world)).to.deep.equal({ ...none, sentTwice: first.data.notices.length })
    })
    it('count a mail in the night, by the clock of its reader', () => {
      const first = ledger.filter(isDigested).find(({ id }) => id === 'correspondence/usth-c1')!
      // Three in the morning in Hanoi.
      const night = instant(`${first.at.slice(0, 10)}T20:00:00Z`)
      const doctored = ledger.map((entry) => (entry === first ? { ...entry, at: night } : entry))
      expect(checksOf(doctored, lived.world).outsideWindow).to.equal(first.data.notices.length)
    })
  })
})

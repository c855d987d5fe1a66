import { expect } from 'chai'
import { correspondence } from '../../../domain/correspondence/process.ts'
import type { CorrespondenceFacts } from '../../../domain/correspondence/correspondence.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { civil, instant } from '../../../domain/time.ts'
import { waitKeyOf } from '../../../domain/wait.ts'
import { rules } from '../school.ts'
import { Reader, told } from './reader.ts'

const place = { country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
const facts = (
  ...others: [id: string, status: 'none' | 'open' | 'passedOn' | 'notReached'][]
): CorrespondenceFacts => ({
  known: true,
  place,
  others: others.map(([id, status]) => ({ id, status })),
})
const contact = (...others: [id: string, status: 'none' | 'open' | 'passedOn' | 'notReached'][]): Reader =>
  new Reader({ party: 'usth-c1', facts: facts(...others) })
const until = { passesAt: instant('2027-06-30T22:00:00Z') }
/** A contact to whom one dated notice and one of news went, on Wednesday 19 May 2027 at 08:30 in Hanoi. */
const written = (...others: [id: string, status: 'none' | 'open' | 'passedOn' | 'notReached'][]): Reader => {
  const reader = contact(...others)
  reader.receive('2027-05-18T07:00:00Z', 'dated', until)
  reader.receive('2027-05-18T07:00:00Z', 'news', { kind: 'planStarted' })
  reader.wake()
  return reader
}
const outcome = (reader: Reader, more: object = {}): readonly string[] =>
  told(
    reader.asks('2027-05-19T02:00:00Z', 'mailer', {
      type: 'recordOutcome',
      input: { digest: 'usth-c1.1', outcome: 'failed', code: '550 5.1.1', ...more },
    }),
  )
const bounce = (reader: Reader, digest = 'usth-c1.1', more: object = { unreachable: 'bounced' }): readonly string[] =>
  told(
    reader.asks('2027-05-20T02:00:00Z', 'mailer', {
      type: 'recordBounce',
      input: { digest, code: '5.1.1', ...more },
    }),
  )
/** What someone is to do about them. */
const owed = (reader: Reader): string[] =>
  correspondence
    .waits(reader.file, rules)
    .filter(({ from }) => from !== undefined)
    .map(waitKeyOf)
const officer = (reader: Reader, type: string, input: object, at = '2027-05-21T08:00:00Z'): readonly string[] =>
  told(reader.asks(at, 'officer', { type, input }))
const toldTo = ({ tells }: Reader): string[] =>
  tells.map(({ to, type, input }) => {
    const { kind, key, subject } = Object(input)
    return `${to} ${type} ${kind === 'nowAnswering' || kind === 'contactUnreachable' || kind === 'newContact' ? kind : (key ?? subject ?? '')}`.trim()
  })
const code = (attempt: () => unknown): unknown => {
  try {
    return attempt()
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

describe('a contact who cannot be reached (R10)', () => {
  it('hands over to the next contact what still holds and what did not arrive, who hears why', () => {
    const reader = written(['usth-c2', 'notReached'], ['usth-c3', 'none'])
    reader.receive('2027-05-19T01:45:00Z', 'later', until)
    expect(outcome(reader, { unreachable: 'refused' })).to.deep.equal([
      'digestEnded',
      'foundUnreachable',
      'passedOn dated news later',
    ])
    expect(reader.file.state).to.deep.include({ status: 'passedOn', pending: [], standing: [] })
    expect(toldTo(reader)).to.deep.equal([
      'correspondence/p2 receive contactUnreachable',
      'correspondence/usth-c3 receive nowAnswering',
      'correspondence/usth-c3 receive dated',
      'correspondence/usth-c3 receive news',
      'correspondence/usth-c3 receive later',
    ])
    expect(reader.wakesAt, 'no digest goes there').to.equal(undefined)
  })

  it('says the same when a delivery report comes back later, and drops what was settled meanwhile', () => {
    const reader = written(['usth-c2', 'open'])
    reader.report('2027-05-19T02:00:00Z', 'usth-c1.1')
    expect(told(reader.withdraw('2027-05-19T05:00:00Z', 'dated'))).to.deep.equal(['settled'])
    expect(bounce(reader)).to.deep.equal(['bounced', 'foundUnreachable', 'passedOn news'])
  })

  it('passes on what is announced to it afterwards, and what is withdrawn', () => {
    const reader = written(['usth-c2', 'open'])
    outcome(reader, { unreachable: 'refused' })
    const before = reader.tells.length
    reader.receive('2027-05-20T07:00:00Z', 'more', until)
    reader.withdraw('2027-05-21T07:00:00Z', 'dated')
    expect(toldTo(reader).slice(before)).to.deep.equal([
      'correspondence/usth-c2 receive more',
      'correspondence/usth-c2 withdraw s#dated',
    ])
    expect(reader.withdraw('2027-05-21T07:00:01Z', 'dated'), 'once').to.deep.equal([])
  })

  it('is not passed on once whoever announced it has told those who answer by now', () => {
    const reader = written(['usth-c2', 'open'])
    outcome(reader, { unreachable: 'refused' })
    const before = reader.tells.length
    const rerouted = { type: 'withdraw', input: { subject: 's#dated', reason: 'rerouted' } }
    expect(told(reader.asks('2027-05-20T07:00:00Z', 'process', rerouted))).to.deep.equal(['settled'])
    expect(reader.tells.slice(before)).to.deep.equal([])
  })

  it('reported by an officer goes the same way', () => {
    const reader = written(['usth-c2', 'open'])
    reader.report('2027-05-19T02:00:00Z', 'usth-c1.1')
    expect(officer(reader, 'reportUnreachable', { reason: 'text-1' })).to.deep.equal([
      'foundUnreachable',
      'passedOn dated',
    ])
    expect(reader.file.state.unreachable).to.deep.include({ cause: 'reported', reason: 'text-1', of: 'contact' })
    expect(code(() => officer(reader, 'sendNow', { reason: 'text-1' }))).to.equal('correspondence.not-reached')
  })

  it('never holds what two of them would send each other for ever', () => {
    const reader = written(['usth-c2', 'open'])
    outcome(reader, { unreachable: 'refused' })
    reader.given(facts(['usth-c2', 'passedOn']))
    expect(told(reader.receive('2027-05-20T07:00:00Z', 'back', until))).to.deep.equal(['foundUnreachable', 'kept'])
    expect([reader.file.state.status, reader.pending]).to.deep.equal(['notReached', ['back']])
  })
})

describe('a party without another working contact (R10)', () => {
  const lost = (): Reader => {
    const reader = written(['usth-c2', 'notReached'])
    outcome(reader, { unreachable: 'refused' })
    return reader
  }

  it('is not reached: an officer owes a contact within two working days, then the head of office hears', () => {
    const reader = lost()
    expect([reader.file.state.status, reader.pending]).to.deep.equal(['notReached', ['dated', 'news']])
    expect(owed(reader)).to.deep.equal(['newContact/contact/2027-05-21'])
    expect(toldTo(reader)).to.deep.equal(['correspondence/p2 receive newContact'])
    const [rung] = correspondence.due(reader.file, rules)
    expect([rung?.at, rung?.rung?.to]).to.deep.equal(['2027-05-21T22:00:00.000Z', 'headOfOffice'])
  })

  it('loses nothing that is announced meanwhile, and sends nothing of it', () => {
    const reader = lost()
    expect(told(reader.receive('2027-05-20T07:00:00Z', 'meanwhile', until))).to.deep.equal(['kept'])
    expect(told(reader.withdraw('2027-05-20T08:00:00Z', 'dated'))).to.deep.equal(['withdrawn'])
    expect([reader.pending, reader.wakesAt]).to.deep.equal([['news', 'meanwhile'], undefined])
  })

  it('once an officer names a contact, hands over what still holds in one go, and owes nothing more', () => {
    const reader = lost()
    expect(code(() => officer(reader, 'passOn', { to: 'usth-c2' }))).to.equal('correspondence.contact-not-working')
    reader.given(facts(['usth-c2', 'notReached'], ['usth-c3', 'none']))
    const before = reader.tells.length
    expect(officer(reader, 'passOn', { to: 'usth-c3' })).to.deep.equal(['passedOn dated news'])
    expect(toldTo(reader).slice(before)).to.deep.equal([
      'correspondence/usth-c3 receive nowAnswering',
      'correspondence/usth-c3 receive dated',
      'correspondence/usth-c3 receive news',
      'correspondence/p2 withdraw correspondence/usth-c1#newContact/contact',
    ])
    expect(owed(reader)).to.deep.equal([])
  })

  it('is reached again at a corrected address: one digest at its next window, and what nobody answered for comes with it', () => {
    const reader = lost()
    expect(officer(reader, 'readdress', { reason: 'text-1' }, '2027-05-21T08:00:00Z')).to.deep.equal([
      'readdressed dated news',
    ])
    expect(reader.wakesAt, 'Monday 08:30 in Hanoi').to.equal('2027-05-24T01:30:00.000Z')
    expect(told(reader.wake())).to.deep.equal(['digested dated news'])
    expect(toldTo(reader)).to.include('correspondence/usth-c2 passOn')
  })

  it('a report on an earlier address says nothing of the new one', () => {
    const reader = lost()
    officer(reader, 'readdress', { reason: 'text-1' })
    expect(bounce(reader)).to.deep.equal([])
    expect(reader.file.state.status).to.equal('open')
  })
})

describe('a mail that did not arrive though its address is right', () => {
  const failing = (reader: Reader): readonly string[] => outcome(reader, { code: '554 5.7.1' })

  it('goes once more at the next window, then is lost, and whoever sees to mail is told', () => {
    const reader = new Reader({ party: 'usth-c1', facts: facts() })
    reader.receive('2027-05-18T07:00:00Z', 'a', until)
    reader.wake()
    expect(failing(reader)).to.deep.equal(['digestEnded'])
    expect([reader.pending, reader.wakesAt]).to.deep.equal([['a'], '2027-05-20T01:30:00.000Z'])
    reader.wake()
    const [ended] = reader.asks('2027-05-20T02:00:00Z', 'mailer', {
      type: 'recordOutcome',
      input: { digest: 'usth-c1.2', outcome: 'failed', code: '554 5.7.1' },
    })
    expect(ended?.data).to.deep.include({ lost: ['a'] })
    expect([reader.pending, reader.file.state.status]).to.deep.equal([[], 'open'])
    expect(reader.tells.map(({ input }) => Object(input).kind)).to.include('mailFailed')
  })

  it('leaves out what was settled while it was on its way', () => {
    const reader = written()
    reader.withdraw('2027-05-19T01:45:00Z', 'dated')
    failing(reader)
    expect(reader.pending).to.deep.equal(['news'])
  })

  it('goes once more where its date moved away and back meanwhile (R11); not where it stayed away', () => {
    for (const [back, again] of [
      [true, ['a']],
      [false, []],
    ] as const) {
      const reader = new Reader({ party: 'usth-c1', facts: facts() })
      reader.receive('2027-05-18T07:00:00Z', 'a', { ...until, untilOn: civil('2027-06-30') })
      reader.wake()
      const move = (at: string, untilOn: string): readonly string[] =>
        told(reader.asks(at, 'process', { type: 'withdraw', input: { subject: 's#a', reason: 'moved', untilOn } }))
      expect(move('2027-05-19T01:40:00Z', '2027-09-30')).to.deep.equal(['settled'])
      if (back) expect(move('2027-05-19T01:41:00Z', '2027-06-30')).to.deep.equal(['restored'])
      failing(reader)
      expect(reader.pending).to.deep.equal(again)
    }
  })

  it('is told to the next contact where there is one, and withdrawn there too', () => {
    const reader = written(['usth-c2', 'open'])
    expect(failing(reader)).to.deep.equal(['digestEnded', 'sharedWith dated news'])
    reader.withdraw('2027-05-20T07:00:00Z', 'dated')
    expect(toldTo(reader)).to.deep.equal([
      'correspondence/usth-c2 receive dated',
      'correspondence/usth-c2 receive news',
      'correspondence/usth-c2 withdraw s#dated',
    ])
    expect(reader.file.state.status).to.equal('open')
  })

  it('ends there: two contacts never send each other what neither gets', () => {
    const second = new Reader({ party: 'usth-c2', facts: facts(['usth-c1', 'open']) })
    second.receive('2027-05-19T07:00:00Z', 'a', { ...until, again: true })
    second.wake()
    const [ended, more] = second.asks('2027-05-20T02:00:00Z', 'mailer', {
      type: 'recordOutcome',
      input: { digest: 'usth-c2.1', outcome: 'failed', code: '552 5.2.2' },
    })
    expect([ended?.data, more]).to.deep.equal([
      { digest: 'usth-c2.1', outcome: 'failed', code: '552 5.2.2', lost: ['a'] },
      undefined,
    ])
  })
})

describe('someone of the school who cannot be reached', () => {
  it('keeps what they are to hear; an administrator owes an address', () => {
    const reader = new Reader({ facts: { known: true } })
    reader.receive('2027-05-18T07:00:00Z', 'a', until)
    expect(officer(reader, 'reportUnreachable', { reason: 'text-1' })).to.deep.equal(['foundUnreachable'])
    expect(correspondence.waits(reader.file, rules).map(waitKeyOf)).to.deep.equal(['newAddress/contact/2027-05-25'])
    expect(correspondence.cast(reader.file)['keeper']).to.deep.equal(['role:administrator'])
    const [rung] = correspondence.due(reader.file, rules)
    expect([rung?.at, rung?.rung?.to]).to.deep.equal(['2027-05-25T22:00:00.000Z', 'headOfOffice'])
    expect(reader.pending).to.deep.equal(['a'])
  })

  it('is refused for whoever the register does not know', () => {
    expect(code(() => officer(new Reader(), 'reportUnreachable', { reason: 'text-1' }))).to.equal(
      'correspondence.party-unknown',
    )
  })
})

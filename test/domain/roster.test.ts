import { expect } from 'chai'
import { holdersOf, standingsOf, type Member, type Role, type Roster } from '../../domain/roster.ts'
import { civil } from '../../domain/time.ts'

type Days = readonly [from: string, until?: string]
const headOf = (centre: string, [from, until]: Days = ['2026-09-01']): Member['mandates'][number] => ({
  role: 'centreHead',
  centre,
  fromOn: civil(from),
  ...(until && { untilOn: civil(until) }),
})
const member = (id: string, mandates: Member['mandates'] = [], absences: Member['absences'] = []): Member => ({
  id,
  mandates,
  absences,
})
const absence = (from: string, until: string, delegate?: string): Member['absences'][number] => ({
  fromOn: civil(from),
  untilOn: civil(until),
  ...(delegate && { delegate }),
})
const parties = (id: string, roster: Roster, on: string): string[] =>
  standingsOf(id, roster, civil(on)).map(({ party, through }) => (through ? `${party} for ${through}` : party))
const holders = (party: string, roster: Roster, on: string): string[] =>
  holdersOf(party, roster, civil(on)).map(({ id, through }) => (through ? `${id} for ${through}` : id))

describe('a mandate', () => {
  const roster = [
    member('a', [headOf('cmp', ['2027-01-01', '2027-06-30'])]),
    member('b', [headOf('cmp', ['2027-07-01'])]),
  ]

  it('counts from its first day to its last, both included', () => {
    expect(
      ['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01', '2099-01-01'].map((on) =>
        holders('head:cmp', roster, on),
      ),
    ).to.deep.equal([[], ['a'], ['a'], ['b'], ['b']])
    expect([parties('a', roster, '2027-06-30'), parties('a', roster, '2027-07-01')]).to.deep.equal([
      ['person:a', 'head:cmp'],
      ['person:a'],
    ])
  })

  it('may be held by several, and several by one', () => {
    const two = [
      member('a', [headOf('cmp'), headOf('cis'), { role: 'direction', fromOn: civil('2026-09-01') }]),
      member('b', [headOf('cmp')]),
    ]
    expect([holders('head:cmp', two, '2027-01-01'), parties('a', two, '2027-01-01')]).to.deep.equal([
      ['a', 'b'],
      ['person:a', 'head:cmp', 'head:cis', 'role:direction'],
    ])
  })

  it('of one centre is none of another, and a person is a party too', () => {
    expect([
      holders('head:cis', roster, '2027-01-01'),
      holders('deputy:cmp', roster, '2027-01-01'),
      holders('person:a', roster, '2027-01-01'),
    ]).to.deep.equal([[], [], ['a']])
  })
})

describe('an absence', () => {
  const roster = [
    member('a', [headOf('cmp')], [absence('2027-05-10', '2027-05-14', 'b'), absence('2027-05-20', '2027-05-21')]),
    member('b'),
  ]

  it('passes what a person holds to the delegate, from its first day to its last', () => {
    expect(
      ['2027-05-09', '2027-05-10', '2027-05-14', '2027-05-15'].map((on) => holders('head:cmp', roster, on)),
    ).to.deep.equal([['a'], ['b for a'], ['b for a'], ['a']])
    expect(parties('b', roster, '2027-05-10')).to.deep.equal(['person:b', 'person:a for a', 'head:cmp for a'])
    expect(parties('b', roster, '2027-05-15')).to.deep.equal(['person:b'])
  })

  it('without a delegate leaves nobody', () => {
    expect([holders('head:cmp', roster, '2027-05-20'), holders('person:a', roster, '2027-05-20')]).to.deep.equal([
      [],
      [],
    ])
  })

  it('takes no right from who comes in all the same', () => {
    expect(parties('a', roster, '2027-05-10')).to.deep.equal(['person:a', 'head:cmp'])
  })

  it('passes no mandate on that has ended', () => {
    const ending = [
      member('a', [headOf('cmp', ['2026-09-01', '2027-05-11'])], [absence('2027-05-10', '2027-05-14', 'b')]),
      member('b'),
    ]
    expect([parties('b', ending, '2027-05-11'), parties('b', ending, '2027-05-12')]).to.deep.equal([
      ['person:b', 'person:a for a', 'head:cmp for a'],
      ['person:b', 'person:a for a'],
    ])
  })
})

describe('delegation does not pass on', () => {
  const roster = [
    member('a', [headOf('cmp')], [absence('2027-05-10', '2027-05-14', 'b')]),
    member('b', [], [absence('2027-05-12', '2027-05-13', 'c')]),
    member('c'),
  ]

  it('a delegate’s delegate stands for the delegate alone', () => {
    expect(parties('c', roster, '2027-05-12')).to.deep.equal(['person:c', 'person:b for b'])
  })

  it('nobody answers while person and delegate are both away', () => {
    expect(['2027-05-11', '2027-05-12', '2027-05-14'].map((on) => holders('head:cmp', roster, on))).to.deep.equal([
      ['b for a'],
      [],
      ['b for a'],
    ])
  })

  it('two who name each other do not hang, and each answers for the other', () => {
    const mutual = [
      member('a', [], [absence('2027-05-10', '2027-05-11', 'b')]),
      member('b', [], [absence('2027-05-11', '2027-05-12', 'a')]),
    ]
    expect([
      holders('person:a', mutual, '2027-05-10'),
      holders('person:a', mutual, '2027-05-11'),
      holders('person:b', mutual, '2027-05-12'),
    ]).to.deep.equal([['b for a'], [], ['a for b']])
  })

  it('a delegate who has left the register answers for nobody', () => {
    expect(
      holders(
        'head:cmp',
        roster.filter(({ id }) => id !== 'b'),
        '2027-05-11',
      ),
    ).to.deep.equal([])
  })
})

describe('whoever only looks on or administers', () => {
  const since = civil('2026-09-01')
  const watcher = (id: string, ...roles: readonly Role[]): Member =>
    member(
      id,
      roles.map((role) => ({ role, fromOn: since })),
    )
  const away = (delegate: string) => [absence('2027-05-10', '2027-05-14', delegate)]
  const standsFor = (delegate: Member, absent: Member): readonly unknown[] => {
    const roster = [absent, delegate]
    return [parties(delegate.id, roster, '2027-05-10').slice(-1), holders(`person:${absent.id}`, roster, '2027-05-10')]
  }

  it('stands in for nobody who decides, though they are named', () => {
    for (const role of ['auditor', 'administrator'] as const)
      expect(standsFor(watcher('b', role), member('a', [headOf('cmp')], away('b'))), role).to.deep.equal([
        [`role:${role}`],
        [],
      ])
  })

  it('stands in for nobody whose mandates have ended', () => {
    const left = member('a', [headOf('cmp', ['2020-09-01', '2027-05-09'])], away('b'))
    expect(parties('b', [left, watcher('b', 'auditor')], '2027-05-10')).to.deep.equal(['person:b', 'role:auditor'])
  })

  it('stands in for their like, and for nobody who is more than they are', () => {
    const absent = { ...watcher('a', 'auditor'), absences: away('b') }
    expect(standsFor(watcher('b', 'auditor'), absent)).to.deep.equal([['role:auditor for a'], ['b for a']])
    expect(standsFor(watcher('b', 'auditor', 'administrator'), absent)[1]).to.deep.equal(['b for a'])
    expect(standsFor(watcher('b', 'administrator'), absent)[1]).to.deep.equal([])
    expect(
      standsFor(watcher('b', 'auditor'), { ...watcher('a', 'auditor', 'pilot'), absences: away('b') })[1],
    ).to.deep.equal([])
  })

  it('stands in as anyone does who holds another mandate beside', () => {
    expect(standsFor(watcher('b', 'auditor', 'pilot'), member('a', [headOf('cmp')], away('b')))).to.deep.equal([
      ['head:cmp for a'],
      ['b for a'],
    ])
  })
})

describe('who is not in the register', () => {
  it('stands for nobody', () => {
    expect(parties('constructor', [member('a')], '2027-01-01')).to.deep.equal([])
  })
})

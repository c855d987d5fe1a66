import { expect } from 'chai'
import { loadPolicy } from '../../policy/load.ts'
import { defectsIn, swap, type Edits } from './folder.ts'

const school = loadPolicy()
const ofKind = (kind: string): readonly (typeof school.programmes)[number][] =>
  school.programmes.filter((programme) => programme.kind === kind)

describe('the programmes of the policy (S11, S12)', () => {
  it('are two engineering degrees, eight masters in English, eight doctorates and two exchanges', () => {
    expect(ofKind('engineer').map(({ id }) => id)).to.deep.equal(['icm', 'ismin'])
    expect(ofKind('master')).to.have.length(8)
    expect(ofKind('master').every(({ languages }) => languages.join() === 'en')).to.equal(true)
    expect(ofKind('doctorate')).to.have.length(8)
    expect(ofKind('exchange').map(({ semesters }) => semesters)).to.deep.equal([1, 2])
  })

  it('take two full years from admission sur titre for an engineer', () => {
    expect(ofKind('engineer').map(({ semesters }) => semesters)).to.deep.equal([4, 4])
  })

  it('have an interview before every admission to a degree, a talk of three for a doctorate, none for an exchange (S17, S19)', () => {
    const interviews = Object.fromEntries(school.programmes.map(({ kind, interview }) => [kind, interview]))
    expect(interviews).to.deep.equal({
      engineer: 'required',
      master: 'required',
      doctorate: 'threeWayTalk',
      exchange: 'never',
    })
  })
})

describe('the labels and rankings of the policy (S14-S16)', () => {
  it('know that CeQuInt covered ICM only, from November 2018 to the end of August 2025, by five criteria', () => {
    const [cequint] = school.labels
    expect(cequint).to.include({ id: 'cequint', sinceOn: '2018-11-01', precision: 'month', untilOn: '2025-08-31' })
    expect(cequint?.programmes).to.deep.equal(['icm'])
    expect(cequint?.criteria.map(({ id }) => id)).to.deep.equal(['strategy', 'skills', 'teaching', 'staff', 'students'])
  })

  it('know the year of Bienvenue en France and the four years it is given for, and state no end that nobody stated', () => {
    const welcome = school.labels.find(({ id }) => id === 'bienvenue-en-france')
    expect(welcome).to.include({ precision: 'year', sinceOn: '2019-01-01', validityYears: 4 })
    expect(welcome).to.not.have.any.keys('untilOn', 'programmes')
  })

  it('keep both ranks of 2020 as facts of that year', () => {
    expect(school.rankings.map(({ year, rank }) => [year, rank])).to.deep.equal([
      [2020, 1],
      [2020, 5],
    ])
  })
})

describe('a policy is refused', () => {
  const cases: readonly { what: string; edits: Edits; file: string; path: string; reason: RegExp }[] = [
    {
      what: 'a programme of an unknown kind',
      edits: { 'programmes.yaml': swap('kind: engineer', 'kind: bachelor') },
      file: 'programmes.yaml',
      path: 'programmes.0.kind',
      reason: /Invalid option.*bachelor/,
    },
    {
      what: 'a programme without its French name',
      edits: { 'programmes.yaml': swap(', fr: Ingénieur civil des mines }', ' }') },
      file: 'programmes.yaml',
      path: 'programmes.0.name.fr',
      reason: /expected string/,
    },
    {
      what: 'two programmes with one id',
      edits: { 'programmes.yaml': swap('id: ismin', 'id: icm') },
      file: 'programmes.yaml',
      path: 'programmes.1.id',
      reason: /stands here twice: icm/,
    },
    {
      what: 'an exchange with an interview',
      edits: { 'programmes.yaml': swap('exchange: never', 'exchange: required') },
      file: 'programmes.yaml',
      path: 'interviews.exchange',
      reason: /an exchange has no interview/,
    },
    {
      what: 'a kind of programme of which nobody says whether it has an interview',
      edits: { 'programmes.yaml': swap('  doctorate: threeWayTalk\n', '') },
      file: 'programmes.yaml',
      path: 'interviews.doctorate',
      reason: /Invalid option/,
    },
    {
      what: 'a programme from a statement that does not exist',
      edits: { 'programmes.yaml': swap('source: S12', 'source: S20') },
      file: 'programmes.yaml',
      path: 'programmes.18.source',
      reason: /S1 to S19: S20/,
    },
    {
      what: 'a label for a programme nobody teaches',
      edits: { 'labels.yaml': swap('programmes: [icm]', 'programmes: [icm, mba]') },
      file: 'labels.yaml',
      path: 'labels.0.programmes.1',
      reason: /no programme mba in programmes.yaml/,
    },
    {
      what: 'a label that ends before it begins',
      edits: { 'labels.yaml': swap('untilOn: 2025-08-31', 'untilOn: 2018-08-31') },
      file: 'labels.yaml',
      path: 'labels.0.untilOn',
      reason: /ends before it begins/,
    },
    {
      what: 'a label whose first day is more exact than what is known of it',
      edits: { 'labels.yaml': swap('sinceOn: 2019-01-01', 'sinceOn: 2019-03-01') },
      file: 'labels.yaml',
      path: 'labels.1.sinceOn',
      reason: /more exact than its precision/,
    },
    {
      what: 'a criterion twice',
      edits: { 'labels.yaml': swap('id: skills', 'id: strategy') },
      file: 'labels.yaml',
      path: 'labels.0.criteria.1.id',
      reason: /stands here twice: strategy/,
    },
    {
      what: 'a rank of zero',
      edits: { 'labels.yaml': swap('rank: 1', 'rank: 0') },
      file: 'labels.yaml',
      path: 'rankings.0.rank',
      reason: />=1: 0/,
    },
  ]

  for (const { what, edits, file, path, reason } of cases)
    it(`for ${what}, naming file, path and reason`, () => {
      const defects = defectsIn(edits)
      expect(defects, JSON.stringify(defects)).to.have.length(1)
      expect(defects[0]).to.include({ file, path })
      expect(defects[0]?.reason).to.match(reason)
    })
})

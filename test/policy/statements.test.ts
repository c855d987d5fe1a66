import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadPolicy } from '../../policy/load.ts'
import { schemas } from '../../store/register/schemas.ts'
import { append, defectsIn, swap, type Edits } from './folder.ts'

const school = loadPolicy()
const root = join(import.meta.dirname, '../..')
const carriersOf = (id: string): readonly (typeof school.statements)[number]['implementedBy'][number][] =>
  school.statements.find((statement) => statement.id === id)?.implementedBy ?? []

describe('the statements of the policy (S1-S19)', () => {
  it('are nineteen, in order, in both languages, each with its day and source', () => {
    expect(school.statements.map(({ id }) => id)).to.deep.equal(Array.from({ length: 19 }, (_, n) => `S${n + 1}`))
    for (const { id, en, fr, since, source } of school.statements) {
      expect(
        [en, fr].every((text) => text.endsWith('.')),
        id,
      ).to.equal(true)
      expect(since <= '2020-12-31' && source.length > 10, id).to.equal(true)
    }
  })

  for (const { id, implementedBy } of school.statements)
    it(`${id} is carried by policy, register or code that is there and cites it, or says why nothing carries it`, () => {
      expect(implementedBy).to.not.deep.equal([])
      for (const carrier of implementedBy) {
        if ('code' in carrier)
          expect(readFileSync(join(root, carrier.code), 'utf8'), carrier.code).to.match(new RegExp(`\\b${id}\\b`))
        if ('register' in carrier) {
          const [collection = '', field = ''] = carrier.register.split('.')
          const schema = Object.entries(schemas).find(([name]) => name === collection)?.[1]
          expect(Object.keys(schema?.paths ?? {}), carrier.register).to.include(field)
        }
        if ('policy' in carrier)
          expect(readFileSync(join(root, 'policy', carrier.policy), 'utf8'), carrier.policy).to.contain(
            carrier.policy === 'deadlines.yaml' ? 'R7' : id,
          )
      }
    })

  it('leave only S1 and S2 to words alone', () => {
    const wordsOnly = school.statements.filter(({ implementedBy }) => implementedBy.every((one) => 'narrative' in one))
    expect(wordsOnly.map(({ id }) => id)).to.deep.equal(['S1', 'S2'])
  })

  it('rule out no country: one that stands in no target may have partners (S10)', () => {
    expect(school.targeting.flatMap(({ countries }) => countries)).to.not.include('EG')
    const cairo = append(
      '  - { id: cairo, name: Cairo University, country: EG, contacts: [{ role: partnerCoordinator, language: en, email: coordinator@cairo.example }] }',
    )
    expect(defectsIn({ 'partners.yaml': cairo })).to.deep.equal([])
    expect(carriersOf('S10')).to.not.deep.equal([])
  })

  it('keep numbers that disagree as dated claims, both of them', () => {
    const claimed = (...statements: readonly string[]): [string, number][] =>
      school.claims
        .filter(({ statement }) => statements.includes(statement))
        .map(({ measure, value }) => [measure, value])
    expect(claimed('S7', 'S13')).to.deep.equal([
      ['agreements', 100],
      ['partnerships', 130],
      ['completePartners', 40],
    ])
    expect(claimed('S8')).to.deep.equal([['strategicPartners', 30]])
    for (const { statedOn } of school.claims) expect(statedOn).to.equal('2020-01-01')
    expect(school.disagreements.map(({ between }) => between.join())).to.include.members(['S7,S13', 'S8,S13', 'S4,S6'])
    expect(school.disagreements).to.have.length(10)
  })
})

describe('the axes of S3', () => {
  it('are seven, the first with a target of 100 % and one of 30 %', () => {
    expect(school.axes).to.have.length(7)
    const [first, ...others] = school.axes
    expect(first?.targets.map(({ percent }) => percent)).to.deep.equal([100, 30])
    expect(others.flatMap(({ targets }) => targets)).to.deep.equal([])
  })

  it('give each target its population, its numerator and its day, and make up no denominator for the 30 %', () => {
    const [mobility, welcomed] = school.axes[0]?.targets ?? []
    for (const target of [mobility, welcomed]) {
      expect(target?.population.en).to.be.a('string').and.not.equal('')
      expect(target?.numerator.fr).to.be.a('string').and.not.equal('')
      expect(target?.countedOn).to.equal('08-31')
    }
    expect(mobility?.denominator?.en).to.equal('all of them')
    expect(welcomed).to.not.have.property('denominator')
  })
})

describe('how countries are chosen and candidates found (S5, S17, S18)', () => {
  it('by seven criteria, five of them parts of feasibility', () => {
    expect(school.criteria.map(({ id }) => id).slice(0, 2)).to.deep.equal(['economicPotential', 'academicLevel'])
    expect(school.criteria.filter(({ partOf }) => partOf === 'feasibility')).to.have.length(5)
  })

  it('with IMT in China and Brazil, alone in Morocco and Lebanon, by contacts everywhere', () => {
    expect(school.channels.map(({ channel, countries }) => [channel, countries])).to.deep.equal([
      ['jointCampaign', ['CN', 'BR']],
      ['ownCampaign', ['MA', 'LB']],
      ['partnerContact', undefined],
    ])
  })

  it('with interviews on site in China, Brazil and Lebanon', () => {
    expect(school.interviewMissions.flatMap(({ countries }) => countries)).to.deep.equal(['CN', 'BR', 'LB'])
  })
})

describe('the French of the policy', () => {
  it('has no ordinary space before a sign that takes a narrow or a fixed one, and no straight apostrophe', () => {
    const french = JSON.stringify(
      [school.statements, school.disagreements, school.axes, school.criteria, school.labels, school.programmes],
      (key, value: unknown) => (key === 'en' || key === 'source' ? undefined : value),
    )
    expect(french).to.contain('élèves ingénieurs')
    expect(french).to.not.match(/ [;:?!%»]|« |\p{L}'\p{L}/u)
  })
})

describe('a policy is refused', () => {
  const cases: readonly { what: string; edits: Edits; file: string; path: string; reason: RegExp }[] = [
    {
      what: 'a statement that stands twice, and so another is missing',
      edits: { 'statements.yaml': swap('- id: S19', '- id: S18') },
      file: 'statements.yaml',
      path: 'statements',
      reason: /S19 is missing/,
    },
    {
      what: 'a statement beyond S19',
      edits: { 'statements.yaml': swap('- id: S19', '- id: S20') },
      file: 'statements.yaml',
      path: 'statements.18.id',
      reason: /S1 to S19: S20/,
    },
    {
      what: 'a statement carried by a policy file that does not exist',
      edits: { 'statements.yaml': swap('policy: axes.yaml', 'policy: axis.yaml') },
      file: 'statements.yaml',
      path: 'statements.2.implementedBy.0',
      reason: /no file axis.yaml in the policy/,
    },
    {
      what: 'a statement carried by a path that leads nowhere',
      edits: { 'statements.yaml': swap('path: labels.cequint', 'path: labels.eur-ace') },
      file: 'statements.yaml',
      path: 'statements.13.implementedBy.0',
      reason: /nothing at labels.eur-ace in labels.yaml/,
    },
    {
      what: 'a statement whose carrier says nothing that can be looked at',
      edits: { 'statements.yaml': swap('{ policy: axes.yaml, path: axes }', '{ policy: axes.yaml }') },
      file: 'statements.yaml',
      path: 'statements.2.implementedBy.0',
      reason: /expected \{policy, path\}/,
    },
    {
      what: 'a claim about a measure nobody knows',
      edits: { 'statements.yaml': swap('measure: agreements', 'measure: contracts') },
      file: 'statements.yaml',
      path: 'claims.0.measure',
      reason: /Invalid option.*contracts/,
    },
    {
      what: 'a claim without its day',
      edits: { 'statements.yaml': swap('value: 100, statedOn: 2020-01-01, ', 'value: 100, ') },
      file: 'statements.yaml',
      path: 'claims.0.statedOn',
      reason: /expected string/,
    },
    {
      what: 'a target without its day',
      edits: { 'axes.yaml': swap('countedOn: 08-31', '') },
      file: 'axes.yaml',
      path: 'axes.0.targets.0.countedOn',
      reason: /expected string/,
    },
    {
      what: 'a target above the whole',
      edits: { 'axes.yaml': swap('percent: 100', 'percent: 130') },
      file: 'axes.yaml',
      path: 'axes.0.targets.0.percent',
      reason: /<=100: 130/,
    },
    {
      what: 'a channel in a country that is not listed',
      edits: {
        'countries.yaml': swap(
          'countries: [MA, LB], fromOn: 2020-01-01, source: S18',
          'countries: [MA, TN], fromOn: 2020-01-01, source: S18',
        ),
      },
      file: 'countries.yaml',
      path: 'channels.1.countries.1',
      reason: /no country TN/,
    },
    {
      what: 'a mission to a country that is not listed',
      edits: { 'countries.yaml': swap('[CN, BR, LB]', '[CN, BR, TN]') },
      file: 'countries.yaml',
      path: 'interviewMissions.0.countries.2',
      reason: /no country TN/,
    },
    {
      what: 'a channel that is none',
      edits: { 'countries.yaml': swap('channel: ownCampaign', 'channel: fair') },
      file: 'countries.yaml',
      path: 'channels.1.channel',
      reason: /Invalid option.*fair/,
    },
    {
      what: 'a criterion that is not named',
      edits: { 'countries.yaml': swap('id: academicLevel', 'id: economicPotential') },
      file: 'countries.yaml',
      path: 'criteria',
      reason: /expected all of economicPotential, academicLevel/,
    },
  ]

  for (const { what, edits, file, path, reason } of cases)
    it(`for ${what}, naming file, path and reason`, () => {
      const [first] = defectsIn(edits)
      expect(first).to.include({ file, path })
      expect(first?.reason).to.match(reason)
    })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { directoryOf, type Listed } from '../../../domain/register/directory.ts'
import { likenessBetween, likenessOf } from '../../../domain/register/likeness.ts'
import { wordsIn } from '../../../domain/register/words.ts'
import { directory } from '../../../store/register/directory.ts'

const listed = (name: string, country = 'VN', domains: string[] = []): Listed => ({
  name,
  country,
  domains,
  province: null,
})
const found = (q: string, country?: string) =>
  directory()
    .search({ q, country, limit: 20 })
    .map(({ name }) => name)

describe('the directory of universities', () => {
  it('holds ten thousand real institutions', () => {
    expect(directory().size).to.be.above(10_000)
  })

  it('finds whatever the accents, the case and the order of the words, which may be beginnings', () => {
    for (const q of ['São Paulo Universidade', 'PAULO sao univ', 'universidade de são paulo'])
      expect(found(q, 'BR'), q).to.include('Universidade de São Paulo')
    expect(found('Łódź')).to.not.deep.equal([])
    expect(found('lodz')).to.include.members(found('Łódź'))
  })

  it('finds by web domain, and only where every word is found', () => {
    expect(found('usth', 'VN')).to.deep.equal([
      'University of Science and Technology Hanoi (USTH, Vietnam-France University)',
    ])
    expect(found('usth beirut')).to.deep.equal([])
    expect(found('%$')).to.deep.equal([])
    expect(found('paulo', 'VN')).to.deep.equal([])
  })

  it('puts whole words of the name before beginnings, those before domains, and what says little else first', () => {
    const some = directoryOf([
      listed('Institute', 'VN', ['hanoi.vn']),
      listed('Hanoian Academy'),
      listed('Open University of Hanoi'),
      listed('Hanoi University'),
    ])
    expect(some.search({ q: 'hanoi', limit: 9 }).map(({ name }) => name)).to.deep.equal([
      'Hanoi University',
      'Open University of Hanoi',
      'Hanoian Academy',
      'Institute',
    ])
    expect(some.search({ q: 'hanoi', limit: 1 })).to.have.length(1)
  })

  it('finds every one of its institutions by all of its words in any order', () => {
    const some = directory().search({ q: 'institut', limit: 400 })
    fc.assert(
      fc.property(fc.constantFrom(...some), fc.integer({ min: 0, max: 9 }), ({ name, country }, turn) => {
        const words = wordsIn(name)
        const turned = [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)]
          .join(' ')
          .toUpperCase()
        expect(
          directory()
            .search({ q: turned, country, limit: 1000 })
            .map((one) => one.name),
        ).to.include(name)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a likely duplicate', () => {
  const { weightOf } = directory()
  const like = (one: string, other: string) => likenessOf(one, other, weightOf) >= 0.75

  it('is called alike, whatever the order, the accents, and a letter', () => {
    expect(like('Universidade de São Paulo', 'Universidade Sao Paulo')).to.equal(true)
    expect(like('Tohoku University', 'University of Tohoku')).to.equal(true)
    expect(like('École Mohammadia d’Ingénieurs', 'Ecole Mohammadia dIngenieur')).to.equal(true)
  })

  it('is not another university of the same city, nor one of the same common words', () => {
    expect(
      like(
        'University of Science and Technology Hanoi (USTH, Vietnam-France University)',
        'Hanoi University of Technology',
      ),
    ).to.equal(false)
    expect(like('Technical University of Munich', 'Technical University of Dresden')).to.equal(false)
    expect(like('Osaka University', 'Tohoku University')).to.equal(false)
  })

  it('is the same to both, and wholly like itself', () => {
    const name = fc.constantFrom(
      ...directory()
        .search({ q: 'uni', limit: 500 })
        .map((one) => one.name),
    )
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(likenessOf(one, other, weightOf))
          .to.be.closeTo(likenessOf(other, one, weightOf), 1e-9)
          .and.within(0, 1 + 1e-9)
        expect(likenessOf(one, one, weightOf)).to.be.closeTo(1, 1e-9)
      }),
    )
  })

  it('shares a web domain, or one within it, in whatever country; a name counts in one country only', () => {
    const polito = { names: ['Politecnico di Torino'], country: 'IT', domains: ['polito.it'] }
    const why = (changes: object) =>
      likenessBetween(polito, { names: ['X'], country: 'IT', domains: [], ...changes }, weightOf)
    expect(why({ domains: ['student.polito.it'], country: 'FR' })).to.equal('domain')
    expect(why({ domains: ['apolito.it'] })).to.equal(undefined)
    expect(why({ names: ['Politecnico Torino'] })).to.equal('name')
    expect(why({ names: ['Politecnico Torino'], country: 'FR' })).to.equal(undefined)
  })
})

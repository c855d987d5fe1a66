import { expect } from 'chai'
import { languages } from '../../domain/language.ts'
import { civil, instant } from '../../domain/time.ts'
import { loadPolicy } from '../../policy/load.ts'
import { wordsOf } from '../../locales/words.ts'

const zone = 'Europe/Paris'
const untilOn = civil('2027-05-19')
/** No-break spaces as plain ones, to compare with what one types. */
const typed = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('dates in words', () => {
  it('name the weekday and the month in full', () => {
    expect(wordsOf('en').day('2027-05-19')).to.equal('Wednesday 19 May 2027')
    expect(wordsOf('fr').day('2027-05-19')).to.equal('mercredi 19 mai 2027')
    expect(wordsOf('fr').day('2027-09-01')).to.equal('mercredi 1er septembre 2027')
    expect(wordsOf('en').day('2028-02-29')).to.equal('Tuesday 29 February 2028')
  })
  it('say that a last day is included, to 24:00, and whose clock that is', () => {
    expect(wordsOf('en').lastDay({ untilOn, zone })).to.equal('Wednesday 19 May 2027 included, until 24:00 Paris time')
    expect(typed(wordsOf('fr').lastDay({ untilOn, zone }))).to.equal(
      'mercredi 19 mai 2027 inclus, jusqu’à 24 h 00, heure de Paris',
    )
  })
  it('say when that is by the clock of a reader elsewhere', () => {
    expect(wordsOf('en').lastDay({ untilOn, zone, readerZone: 'Asia/Beirut' })).to.contain(
      '(that is Thursday 20 May 2027, 01:00 Beirut time)',
    )
    expect(typed(wordsOf('fr').lastDay({ untilOn, zone, readerZone: 'America/Sao_Paulo' }))).to.contain(
      '(soit mercredi 19 mai 2027 à 19 h 00, heure de São Paulo)',
    )
  })
  it('do not repeat the date for a reader whose clock shows the same then', () => {
    expect(wordsOf('en').lastDay({ untilOn, zone, readerZone: 'Europe/Berlin' })).to.equal(
      wordsOf('en').lastDay({ untilOn, zone }),
    )
  })
  it('keep the day through both nights on which clocks change', () => {
    for (const day of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31']) {
      expect(wordsOf('en').lastDay({ untilOn: civil(day), zone })).to.contain(wordsOf('en').day(day))
    }
  })
  it('give a moment with its zone', () => {
    const at = instant('2027-05-19T13:05:00Z')
    expect(wordsOf('en').moment({ at, zone })).to.equal('Wednesday 19 May 2027, 15:05 Paris time')
    expect(typed(wordsOf('fr').moment({ at, zone: 'Africa/Abidjan' }))).to.equal(
      'mercredi 19 mai 2027 à 13 h 05, heure d’Abidjan',
    )
    expect(wordsOf('en').moment({ at: instant('2027-05-19T22:00:00Z'), zone })).to.equal(
      'Thursday 20 May 2027, 00:00 Paris time',
    )
  })
  it('name a city for every zone of the policy', () => {
    const at = instant('2027-05-19T13:05:00Z')
    for (const place of loadPolicy().countries.flatMap(({ timeZones }) => timeZones)) {
      for (const language of languages)
        expect(wordsOf(language).moment({ at, zone: place }), place).to.not.match(/[_/]/)
    }
  })
})

import { expect } from 'chai'
import { loadPolicy } from '../../policy/load.ts'
import { defectsIn, swap } from './folder.ts'

describe('the dates that admission cycles begin with (S17)', () => {
  it('have engineers nominated by the end of January, and arriving on 1 September', () => {
    const { engineer, exchange } = loadPolicy().policy.admissions
    expect(engineer.nominationsCloseOn).to.deep.equal({ day: '01-31', years: 0 })
    expect(engineer.arrivalOn).to.deep.equal({ day: '09-01', years: 0 })
    expect(exchange.spring.arrivalOn).to.deep.equal({ day: '01-20', years: 1 })
  })

  const file = 'admissions.yaml'
  for (const { what, from, to, path, reason } of [
    {
      what: 'dates in the wrong order',
      from: 'dossiersCloseOn: { day: 03-31, years: 0 }',
      to: 'dossiersCloseOn: { day: 01-30, years: 0 }',
      path: 'templates.engineer.dossiersCloseOn',
      reason: /comes before nominationsCloseOn/,
    },
    {
      what: 'a day that not every year has',
      from: 'nominationsCloseOn: { day: 02-28, years: 0 }',
      to: 'nominationsCloseOn: { day: 02-29, years: 0 }',
      path: 'templates.master.nominationsCloseOn.day',
      reason: /a day of every year/,
    },
    {
      what: 'a degree without an interview (S17)',
      from: '    interviewsFromOn: { day: 05-03, years: 0 }\n',
      to: '',
      path: 'templates.engineer.interviewsFromOn',
      reason: /expected object/,
    },
    {
      what: 'an exchange with an interview (S12)',
      from: '      eligibilityBy: { day: 11-22, years: 0 }\n',
      to: '      eligibilityBy: { day: 11-22, years: 0 }\n      interviewsFromOn: { day: 11-23, years: 0 }\n',
      path: 'templates.exchange.spring',
      reason: /Unrecognized key: "interviewsFromOn"/,
    },
  ])
    it(`are refused: ${what}`, () => {
      const defects = defectsIn({ [file]: swap(from, to) })
      expect(defects.map(({ file: where, path: at }) => [where, at])).to.deep.equal([[file, path]])
      expect(defects[0]?.reason).to.match(reason)
    })
})

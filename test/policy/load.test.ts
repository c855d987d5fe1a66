import { expect } from 'chai'
import { holdersOf, type Roster } from '../../domain/roster.ts'
import { civil } from '../../domain/time.ts'
import { loadPolicy } from '../../policy/load.ts'
import { swap, withPolicy, type Edits } from './folder.ts'

describe("the school's policy", () => {
  const school = loadPolicy()

  it('has the ladders of a plan and of an approval (R7)', () => {
    expect(school.policy.ladders.milestone?.map(({ days, to }) => `${days} ${to}`)).to.deep.equal([
      '-60 owner',
      '-30 owner',
      '-7 owner',
      '1 owner',
      '14 pilot',
      '30 centre',
    ])
    expect(school.policy.ladders.approval).to.deep.equal([
      { days: -7, to: 'addressee' },
      { days: -2, to: 'addressee' },
      { days: 3, to: 'deputy', opens: true },
      { days: 10, to: 'direction', opens: true, every: 7 },
    ])
  })

  it('gives fifteen working days to approve, ten to validate, and no grace', () => {
    expect(school.policy).to.include({ approvalWorkingDays: 15, validationWorkingDays: 10, graceSeconds: 0 })
    expect(school.policy.sending).to.include({ digestAt: '08:30', urgentFrom: '07:00', urgentUntil: '20:00' })
  })

  it('has one present head and one present deputy for each of its five research centres', () => {
    const roster: Roster = school.people
    expect(school.centres.map(({ id }) => id)).to.deep.equal(['cmp', 'cis', 'sms', 'spin', 'fayol'])
    for (const { id } of school.centres)
      for (const party of [`head:${id}`, `deputy:${id}`])
        expect(holdersOf(party, roster, civil('2026-11-22')), party).to.have.length(1)
  })

  it('names its accounts by role, and writes to the pilot and the head of CMP in English', () => {
    const english = school.people.filter(({ language }) => language === 'en').map(({ email }) => email)
    expect(english).to.deep.equal(['pilot@school.example', 'centre-head.cmp@school.example'])
    expect(school.people.map(({ email }) => email)).to.include.members([
      'officer@school.example',
      'head-of-office@school.example',
      'direction@school.example',
      'deputy.fayol@school.example',
      'auditor@school.example',
      'administrator@school.example',
    ])
  })

  it('places each partner in a zone of its country', () => {
    expect(school.partners.find(({ id }) => id === 'usj')).to.deep.equal({
      id: 'usj',
      name: 'St. Joseph University Beirut',
      country: 'LB',
      zone: 'Asia/Beirut',
      domains: ['usj.edu.lb'],
      contacts: [
        { role: 'partnerCoordinator', language: 'fr', email: 'coordinator@usj.example' },
        { role: 'internationalOffice', language: 'fr', email: 'international@usj.example' },
      ],
    })
  })

  it('targets Brazil twice (S4, S6) and every country by a dated statement', () => {
    const targetsOf = (code: string): string[] =>
      school.targeting
        .filter(({ countries }) => countries.includes(code))
        .map(({ target, source }) => `${target} ${source}`)
    expect(targetsOf('BR')).to.deep.equal(['imtDeveloped S4', 'ownPriority S6'])
    expect(targetsOf('IN')).to.deep.equal(['imtDeveloped S4'])
    expect(targetsOf('SN')).to.deep.equal(['ownPriority S6'])
    expect(targetsOf('FR')).to.deep.equal([])
  })
})

describe('the version of a policy', () => {
  const versionWith = (edits: Edits): string => withPolicy(edits, (folder) => loadPolicy(folder).policy.version)
  const version = loadPolicy().policy.version

  it('is short, and the same for the same files elsewhere', () => {
    expect(version).to.match(/^[0-9a-f]{12}$/)
    expect(versionWith({})).to.equal(version)
  })

  it('does not change with the line ends of the system that wrote the files', () => {
    expect(versionWith({ 'deadlines.yaml': (text) => text.replaceAll('\n', '\r\n') })).to.equal(version)
  })

  it('changes with any rule and any holiday', () => {
    expect(versionWith({ 'deadlines.yaml': swap('graceSeconds: 0', 'graceSeconds: 60') })).to.not.equal(version)
    expect(versionWith({ 'holidays/LB.yaml': swap('2027-03-09', '2027-03-08') })).to.not.equal(version)
  })
})

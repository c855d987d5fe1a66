import { expect } from 'chai'
import fc from 'fast-check'
import { PolicyRefused, loadPolicy } from '../../policy/load.ts'
import { append, defectsIn, swap, withPolicy, type Edits } from './folder.ts'

describe('a policy is refused', () => {
  const cases: readonly { what: string; edits: Edits; file: string; path: string; reason: RegExp }[] = [
    {
      what: 'an unknown key',
      edits: { 'deadlines.yaml': append('approvalDays: 3') },
      file: 'deadlines.yaml',
      path: '(file)',
      reason: /Unrecognized key: "approvalDays"/,
    },
    {
      what: 'a missing file',
      edits: { 'sending.yaml': () => undefined },
      file: 'sending.yaml',
      path: '(file)',
      reason: /is missing/,
    },
    {
      what: 'a file that nobody reads',
      edits: { 'closure.yaml': () => 'years: {}' },
      file: 'closure.yaml',
      path: '(file)',
      reason: /nobody reads it/,
    },
    {
      what: 'YAML that cannot be read',
      edits: { 'school.yaml': append('zone: Europe/Berlin') },
      file: 'school.yaml',
      path: 'line 4, column 1',
      reason: /unique/,
    },
    {
      what: 'two rungs of a ladder on the same day',
      edits: { 'reminders.yaml': swap('{ days: -2, to: addressee }', '{ days: -7, to: deputy }') },
      file: 'reminders.yaml',
      path: 'ladders.approval.1.days',
      reason: /already has -7 days/,
    },
    {
      what: 'a rung on which a repeated one falls too',
      edits: { 'reminders.yaml': swap('every: 7 }', 'every: 7 }\n    - { days: 24, to: head }') },
      file: 'reminders.yaml',
      path: 'ladders.approval.4.days',
      reason: /rung of 10 days, repeated every 7, also falls on 24/,
    },
    {
      what: 'a ladder for a kind of wait that does not exist',
      edits: { 'reminders.yaml': swap('  planEnd: []', '  planEnd: []\n  milestones: []') },
      file: 'reminders.yaml',
      path: 'ladders',
      reason: /Unrecognized key: "milestones"/,
    },
    {
      what: 'a kind of wait without a ladder',
      edits: { 'reminders.yaml': swap('  planEnd: []', '') },
      file: 'reminders.yaml',
      path: 'ladders.planEnd',
      reason: /expected array/,
    },
    {
      what: 'a day that does not exist',
      edits: { 'closures.yaml': swap('untilOn: 2029-01-01', 'untilOn: 2029-02-29') },
      file: 'closures.yaml',
      path: 'years.2028/2029.0.untilOn',
      reason: /expected a day such as 2028-02-29: 2029-02-29/,
    },
    {
      what: 'a closure that ends before it begins',
      edits: { 'closures.yaml': swap('untilOn: 2027-08-22', 'untilOn: 2027-07-22') },
      file: 'closures.yaml',
      path: 'years.2026/2027.1.untilOn',
      reason: /ends before it begins/,
    },
    {
      what: 'a closure outside its academic year',
      edits: { 'closures.yaml': swap('untilOn: 2027-08-22', 'untilOn: 2027-09-02') },
      file: 'closures.yaml',
      path: 'years.2026/2027.1',
      reason: /lies outside 2026\/2027/,
    },
    {
      what: 'a year without a list between two that have one',
      edits: { 'closures.yaml': append('  2033/2034: []') },
      file: 'closures.yaml',
      path: 'years.2033/2034',
      reason: /no list between 2031\/2032 and 2033\/2034/,
    },
    {
      what: 'a country without holiday data',
      edits: {
        'countries.yaml': append(
          '  XK: { timeZones: [Europe/Belgrade], weekend: [sunday], holidays: { source: date-holidays } }\n  YE: { timeZones: [Asia/Aden], weekend: [friday], holidays: { source: date-holidays } }',
        ),
      },
      file: 'countries.yaml',
      path: 'countries.YE.holidays',
      reason: /date-holidays has no data for YE/,
    },
    {
      what: 'a country whose own file is missing',
      edits: { 'holidays/LB.yaml': () => undefined },
      file: 'countries.yaml',
      path: 'countries.LB.holidays',
      reason: /no file holidays\/LB.yaml/,
    },
    {
      what: 'a holiday file that no country asks for',
      edits: { 'holidays/FR.yaml': () => 'country: FR\nsources: [us]\neveryYear: []\nyears: { 2027: [] }' },
      file: 'holidays/FR.yaml',
      path: 'country',
      reason: /nobody reads it/,
    },
    {
      what: 'a holiday written under another year',
      edits: { 'holidays/LB.yaml': swap('on: 2027-03-09', 'on: 2028-03-09') },
      file: 'holidays/LB.yaml',
      path: 'years.2027.0.on',
      reason: /lies outside 2027/,
    },
    {
      what: 'a correction of a rule that the library does not have',
      edits: { 'countries.yaml': swap('rule: 06-01', 'rule: 06-02') },
      file: 'countries.yaml',
      path: 'countries.CN.holidays.without.0.rule',
      reason: /no such rule for CN: 06-02/,
    },
    {
      what: 'a correction that the library does not understand',
      edits: { 'countries.yaml': swap('rule: 1 day before korean 01-0-01 P3D', 'rule: the eve of Seollal') },
      file: 'countries.yaml',
      path: 'countries.KR.holidays.add.0.rule',
      reason: /does not understand: the eve of Seollal/,
    },
    {
      what: 'a correction on a day that does not exist',
      edits: { 'countries.yaml': swap('rule: 05-01', 'rule: 05-32') },
      file: 'countries.yaml',
      path: 'countries.KR.holidays.add.1.rule',
      reason: /no such day: 05-32/,
    },
    {
      what: 'an unknown time zone',
      edits: { 'countries.yaml': swap('[Asia/Tokyo]', '[Asia/Tokio]') },
      file: 'countries.yaml',
      path: 'countries.JP.timeZones.0',
      reason: /no such IANA time zone: Asia\/Tokio/,
    },
    {
      what: 'a school in a zone of another country',
      edits: { 'school.yaml': swap('Europe/Paris', 'Europe/Berlin') },
      file: 'school.yaml',
      path: 'zone',
      reason: /Europe\/Berlin is no time zone of FR/,
    },
    {
      what: 'a targeted country that is not listed',
      edits: { 'countries.yaml': swap('[MA, LB]', '[MA, LB, TN]') },
      file: 'countries.yaml',
      path: 'targeting.6.countries.2',
      reason: /no country TN/,
    },
    {
      what: 'a mandate for an unknown research centre',
      edits: { 'people.yaml': swap('centre: spin', 'centre: spim') },
      file: 'people.yaml',
      path: 'people.7.mandates.0.centre',
      reason: /no research centre spim/,
    },
    {
      what: 'the head of no research centre',
      edits: { 'people.yaml': swap('role: centreHead, centre: cmp', 'role: centreHead') },
      file: 'people.yaml',
      path: 'people.4.mandates.0.centre',
      reason: /belongs to its head and its deputy/,
    },
    {
      what: 'a role that does not exist',
      edits: { 'people.yaml': swap('role: auditor', 'role: inspector') },
      file: 'people.yaml',
      path: 'people.14.mandates.0.role',
      reason: /Invalid option.*inspector/,
    },
    {
      what: 'an address used twice',
      edits: { 'people.yaml': swap('deputy.cis@', 'Deputy.CMP@') },
      file: 'people.yaml',
      path: 'people.10.email',
      reason: /stands here twice: deputy.cmp@school.example/,
    },
    {
      what: 'a delegate nobody knows',
      edits: {
        'people.yaml': append('    absences:\n      - { fromOn: 2027-01-04, untilOn: 2027-01-08, delegate: p99 }'),
      },
      file: 'people.yaml',
      path: 'people.18.absences.0.delegate',
      reason: /p99 is nobody else/,
    },
    {
      what: 'a partner in an unknown country',
      edits: { 'partners.yaml': swap('country: VN', 'country: LA') },
      file: 'partners.yaml',
      path: 'partners.0.country',
      reason: /no country LA/,
    },
    {
      what: 'a partner whose id would break a process id',
      edits: { 'partners.yaml': swap('id: usj', 'id: us.j') },
      file: 'partners.yaml',
      path: 'partners.1.id',
      reason: /short lower-case id.*us\.j/,
    },
    {
      what: 'a sending time that is none',
      edits: { 'sending.yaml': swap("'08:30'", "'8.30'") },
      file: 'sending.yaml',
      path: 'digestAt',
      reason: /local time such as 08:30: 8.30/,
    },
    {
      what: 'a cadence that is none',
      edits: { 'sending.yaml': swap('partner: everyWorkingDay', 'partner: weekly') },
      file: 'sending.yaml',
      path: 'cadence.partner',
      reason: /expected everyWorkingDay, or days of the week.*: weekly/,
    },
    {
      what: 'a kind of reader without a cadence',
      edits: { 'sending.yaml': swap('  school: everyWorkingDay\n', '') },
      file: 'sending.yaml',
      path: 'cadence.school',
      reason: /expected everyWorkingDay/,
    },
    {
      what: 'a cadence on days on which a country never works',
      edits: { 'sending.yaml': swap('partner: everyWorkingDay', 'partner: [friday]') },
      file: 'sending.yaml',
      path: 'cadence.partner',
      reason: /none of these days is a working day in EG/,
    },
    {
      what: 'an urgent kind of notice that does not exist',
      edits: { 'sending.yaml': swap('urgentKinds: []', 'urgentKinds: [milestoneLate]') },
      file: 'sending.yaml',
      path: 'urgentKinds.0',
      reason: /Invalid option.*milestoneLate/,
    },
  ]

  for (const { what, edits, file, path, reason } of cases)
    it(`for ${what}, naming file, path and reason`, () => {
      const defects = defectsIn(edits)
      expect(defects, JSON.stringify(defects)).to.have.length(1)
      expect(defects[0]).to.include({ file, path })
      expect(defects[0]?.reason).to.match(reason)
    })

  it('with every defect at once, whichever file it is in, and the message has a line for each', () => {
    const edits = {
      'deadlines.yaml': swap('graceSeconds: 0', 'graceSeconds: -1'),
      'people.yaml': swap('centre: spin', 'centre: spim'),
      'countries.yaml': swap('[Asia/Tokyo]', '[Asia/Tokio]'),
      'holidays/LB.yaml': swap('on: 2027-03-09', 'on: 2027-03-32'),
    }
    expect(defectsIn(edits).map(({ file, path }) => `${file} ${path}`)).to.deep.equal([
      'countries.yaml countries.JP.timeZones.0',
      'deadlines.yaml graceSeconds',
      'holidays/LB.yaml years.2027.0.on',
      'people.yaml people.7.mandates.0.centre',
    ])
    withPolicy(edits, (folder) =>
      expect(() => loadPolicy(folder))
        .to.throw(PolicyRefused, 'deadlines.yaml: graceSeconds: ')
        .with.property('code', 'policy.refused'),
    )
  })

  it('for any two rungs on one day, wherever they stand in the ladder', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -90, max: 90 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (days, pick) => {
          const ladder = (all: readonly number[]): Edits => ({
            'reminders.yaml': swap(
              'planStart: []',
              `planStart: [${all.map((d) => `{ days: ${d}, to: pilot }`).join(', ')}]`,
            ),
          })
          expect(defectsIn(ladder(days))).to.deep.equal([])
          const twice = [...days, days[pick % days.length] ?? 0]
          expect(defectsIn(ladder(twice)).map(({ path }) => path)).to.deep.equal([
            `ladders.planStart.${days.length}.days`,
          ])
        },
      ),
      { numRuns: 10 },
    )
  })
})

import { expect } from 'chai'
import { approvalStatuses } from '../../domain/approval/approval.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { languages, type Language } from '../../domain/language.ts'
import { namedFaults } from '../../domain/input.ts'
import { planStatuses } from '../../domain/plan/plan.ts'
import { measures } from '../../domain/measures.ts'
import { pillars, readerKinds } from '../../domain/policy.ts'
import { refusalCodes } from '../../domain/refusals.ts'
import { roles } from '../../domain/roster.ts'
import { faultCodes, problemCodes } from '../../locales/problems.ts'
import { refusalFields } from '../../locales/refusals.ts'
import { wordsOf } from '../../locales/words.ts'
import { english } from '../../locales/en/catalogue.ts'
import { everyAnswer, everyCalendar, everyLink, everyMail, everyPage, everyReceipt, everySignIn } from './every.ts'
import { everyDossierPage, everyPartner } from './every-page.ts'

const sample: Readonly<Record<string, unknown>> = {
  faults: [{ path: 'dueOn', code: 'invalid_format' }],
  pillars: ['teaching', 'companies'],
  centres: ['cmp', 'fayol'],
  firstYear: 2027,
  year: 2028,
  doneOn: '2028-08-31',
  dueOn: '2027-09-01',
  from: '2027-09-01',
  until: '2032-08-31',
  command: 'moveMilestone',
  status: 'inApproval',
  milestone: 'm1',
  centre: 'cmp',
}
const fieldsOf = (names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, sample[name] ?? `a-${name}`]))

/** Nothing of the syntax, of a missing value or of our own codes is left in what a person reads. */
const readable = (text: string, what: string): void => {
  expect(text, what).to.match(/\p{L}/u)
  expect(text, what).to.not.match(/[{}#]|undefined|null|NaN|\[object|\bnone\b|…/)
}

for (const language of languages) {
  const words = wordsOf(language)
  describe(`words in ${language}`, () => {
    it('word every refusal with the fields its rule gives', () => {
      for (const code of refusalCodes) {
        const { title, detail } = words.refusal(code, fieldsOf(refusalFields[code]))
        readable(title, code)
        readable(detail, code)
        expect(title, code).to.not.match(/[.!]$/)
        expect(detail, code).to.match(/\.$/)
      }
    })
    it('tell whoever may not see what exists already where its people find it, and ask nobody to open it', () => {
      for (const code of ['plan.exists', 'label.exists', 'agreement.exists'] as const)
        expect(words.refusal(code, {}).detail, code)
          .to.match(/whoever has a part in|qui y prend part/)
          .and.not.match(/open it|ouvrez/i)
    })

    it('word a refusal whose fields are missing or strange, without failing', () => {
      for (const code of refusalCodes) {
        expect(words.refusal(code, {}).detail, code).to.not.match(/[{}]|undefined|NaN|object/)
        expect(
          () => words.refusal(code, fieldsOf(['none', ...refusalFields[code]].map((name) => name))),
          code,
        ).to.not.throw()
        expect(
          () => words.refusal(code, Object.fromEntries(refusalFields[code].map((name) => [name, { nested: 1 }]))),
          code,
        ).to.not.throw()
        expect(
          () => words.refusal(code, Object.fromEntries(refusalFields[code].map((name) => [name, '{x, plural, <b>}']))),
          code,
        ).to.not.throw()
      }
    })
    it('word as a day what is one, and nothing that is only called like one', () => {
      for (const name of ['2027-13-45', '2027-02-29', '0000-00-00']) {
        expect(words.refusal('plan.owner-unknown', { milestone: name, owner: name }).detail).to.contain(name)
        expect(words.refusal('register.contact-unknown', { partner: 'usth', contact: name }).detail).to.contain(name)
      }
      const { detail } = words.refusal('label.date-ahead', { on: '2027-02-28' })
      expect(detail).to.contain('2027').and.not.contain('2027-02-28')
    })
    it('word every problem with and without what it knows', () => {
      for (const code of problemCodes) {
        for (const fields of [
          {},
          { seconds: 1, id: 'T-17', allowed: ['GET', 'POST'], limitKilobytes: 256 },
          { seconds: 2 },
          { seconds: 2, reads: true },
        ]) {
          const { title, detail } = words.problem(code, fields)
          readable(title, code)
          readable(detail, code)
        }
      }
      expect(words.problem('bug', { id: 'T-17' }).detail).to.contain('T-17')
      expect(words.problem('method-not-allowed', { allowed: ['GET', 'POST'] }).detail).to.match(/GET (and|et) POST/)
    })
    it('word every fault of an input, those of the future included', () => {
      for (const code of [...faultCodes, 'invented_by_zod_5']) {
        readable(words.fault({ path: 'milestones.3.dueOn', code }), code)
        readable(words.fault({ path: '', code }), code)
      }
    })
    it('word every fault that a contract names itself as no other', () => {
      const said = [...namedFaults, 'custom'].map((code) => words.fault({ path: 'q', code }))
      expect(new Set(said).size).to.equal(said.length)
    })
    it('name every status, pillar, role, measure, kind of reader and command', () => {
      for (const measure of measures) readable(words.measure(measure), measure)
      for (const reader of readerKinds) readable(words.reader(reader), reader)
      for (const pillar of pillars) readable(words.pillar(pillar), pillar)
      for (const status of planStatuses) readable(words.planStatus(status), status)
      for (const status of approvalStatuses) readable(words.approvalStatus(status), status)
      for (const role of roles) {
        for (const held of [{ role }, { role, centre: 'Institut Henri Fayol' }, { role, centre: 'X', acting: true }])
          readable(words.role(held), role)
      }
      for (const table of Object.values(catalogue))
        for (const command of Object.keys(table)) expect(words.commandNamed(command), command).to.be.a('string')
      expect(words.commandNamed('toString')).to.equal(undefined)
    })
    it('word every message of mails and pages with its arguments', () => {
      const said = [
        ...everyMail(words),
        ...everySignIn(words),
        ...everyAnswer(words),
        ...everyPage(words),
        ...everyLink(words),
        ...everyPartner(words),
        ...everyDossierPage(words),
        ...everyCalendar(words),
        ...everyReceipt(words),
      ]
      for (const text of said) readable(text, text)
      const keys = (messages: object): number => Object.keys(messages).length
      expect(said).to.have.length(
        keys(english.mail) +
          keys(english.signIn) +
          keys(english.answer) +
          keys(english.page) +
          keys(english.links) +
          keys(english.partner) +
          keys(english.dossierPage) +
          keys(english.calendar) +
          keys(english.receipt),
      )
    })
  })
}

describe('words', () => {
  it('count in the way of each language', () => {
    const left = (language: Language, minutes: number): string => wordsOf(language).signIn('sent', { minutes })
    expect(left('en', 1)).to.contain('1 minute,')
    expect(left('en', 10)).to.contain('10 minutes,')
    expect(left('fr', 1)).to.contain('1 minute,')
    expect(left('fr', 10)).to.contain('10 minutes,')
  })
  it('name the role of an account with its research centre', () => {
    expect(wordsOf('en').role({ role: 'centreHead', centre: 'Institut Henri Fayol' })).to.equal(
      'Head of Institut Henri Fayol',
    )
    expect(wordsOf('en').role({ role: 'pilot', acting: true })).to.equal('Partnership lead (acting)')
    expect(wordsOf('fr').role({ role: 'pilot' })).to.equal('Pilote de partenariat')
  })
  it('put a display name in the place of an id when the caller knows it', () => {
    expect(wordsOf('en').refusal('plan.centre-idle', { centre: 'Institut Henri Fayol' }).detail).to.contain(
      '“Institut Henri Fayol”',
    )
  })
  it('must be given exactly the arguments they declare', () => {
    const { answer, signIn } = wordsOf('en')
    // @ts-expect-error: a partner is needed
    expect(() => answer('title')).to.throw()
    // @ts-expect-error: there is no such argument
    expect(() => answer('title', { centre: 'x' })).to.throw()
    // @ts-expect-error: there is no such message
    expect(() => signIn('nothing')).to.throw()
  })
})

import { expect } from 'chai'
import { languages } from '../../domain/language.ts'
import { refusalCodes } from '../../domain/refusals.ts'
import { problemCodes } from '../../locales/problems.ts'
import { refusalFields } from '../../locales/refusals.ts'
import { officeRefusals, pageProblems, pageRefusals, plainRefusals } from '../../locales/told-on-pages.ts'
import { wordsOf, wordsOnPage } from '../../locales/words.ts'

/** What is given to whoever works at the school, or sends requests by a program: nobody reads of it who has a link and no more. */
const ofOthers: Readonly<Record<(typeof languages)[number], RegExp>> = {
  en: /JSON|If-Match|ETag|idempotency|\bcommand\b|register|media type|urlencoded|\bmethod\b|delegate|your role|administrator|reference page|moveDeadline|\bgrant|\bextend|\breload|sign-in|on behalf|the office can|as “file”/i,
  fr: /JSON|If-Match|ETag|idempotence|\bcommande|registre|type de contenu|urlencoded|\bméthode|suppléant|votre rôle|administrat|page de référence|moveDeadline|accordez|prolongez|rechargez|connexion|à sa place|peuvent (lui )?donner|« file »/i,
}
const id = 'n4'
const fieldsOf = (names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, name === 'nomination' ? id : name === 'on' ? '2028-01-31' : 'X']))

describe('what is told on the pages of signed links', () => {
  it('is decided of each refusal of what those pages do: words of their own, the same words, or that no page meets it', () => {
    const known: readonly string[] = [...pageRefusals, ...plainRefusals, ...officeRefusals]
    for (const code of refusalCodes.filter((one) => /^(participation|dossier|command|document)\./.test(one)))
      expect(
        known.filter((one) => one === code),
        code,
      ).to.have.length(1)
    expect(new Set(known).size).to.equal(known.length)
  })

  for (const language of languages) {
    const words = wordsOnPage(language)
    it(`tells nobody to do what they cannot, whatever is refused, and names no id (${language})`, () => {
      for (const code of refusalCodes) {
        const { title, detail } = words.refusal(code, fieldsOf(refusalFields[code]))
        expect(`${title} ${detail}`, code).to.not.match(ofOthers[language]).and.not.contain(id)
        expect(detail, code).to.not.match(/[{}]|undefined|NaN/)
      }
      for (const code of problemCodes) {
        const { title, detail } = words.problem(code, { id: '42', limitKilobytes: 3, allowed: ['application/json'] })
        expect(`${title} ${detail}`, code).to.not.match(ofOthers[language])
      }
    })

    it(`tells what only the office is refused as what cannot be done here (${language})`, () => {
      const other = words.refusal('plan.exists', {})
      for (const code of officeRefusals)
        expect(words.refusal(code, fieldsOf(refusalFields[code])), code).to.deep.equal(other)
      expect(words.problem('basis-missing')).to.deep.equal(other)
    })

    it(`says otherwise than elsewhere what has words of its own (${language})`, () => {
      const elsewhere = wordsOf(language)
      for (const code of pageRefusals)
        expect(words.refusal(code, {}).detail, code).to.not.equal(elsewhere.refusal(code, {}).detail)
      for (const code of pageProblems)
        expect(words.problem(code).detail, code).to.not.equal(elsewhere.problem(code).detail)
    })
  }

  it('calls a candidate by the name that the page has for them', () => {
    const over = (nomination?: string) => wordsOnPage('en').refusal('participation.nomination-over', { nomination })
    expect(over('An Tran').detail).to.contain('The nomination of An Tran was cancelled or withdrawn already')
    for (const nomination of [undefined, 'n12'])
      expect(over(nomination).detail).to.match(/^The nomination was cancelled or withdrawn already/)
  })
})

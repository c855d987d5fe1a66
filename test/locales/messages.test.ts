import { expect } from 'chai'
import { languages, type Language } from '../../domain/language.ts'
import { argumentsIn, literalsIn, messagesOf } from './messages.ts'

describe('the messages', () => {
  for (const language of languages) {
    describe(`in ${language}`, () => {
      const literals = messagesOf(language).flatMap((message) =>
        literalsIn(message, language).map((said) => ({ path: message.path, said })),
      )
      const wrong = (fault: RegExp): readonly string[] =>
        literals.filter(({ said }) => fault.test(said)).map(({ path, said }) => `${path}: ${said}`)

      it('can all be read as ICU messages, and say something', () => {
        for (const message of messagesOf(language))
          expect(
            literalsIn(message, language).join('') + argumentsIn(message, language).join(''),
            message.path,
          ).to.match(/\p{L}/u)
      })
      it('have no straight apostrophe or quote, no three dots, no doubled or hanging space', () => {
        expect(wrong(/['"]|\.\.\.|[ \u00a0\u202f]{2}/)).to.deep.equal([])
        for (const { path, text } of messagesOf(language)) expect(text, path).to.equal(text.trim())
      })
    })
  }

  it('have the same keys and use the same arguments in both languages', () => {
    const shapeOf = (language: Language): readonly string[] =>
      messagesOf(language).map((message) => `${message.path} (${argumentsIn(message, language).join(', ')})`)
    expect(shapeOf('fr')).to.deep.equal(shapeOf('en'))
  })

  describe('in French', () => {
    const literals = messagesOf('fr').flatMap((message) =>
      literalsIn(message, 'fr').map((said) => `${message.path}: ${said}`),
    )
    const wrong = (fault: RegExp): readonly string[] =>
      literals.filter((said) => fault.test(said.slice(said.indexOf(': ') + 2)))

    it('have a no-break space before a colon and inside quotes', () => {
      expect(wrong(/(?<!\u00a0):/)).to.deep.equal([])
      expect(wrong(/«(?!\u00a0)|(?<!\u00a0)»/)).to.deep.equal([])
    })
    it('have a narrow no-break space before ; ! and ?', () => {
      expect(wrong(/(?<!\u202f)[;!?]/)).to.deep.equal([])
    })
    it('have no plain space before any of them', () => {
      expect(wrong(/[ ][:;!?»]|«[ ]/)).to.deep.equal([])
    })
    it('say pilote, jalon, récapitulatif, établissement partenaire and centre de recherche, as the glossary does', () => {
      const all = literals.join('\n')
      for (const word of [
        'pilote',
        'jalon',
        'récapitulatif',
        'établissement partenaire',
        'centre de recherche',
        'plan d’actions quinquennal',
        'notification',
      ])
        expect(all).to.contain(word)
      for (const word of [/digest/i, /milestone/i, /mails?\b/i, /workflow/i, /université partenaire/i])
        expect(wrong(word)).to.deep.equal([])
    })
  })

  it('say partnership lead, and never pilot, in English', () => {
    const all = messagesOf('en')
      .flatMap((message) => literalsIn(message, 'en'))
      .join('\n')
    expect(all)
      .to.match(/partnership lead/i)
      .and.to.not.match(/\bpilots?\b/i)
  })
})

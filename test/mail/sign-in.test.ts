import { expect } from 'chai'
import { languages } from '../../domain/language.ts'
import { renderSignIn } from '../../mail/sign-in.ts'

const url = 'https://longitude.school.example/sign-in/abc_DEF-1'

describe('the mail with a sign-in link', () => {
  for (const language of languages) {
    it(`gives in ${language} the link, its time, its browser and what to do when nobody asked`, () => {
      const { text, html, subject } = renderSignIn({ language, url, minutes: 10 })
      for (const body of [text, html])
        expect(body)
          .to.contain(url)
          .and.to.contain('10 minutes')
          .and.to.match(/browser|navigateur/)
          .and.to.match(/did not ask|ne l’avez pas demandé/)
      expect(html)
        .to.contain(`lang="${language}"`)
        .and.to.not.match(/<(img|script|link|iframe)\b|\bsrc=/)
      expect(subject).to.not.contain('abc_DEF')
      expect(text.split('\n')).to.include(url)
    })
  }
  it('refuses a link that is not of the web', () => {
    expect(() => renderSignIn({ language: 'en', url: 'javascript:alert(1)', minutes: 10 })).to.throw(TypeError)
  })
})

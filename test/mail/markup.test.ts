import { expect } from 'chai'
import fc from 'fast-check'
import { html } from '../../mail/markup.ts'
import { plain } from '../../mail/plain.ts'

describe('markup', () => {
  it('escapes every text, and leaves what is markup already', () => {
    expect(html`<p title="${'"'}">${'<&'}${html`<b>${"'"}</b>`}${undefined}${false}</p>`.source).to.equal(
      '<p title="&quot;">&lt;&amp;<b>&#39;</b></p>',
    )
  })
  it('lets no text open a tag or leave its attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.source)))
  })
})

describe('plain', () => {
  it('is one line without control or direction characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^ | $/u.test(plain(text)),
      ),
    )
  })
})

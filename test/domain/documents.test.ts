import { expect } from 'chai'
import { attached, documentsIn, withoutDocuments, type LooseDocument } from '../../domain/documents.ts'
import { Refusal } from '../../domain/refusals.ts'

const mine = 'a1'.repeat(16)
const theirs = 'b2'.repeat(16)
const pdf = { type: 'pdf', bytes: 52_114, sha256: '9f'.repeat(32) } as const
const documents: Record<string, LooseDocument> = {
  [mine]: { ...pdf, by: 'person:mine' },
  [theirs]: { ...pdf, by: 'person:theirs' },
}
const actor = { id: 'person:mine', standings: [] } as const

describe('a document that a command names', () => {
  const attaching = (document: string, facts: object = { documents }) => attached(document, { facts, actor })
  const code = (act: () => unknown): unknown => {
    try {
      return act()
    } catch (error) {
      return error instanceof Refusal ? [error.code, error.fields] : error
    }
  }

  it('is kept by what is known of it, and not by whom it is from', () => {
    expect(attaching(mine)).to.deep.equal({ document: mine, ...pdf })
  })

  it('is its own uploader’s to attach, and there, and of no other file', () => {
    for (const one of [theirs, 'c3'.repeat(16), 'constructor'])
      expect(code(() => attaching(one))).to.deep.equal(['document.unknown', { document: one }])
    expect(code(() => attaching(mine, {}))).to.deep.equal(['document.unknown', { document: mine }])
  })

  it('is gone for what follows in the same step', () => {
    const facts = { documents, centres: ['cmp'] }
    expect(withoutDocuments(facts, [mine])).to.deep.equal({
      documents: { [theirs]: documents[theirs] },
      centres: ['cmp'],
    })
    expect(withoutDocuments(facts, [])).to.equal(facts)
  })

  it('is found wherever an input has a field of that name, and nowhere else', () => {
    expect(documentsIn([{ piece: mine, document: mine }, { wishes: [{ document: theirs }] }, null, 'x'])).to.deep.equal(
      [mine, theirs],
    )
    expect(documentsIn({ document: 'usth-2027', other: theirs })).to.deep.equal([])
  })
})

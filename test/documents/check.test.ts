import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { checkInThreads } from '../../documents/check.ts'
import { joined, pdf, png } from './made.ts'

describe('the check of a document, in a thread of its own', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-check-'))
  })
  after(() => rmSync(folder, { recursive: true }))
  const put = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }

  it('says what it is, or why it is refused, several at once', async () => {
    const check = checkInThreads()
    const [good, bad] = [put('good', png()), put('bad', joined(pdf(), 'MZ'))]
    expect(await Promise.all([check(good, 'a.png'), check(bad, 'a.pdf'), check(good, 'a.pdf')])).to.deep.equal([
      { type: 'png' },
      { fault: 'document-mixed' },
      { fault: 'document-extension', found: 'png' },
    ])
  })

  it('ends alone where it takes too long or too much memory', async () => {
    const slow = put('slow', pdf())
    expect(await checkInThreads({ ms: 1, heapMegabytes: 256 })(slow, 'a.pdf')).to.deep.equal({
      fault: 'document-unchecked',
    })
    // An array in an array in an array: more than a thread has room for.
    const deep = put('deep', pdf({ objects: ['['.repeat(4_000_000)] }))
    expect(await checkInThreads({ ms: 20_000, heapMegabytes: 64 })(deep, 'a.pdf')).to.have.property('fault')
    const many = put('many', pdf({ objects: [`[${'<<>>'.repeat(3_000_000)}]`] }))
    expect(await checkInThreads({ ms: 20_000, heapMegabytes: 64 })(many, 'a.pdf')).to.deep.equal({
      fault: 'document-unchecked',
    })
    expect(await checkInThreads()(slow, 'a.pdf')).to.deep.equal({ type: 'pdf' })
  }).timeout(60_000)

  it('is refused of a file that is not there', async () => {
    expect(await checkInThreads()(join(folder, 'none'), 'a.pdf')).to.deep.equal({ fault: 'document-unchecked' })
  })
})

import { expect } from 'chai'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSecret } from '../../config/secret.ts'

describe('readSecret', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-secret-'))
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('makes 32 random bytes in a file only its owner reads, and answers the same ever after', () => {
    const file = join(folder, 'home', 'secret')
    const secret = readSecret(file)
    expect(secret).to.match(/^[0-9a-f]{64}$/)
    expect(readSecret(file)).to.equal(secret)
    expect(statSync(file).mode & 0o777).to.equal(0o600)
    expect(readdirSync(join(folder, 'home'))).to.deep.equal(['secret'])
  })

  it('never replaces a file that holds something else', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'short')
    expect(() => readSecret(file)).to.throw(`${file} does not hold a secret`)
  })
})

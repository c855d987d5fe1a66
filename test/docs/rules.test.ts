import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../../config/root.ts'

const folders = ['activities', 'api', 'domain', 'locales', 'mail', 'policy', 'store', 'test', 'worker']
const page = readFileSync(join(root, 'docs', 'rules.md'), 'utf8')
const lines = page.split('\n').filter((line) => /^\| R\d/.test(line))

/** The rules that a text cites. */
const citedIn = (text: string): readonly string[] => text.match(/\bR\d+\b/g) ?? []

const cited = new Set(
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|yaml)$/.test(file))
      .flatMap((file) => citedIn(readFileSync(join(root, folder, file), 'utf8'))),
  ),
)

describe('docs/rules.md', () => {
  it('says every rule that code, policy and tests cite, and no other', () => {
    expect(lines.map((line) => citedIn(line)[0])).to.have.members([...cited])
  })

  it('names where each is', () => {
    const files = lines.flatMap((line) =>
      [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map((one) => one[1] ?? ''),
    )
    expect(files).to.have.length.above(lines.length)
    expect(files.filter((file) => !existsSync(join(root, file)))).to.deep.equal([])
  })
})

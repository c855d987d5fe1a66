import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../../config/root.ts'

const folders = ['domain', 'workflows', 'activities', 'store', 'policy', 'api']

const sourceOf = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n')

/** The names in the last column of its tables. */
const namesIn = (page: string): string[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? []))

describe('docs/glossary.md', () => {
  it('names what the code really calls so', () => {
    const source = folders.map(sourceOf).join('\n')
    const names = namesIn(readFileSync(join(root, 'docs', 'glossary.md'), 'utf8'))
    expect(names).to.have.length.above(50)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).to.deep.equal([])
  })
})

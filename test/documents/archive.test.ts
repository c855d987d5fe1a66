import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { archived, type Archived } from '../../documents/archive.ts'
import { plainName } from '../../documents/name.ts'
import { instant } from '../../domain/time.ts'
import { until } from '../house.ts'
import { unzipped } from '../unzipped.ts'

const at = instant('2028-03-07T09:00:02Z')
const megabyte = Buffer.alloc(1_048_576, 'a')

describe('an archive', () => {
  let open: Readable[]
  beforeEach(() => (open = []))

  /** A file of so many megabytes, each the same, made as it is read. */
  const file = (path: string, megabytes: number, each = megabyte): Archived => {
    let left = megabytes
    const content = new Readable({
      read() {
        this.push(left-- > 0 ? each : null)
      },
    })
    open.push(content)
    content.once('close', () => open.splice(open.indexOf(content), 1))
    return { path, at, content }
  }
  async function* of(...files: readonly (() => Archived)[]): AsyncGenerator<Archived> {
    for (const next of files) yield next()
  }
  const text = (path: string, content: string) => (): Archived => ({ path, at, content: Readable.from([content]) })

  it('holds each file where it stands, with the moment it came and what it said', async () => {
    const bytes = await buffer(archived(of(text('00001/cv/00001-cv-1.pdf', 'One.'), text('missing.txt', 'Été'))))
    expect((await unzipped(bytes)).map((one) => ({ ...one, content: one.content.toString() }))).to.deep.equal([
      { path: '00001/cv/00001-cv-1.pdf', content: 'One.', at: '2028-03-07T09:00:02.000Z' },
      { path: 'missing.txt', content: 'Été', at: '2028-03-07T09:00:02.000Z' },
    ])
  })

  it('opens a file when its turn comes, and goes no further than it is read', async () => {
    let begun = 0
    // They do not shrink: what is read ahead into buffers, of 64 KB each, is less than one file.
    const random = randomBytes(megabyte.length)
    const files = Array.from({ length: 30 }, (_, n) => () => {
      begun++
      return file(`${n}`, 1, random)
    })
    const output = archived(of(...files))
    await once(output, 'readable')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const [before, atOnce] = [begun, open.length]
    expect([before, atOnce].map((count) => count <= 2)).to.deep.equal([true, true])
    expect((await unzipped(await buffer(output))).map(({ content }) => content.length)).to.deep.equal(
      files.map(() => megabyte.length),
    )
    expect([begun, open.length]).to.deep.equal([30, 0])
  })

  it('that nobody reads any more closes what it had open, and opens nothing more', async () => {
    let over = false
    let begun = 0
    async function* endless(): AsyncGenerator<Archived> {
      try {
        for (;;) yield file(`${begun++}`, 5000)
      } finally {
        over = true
      }
    }
    const output = archived(endless())
    await once(output, 'readable')
    expect(open).to.have.length(1)
    output.destroy()
    await until(async () => over && open.length === 0)
    expect(begun).to.equal(1)
  })

  it('breaks off where what it holds does: it is no whole archive', async () => {
    const failing = (path: string): Archived => ({
      path,
      at,
      content: new Readable({
        read() {
          this.push(megabyte)
          this.destroy(new Error('the disk failed'))
        },
      }),
    })
    async function* broken(): AsyncGenerator<Archived> {
      yield text('one.txt', 'One.')()
      throw new Error('MongoDB is away')
    }
    for (const [files, why] of [
      [of(text('one.txt', 'One.'), () => failing('two.pdf'), text('three.txt', 'Three.')), 'the disk failed'],
      [broken(), 'MongoDB is away'],
    ] as const) {
      const error = await buffer(archived(files)).catch((caught: unknown) => caught)
      expect(error).to.be.an('error').with.property('message', why)
    }
  })
})

describe('the name of a folder', () => {
  it('is one that every system takes', () => {
    expect(
      ['00017', 'motivation-letter', 'nul', 'COM1', 'console', 'a/../b', 'fin.', ' x ', 'é', ''].map(plainName),
    ).to.deep.equal(['00017', 'motivation-letter', 'nul_', 'COM1_', 'console', 'a____b', 'fin_', '_x_', '_', '_'])
  })
})

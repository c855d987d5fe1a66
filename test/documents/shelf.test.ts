import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { instant, instantOf } from '../../domain/time.ts'
import { Changed, openShelf, TooLarge, type Shelf } from '../../documents/shelf.ts'

const id = 'a1'.repeat(16)
const content = Buffer.from('An agreement.')
const sha256 = createHash('sha256').update(content).digest('hex')

describe('the shelf of documents', () => {
  let folder: string
  let shelf: Shelf
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-shelf-'))
    shelf = openShelf(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const received = () => shelf.receive(Readable.from([content.subarray(0, 3), content.subarray(3)]), 100)
  const place = () => join(folder, 'kept', sha256.slice(0, 2), `${sha256}.${id}`)
  const incoming = () => readdirSync(join(folder, 'incoming'))
  const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

  it('keeps what comes under its hash and its id, for its owner alone', async () => {
    const file = await received()
    expect(file).to.deep.include({ bytes: content.length, sha256 })
    await shelf.keep(file, id)
    expect(incoming()).to.deep.equal([])
    expect(statSync(place()).mode & 0o777).to.equal(0o600)
    expect(statSync(join(folder, 'kept')).mode & 0o777).to.equal(0o700)
    expect(await buffer(await shelf.read({ id, sha256 }))).to.deep.equal(content)
    await shelf.remove({ id, sha256 })
    expect(existsSync(place())).to.equal(false)
  })

  it('leaves nothing of what breaks off, is too large, or is thrown away', async () => {
    const broken = new Readable({ read: () => undefined })
    const receiving = caught(shelf.receive(broken, 100))
    broken.push(content)
    broken.destroy(new Error('cut'))
    expect(await receiving).to.be.an('error')
    expect(await caught(shelf.receive(Readable.from([content]), content.length - 1))).to.be.instanceOf(TooLarge)
    expect(await shelf.receive(Readable.from([content]), content.length)).to.have.property('bytes', content.length)
    await shelf.discard(await received())
    expect(incoming()).to.have.length(1)
  })

  it('hands out nothing that is gone, or is not what was put there', async () => {
    await shelf.keep(await received(), id)
    writeFileSync(place(), 'Another agreement.')
    expect(await caught(shelf.read({ id, sha256 }))).to.be.instanceOf(Changed)
    rmSync(place())
    expect(await caught(shelf.read({ id, sha256 }))).to.be.instanceOf(Changed)
  })

  it('throws away what was received long ago and never kept, and lists what was kept before a moment', async () => {
    const { path } = await received()
    await shelf.keep(await received(), id)
    for (const one of [path, place()])
      utimesSync(one, new Date('2020-04-26T08:00:00Z'), new Date('2020-04-26T08:00:00Z'))
    await received()
    await shelf.sweepReceived(instant('2020-04-26T08:00:00Z'))
    expect(incoming()).to.have.length(2)
    await shelf.sweepReceived(instant('2020-04-26T08:00:01Z'))
    expect(incoming()).to.have.length(1)
    const kept = (at: string, of = Number.parseInt(sha256.slice(0, 2), 16)) => shelf.keptBefore(of, instant(at))
    expect(await kept('2020-04-26T08:00:00Z')).to.deep.equal([])
    expect(await kept('2020-04-26T08:00:01Z')).to.deep.equal([{ id, sha256 }])
    expect(await shelf.keptBefore(0, instantOf(Date.now() + 1e6))).to.deep.equal([])
  })
})

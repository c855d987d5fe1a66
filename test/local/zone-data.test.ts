import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnv } from '../../local/child-env.ts'
import { root } from '../../config/root.ts'

// Each ends by itself where it first needs something, past the warning: a port that is none, a database that is none.
const starts = {
  'local/main.ts': { ends: 'PORT: must be a port', env: { PORT: 'none' } },
  'worker/main.ts': { ends: 'MongoRuntimeError', env: { MONGODB_URI: 'mongodb://127.0.0.1:none/none' } },
} as const

describe('the zone data of a Node, at start', function () {
  this.timeout(60_000)
  let home: string
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'longitude-zones-'))
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  /** What a start says under a Node that brings this release of the zone data. */
  function said(file: keyof typeof starts, release: string): Promise<string> {
    const asIf = `Object.defineProperty(process, 'versions', { value: { ...process.versions, tz: '${release}' } })`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(asIf)}`, '--import', 'tsx', file]
    const env = childEnv(home, starts[file].env)
    return new Promise((resolve) =>
      execFile(process.execPath, args, { cwd: root, env }, (_, stdout, stderr) => resolve(stdout + stderr)),
    )
  }

  for (const file of ['local/main.ts', 'worker/main.ts'] as const)
    it(`are named by ${file} where they are outdated, and not where they are good enough or newer`, async () => {
      const [outdated, oldest, newer] = await Promise.all(['2025b', '2025c', '2026c'].map((one) => said(file, one)))
      for (const output of [outdated, oldest, newer]) expect(output).to.include(starts[file].ends)
      expect(outdated).to.match(/zone data of this Node.* are outdated: mails may go an hour off/)
      expect(outdated).to.include('2025b')
      for (const output of [oldest, newer]) expect(output).to.not.match(/zone data|outdated/i)
    })
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { variables } from '../../config/env.ts'
import { root } from '../../config/root.ts'
import { mailSender } from '../../mail/smtp.ts'
import { showBacklog } from '../../metrics/backlog.ts'
import { showEngine, showWorker } from '../../metrics/engine.ts'
import { processMetrics } from '../../metrics/listen.ts'
import { countedMail } from '../../metrics/mail.ts'
import { countedPosts } from '../../metrics/webhooks.ts'
import { poster } from '../../webhooks/post.ts'
import { requestDurations } from '../../metrics/requests.ts'

const page = readFileSync(join(root, 'docs', 'operations.md'), 'utf8')
const never = (): never => {
  throw new Error('nothing is read here')
}

describe('docs/operations.md', () => {
  it('has alarms of numbers that there are, and one for each number of ours', () => {
    const registry = processMetrics()
    requestDurations(registry)
    countedMail(mailSender({ smtpUrl: 'smtp://127.0.0.1', from: 'longitude@school.example' }), registry)
    countedPosts(poster({ atHome: false }), registry)
    showEngine(registry, { isUp: never })
    showWorker(registry, { isRunning: never })
    // Nothing is asked of a store before somebody asks for the numbers.
    showBacklog(registry, {
      get store(): never {
        return never()
      },
      now: never,
    })
    const shown = registry.getMetricsAsArray().map(({ name }) => name)
    const named = [...page.matchAll(/\b(?:longitude|nodejs|process|http)_[a-z0-9_]*[a-z0-9]/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    )
    const others = ['longitude_secret', 'longitude_postgres']
    expect(shown).to.include.members([...new Set(named)].filter((name) => !others.includes(name)))
    const ours = shown.filter((name) => name.startsWith('longitude_') && name !== 'longitude_inbox_untaken')
    expect(named).to.include.members(ours)
  })

  it('and the README name settings that there are', () => {
    const settings = readFileSync(join(root, 'README.md'), 'utf8').split('## Settings')[1]?.split('\n## ')[0] ?? ''
    const named = [...settings.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, name = '']) => name)
    expect(named.length).to.be.above(20)
    expect(variables).to.include.members(named)
    // Settings of servers and of Node, and kinds of errors.
    const theirs =
      /^(?:TEMPORAL_TLS_(?:FRONTEND|CLIENT1|REQUIRE)|SQL_|NUM_|NODE_|UNABLE_|SELF_|DEPTH_|CERT_|ERR_|ADDRESS_)/
    const here = [...page.matchAll(/`([A-Z]+(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].map(([, name = '']) => name)
    expect(variables).to.include.members(here.filter((name) => !theirs.test(name)))
  })

  it('leads to files that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
    const files = [...page.matchAll(/`((?:test|policy|local|scripts|config|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    for (const path of links) expect(existsSync(join(root, dirname('docs/x'), path)), path).to.equal(true)
    for (const path of files) expect(existsSync(join(root, path)), path).to.equal(true)
    expect(links.length + files.length).to.be.above(6)
  })
})

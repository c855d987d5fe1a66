import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { rehearsePlans } from '../../scripts/rehearsed-plans.ts'
import { school } from '../domain/school.ts'

interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}
const root = fileURLToPath(new URL('../..', import.meta.url))
function rehearse(...args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['local/one-file.mjs', 'scripts/rehearse.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  )
  return { code: status, stdout, stderr }
}
const two = { plans: 2, behaviour: 'late', seed: 7, firstYear: 2027 } as const

describe('npm run rehearse', function () {
  this.timeout(600_000)

  it('prints one JSON object, the same each time, with the checks as they are asked for', async () => {
    const args = ['plan', '--plans', '2', '--behaviour', 'late', '--seed', '7', '--first-year', '2027', '--json']
    const { code, stdout, stderr } = rehearse(...args)
    expect([code, stderr]).to.deep.equal([0, ''])
    expect(stdout).to.include('{"sentAfterSettled":0,"sentTwice":0,"outsideWindow":0}')
    expect(JSON.parse(stdout)).to.deep.equal(JSON.parse(JSON.stringify(await rehearsePlans(two))))
    expect(JSON.parse(stdout)).to.include({ ...two, policy: school.policy.version })
  })

  it('tells people of mails, lateness, escalations and answers', () => {
    const { code, stdout } = rehearse('plan', '--plans', '1', '--behaviour', 'silent')
    expect(code).to.equal(0)
    for (const words of [
      'Mails: ',
      'Weeks with most mails',
      'Late milestones: ',
      'Escalations',
      'by whom: direction 2',
    ])
      expect(stdout).to.include(words)
    expect(stdout).to.match(/approval +J\+3 +deputy +2 +2 +0/)
    expect(stdout).to.include('Checks: {"sentAfterSettled":0,"sentTwice":0,"outsideWindow":0}')
  })

  const misused: readonly (readonly [string, readonly string[], string])[] = [
    ['nothing to rehearse', [], 'usage: '],
    ['something else', ['year'], 'usage: '],
    ['a behaviour nobody has', ['plan', '--behaviour', 'lazy'], 'onTime, late, silent, mixed'],
    ['no plan at all', ['plan', '--plans', '0'], 'a whole number from 1 to'],
    ['half a plan', ['plan', '--plans', '1.5'], 'a whole number from 1 to'],
    ['an option it does not know', ['plan', '--fast'], 'usage: '],
  ]
  for (const [name, args, says] of misused)
    it(`says what it can when it is asked for ${name}`, () => {
      const { code, stdout, stderr } = rehearse(...args)
      expect([code, stdout]).to.deep.equal([2, ''])
      expect(stderr).to.include(says)
    })

  it('goes on when there are more plans than partners', async () => {
    const { refused, byParty } = await rehearsePlans({ ...two, plans: school.partners.length + 1, behaviour: 'onTime' })
    expect(refused).to.deep.equal([])
    expect(byParty['p1']).to.be.above(20)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { holds, lineOf, medianOf, type Figure } from '../../bench/figures.ts'
import { inTurn } from '../../bench/rounds.ts'
import { rowOf } from '../../bench/table.ts'
import { root } from '../../config/root.ts'

const figure: Figure = {
  metric: 'command-latency',
  unit: 'ms',
  ours: [30, 12, 15],
  bare: [10, 12, 9],
  goals: [{ of: 'ratio', atMost: 1.25 }],
}

describe('what a measurement says', () => {
  it('is the middle of its rounds, and the ratio of the two middles', () => {
    expect(medianOf([3, 1, 2])).to.equal(2)
    expect(medianOf([4, 1, 2, 3])).to.equal(2.5)
    expect(lineOf(figure)).to.deep.equal({ metric: 'command-latency', ours: 15, bare: 10, ratio: 1.5, unit: 'ms' })
  })

  it('is ours alone where there is nothing beside it', () => {
    const { bare: _, ...alone } = figure
    expect(lineOf(alone)).to.deep.equal({ metric: 'command-latency', ours: 15, bare: null, ratio: null, unit: 'ms' })
  })

  it('tells people how far the rounds lie apart, and of a goal whether it holds', () => {
    expect(rowOf(figure)).to.match(/^command-latency +ms +15 +10 +1\.50 +1\.00 … 3\.00 +ratio ≤ 1\.25: MISSED$/)
    const { goals: _, ...free } = figure
    expect(rowOf({ ...free, goals: [{ of: 'ours', atMost: 15 }] })).to.match(/ours ≤ 15: holds$/)
  })

  it('keeps to a goal from either side, up to its bound', () => {
    const line = { metric: 'm', ours: 4, bare: 5, ratio: 0.8, unit: 's' }
    expect(holds(line, { of: 'ratio', atLeast: 0.8 })).to.equal(true)
    expect(holds(line, { of: 'ratio', atLeast: 0.81 })).to.equal(false)
    expect(holds(line, { of: 'ours', atMost: 4 })).to.equal(true)
    expect(holds(line, { of: 'ours', atMost: 3.99 })).to.equal(false)
    expect(holds({ ...line, ratio: null }, { of: 'ratio', atMost: 1 })).to.equal(false)
  })

  it('comes of rounds in turn, the first of each being for nothing', async () => {
    const asked: string[] = []
    const side = (name: string) => async (round: number) => asked.push(`${name}${round}`)
    const sides = await inTurn(2, { ours: side('o'), bare: side('b') })
    expect(asked).to.deep.equal(['o0', 'b0', 'o1', 'b1', 'o2', 'b2'])
    expect(sides).to.deep.equal({ ours: [3, 5], bare: [4, 6] })
  })
})

describe('npm run bench', function () {
  this.timeout(600_000)

  it('says what it can measure when it is asked for something else', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'bench', 'main.ts'), 'speed-of-light'],
      { encoding: 'utf8' },
    )
    expect([status, stdout]).to.deep.equal([2, ''])
    expect(stderr).to.include('usage: ').and.include('command-latency')
  })

  it('has bare counterparts of less than eighty lines each', () => {
    const folder = join(root, 'bench', 'bare')
    const long = readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').split('\n').length > 80)
    expect(long).to.deep.equal([])
  })
})

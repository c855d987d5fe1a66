import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { filesInTurnByLink } from '../../api/http/turns.ts'

const tookMs = 60

describe('files of one sender are taken one at a time, with a rest after each (ADR 76)', () => {
  it('and nobody else waits for them', async () => {
    const order: string[] = []
    const began = performance.now()
    const app = express().post('/:token', filesInTurnByLink(), ({ params: { token } }, res) => {
      order.push(`${String(token)} begins`)
      setTimeout(() => {
        order.push(`${String(token)} ends`)
        res.end()
      }, tookMs)
    })
    const server = app.listen(0)
    const send = async (token: string): Promise<void> => {
      await request(server).post(`/${token}`)
    }
    await Promise.all(['one', 'one', 'one', 'other'].map(send))
    const lastMs = performance.now() - began
    server.close()
    expect(order.filter((said) => said.startsWith('one'))).to.deep.equal([
      'one begins',
      'one ends',
      'one begins',
      'one ends',
      'one begins',
      'one ends',
    ])
    expect(order.indexOf('other ends')).to.be.below(order.lastIndexOf('one begins'))
    // Three times what each took, and twice a rest of three times that.
    expect(lastMs).to.be.above(9 * tookMs - 20)
  })
})

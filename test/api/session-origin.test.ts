import { expect } from 'chai'
import request from 'supertest'
import { openDoor, type Door } from './door.ts'

describe('a request that would change something', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  after(() => door.close())

  const asked = (headers: Record<string, string>) => {
    const by = request(door.app).delete('/api/v1/session')
    for (const [name, value] of Object.entries(headers)) void by.set(name, value)
    return by
  }
  const passes: readonly Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'http://127.0.0.1:3999' },
    { Origin: 'http://localhost:3000', Host: 'localhost:3000' },
  ]
  const refused: readonly Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1:3999' },
    { 'Sec-Fetch-Site': 'made-up' },
    { Origin: 'https://evil.example' },
    { Origin: 'http://127.0.0.1:3998' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:3999.evil.example' },
  ]
  for (const headers of passes) it(`passes with ${JSON.stringify(headers)}`, () => asked(headers).expect(204))
  for (const headers of refused)
    it(`is refused with ${JSON.stringify(headers)}`, async () => {
      const { body } = await asked(headers).expect(403)
      expect(body.code).to.equal('csrf')
    })
})

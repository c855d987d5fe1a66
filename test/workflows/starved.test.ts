import { NativeConnection } from '@temporalio/worker'
import { expect } from 'chai'
import { openShelf } from '../../documents/shelf.ts'
import { mailSender } from '../../mail/smtp.ts'
import { inTransaction } from '../../store/commit.ts'
import { poster } from '../../webhooks/post.ts'
import { makeWorkers } from '../../worker/compose.ts'
import { rules } from '../domain/school.ts'
import { openHouse } from '../house.ts'
import { stack } from '../stack.ts'

describe('a worker that gets no processor', () => {
  // What is interrupted within a workflow takes Node down with it: "async hook stack has become corrupted".
  it('is given a minute before what it is at is interrupted', async () => {
    const house = await openHouse()
    const connection = await NativeConnection.connect({ address: stack.temporalAddress })
    const workers = await makeWorkers({
      connection,
      client: house.client,
      namespace: house.namespace,
      store: house.store,
      rules,
      shelf: openShelf(house.documents),
      mail: mailSender({ smtpUrl: stack.smtpUrl, from: 'longitude@school.example', reportSecret: 'f'.repeat(64) }),
      post: poster({ atHome: true }),
      mailsPerSecond: 1,
      secret: 'f'.repeat(64),
      publicUrl: 'http://127.0.0.1:3000',
      transact: inTransaction(house.store),
      reached: () => undefined,
      bundle: stack.workflowBundle,
    })
    const patienceMs = workers.map(({ options }) => options.isolateExecutionTimeoutMs)
    for (const worker of workers) await worker.runUntil(Promise.resolve())
    await connection.close()
    await house.close()
    expect(Math.max(...patienceMs)).to.equal(60_000)
  })
})

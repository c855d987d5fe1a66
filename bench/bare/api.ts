import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import express from 'express'
import { MongoClient } from 'mongodb'
import { readEnv, services } from '../../config/env.ts'
import { serveDirectory } from './directory.ts'
import { serveLists } from './lists.ts'

// The API of the bare counterpart: no session, no rights, no contract, no words. A row is kept, then its process is asked.

const env = readEnv()
const { mongodbUri, temporalAddress: address, temporalNamespace: namespace } = services(env)
const database = (await new MongoClient(mongodbUri).connect()).db()
const engine = new Client({ connection: await Connection.connect({ address }), namespace })
const inbox = database.collection<{ _id: string; body: unknown }>('inbox')

const app = express()
app.use(express.json())
app.get('/readyz', (_req, res) => void res.sendStatus(200))
app.post('/processes/:id', async ({ params, body }, res) => {
  const row = randomUUID()
  await inbox.insertOne({ _id: row, body })
  res.json({ taken: await engine.workflow.getHandle(params.id).executeUpdate('take', { args: [row] }) })
})
await serveLists(app, mongodbUri)
serveDirectory(app)
app.listen(env.port, '127.0.0.1')

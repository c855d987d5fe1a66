import type { Express } from 'express'
import { createConnection, Schema } from 'mongoose'

interface Filed {
  _id: string
  type: string
  status: string
  state: { partner: string; firstYear: number; version: number; pilot: string }
  waits: readonly object[]
}
const perPage = 200
const type = 'partnershipPlan'

/** Reads files as they are, and gives of each what a list of ours shows. */
export async function serveLists(app: Express, mongodbUri: string): Promise<void> {
  const connection = await createConnection(mongodbUri).asPromise()
  const schema = new Schema<Filed>({ _id: String, type: String }, { strict: false }).index({ type: 1, _id: 1 })
  const files = connection.model('files', schema, 'files')
  app.get('/plans', async ({ query: { after } }, res) => {
    const behind = `${type}/${typeof after === 'string' ? after : ''}`
    const docs = await files
      .find({ type, _id: { $gt: behind } })
      .sort({ _id: 1 })
      .limit(perPage + 1)
      .lean()
    const items = docs.slice(0, perPage).map(({ _id, status, state, waits }) => {
      const { partner, firstYear, version, pilot } = state
      return { key: _id.slice(type.length + 1), partner, firstYear, status, version, pilot, next: waits[0] }
    })
    res.json({ items, next: docs.length > perPage ? items.at(-1)?.key : null })
  })
}

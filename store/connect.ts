import mongoose, { type Connection, type Model } from 'mongoose'
import { schemas, type Collections } from './schemas.ts'

/** MongoDB cannot be used for this: it is no replica set, so it has no transactions. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase'
}

/** The open database: one typed collection each, and the connection for transactions. */
export type Store = { readonly connection: Connection; close(): Promise<void> } & {
  readonly [K in keyof Collections]: Model<Collections[K]>
}

// Learnt by experiment: with these an outage is known within two seconds, and nobody waits longer.
const options = {
  serverSelectionTimeoutMS: 1500,
  waitQueueTimeoutMS: 1500,
  connectTimeoutMS: 1500,
  maxPoolSize: 50,
  minPoolSize: 2,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  // A field that is undefined is not there: a file read back equals the one that was written.
  ignoreUndefined: true,
} as const
// Making indexes and counting a whole ledger are no request: they may take their time, also to get a connection on a busy machine.
const patience = { ...options, socketTimeoutMS: 600_000, waitQueueTimeoutMS: 10_000 } as const

/** How long a connection waits. */
export interface Patience {
  /** For scripts that read everything. */
  readonly patient?: boolean
  /** After so long without a word from MongoDB it is away, in milliseconds; a step has no more than a second. */
  readonly silenceMs?: number
}

/**
 * Opens the database and makes sure of its collections and indexes.
 * Throws `UnusableDatabase` where it is no replica set.
 */
export async function connect(uri: string, { patient = false, silenceMs = 700 }: Patience = {}): Promise<Store> {
  mongoose.set('strictQuery', 'throw')
  mongoose.set('sanitizeFilter', true)
  await prepared(uri)
  const connection = await mongoose
    .createConnection(uri, {
      ...(patient ? patience : { ...options, socketTimeoutMS: silenceMs }),
      dbName: databaseIn(uri),
    })
    .asPromise()
  return Object.assign(modelsOf(connection), { connection, close: () => connection.close() })
}

/** Whether MongoDB answers. Throws where it does not. */
export async function ping({ connection }: Store): Promise<void> {
  await connection.db?.command({ ping: 1 })
}

/** The database an address names, or ours. */
const databaseIn = (uri: string): string => /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri)?.[1] ?? 'longitude'

/** Collections and indexes, made over a connection of its own that is not in a hurry; once per process and database. */
async function prepared(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri, { ...patience, dbName: databaseIn(uri) }).asPromise()
  try {
    const hello = await connection.db?.admin().command({ hello: 1 })
    if (!hello?.['setName'])
      throw new UnusableDatabase(
        'MONGODB_URI names a MongoDB that is no replica set: transactions need one (start mongod with --replSet, then rs.initiate())',
      )
    for (const model of Object.values(modelsOf(connection))) {
      await model.createCollection()
      await model.createIndexes()
    }
  } finally {
    await connection.close()
  }
}

const modelsOf = (connection: Connection): { readonly [K in keyof Collections]: Model<Collections[K]> } => ({
  ledger: connection.model<Collections['ledger']>('ledger', schemas.ledger, 'ledger'),
  files: connection.model<Collections['files']>('files', schemas.files, 'files'),
  inbox: connection.model<Collections['inbox']>('inbox', schemas.inbox, 'inbox'),
  texts: connection.model<Collections['texts']>('texts', schemas.texts, 'texts'),
  links: connection.model<Collections['links']>('links', schemas.links, 'links'),
  linkCodes: connection.model<Collections['linkCodes']>('linkCodes', schemas.linkCodes, 'linkCodes'),
  linkSessions: connection.model<Collections['linkSessions']>('linkSessions', schemas.linkSessions, 'linkSessions'),
  signInLinks: connection.model<Collections['signInLinks']>('signInLinks', schemas.signInLinks, 'signInLinks'),
  calendarFeeds: connection.model<Collections['calendarFeeds']>(
    'calendarFeeds',
    schemas.calendarFeeds,
    'calendarFeeds',
  ),
  sessions: connection.model<Collections['sessions']>('sessions', schemas.sessions, 'sessions'),
  mails: connection.model<Collections['mails']>('mails', schemas.mails, 'mails'),
  troubles: connection.model<Collections['troubles']>('troubles', schemas.troubles, 'troubles'),
  numbers: connection.model<Collections['numbers']>('numbers', schemas.numbers, 'numbers'),
  documents: connection.model<Collections['documents']>('documents', schemas.documents, 'documents'),
  webhooks: connection.model<Collections['webhooks']>('webhooks', schemas.webhooks, 'webhooks'),
  deliveries: connection.model<Collections['deliveries']>('deliveries', schemas.deliveries, 'deliveries'),
  people: connection.model<Collections['people']>('people', schemas.people, 'people'),
  partners: connection.model<Collections['partners']>('partners', schemas.partners, 'partners'),
  centres: connection.model<Collections['centres']>('centres', schemas.centres, 'centres'),
  countries: connection.model<Collections['countries']>('countries', schemas.countries, 'countries'),
  asked: connection.model<Collections['asked']>('asked', schemas.asked, 'asked'),
  edits: connection.model<Collections['edits']>('edits', schemas.edits, 'edits'),
  answering: connection.model<Collections['answering']>('answering', schemas.answering, 'answering'),
  candidates: connection.model<Collections['candidates']>('candidates', schemas.candidates, 'candidates'),
  erasedTexts: connection.model<Collections['erasedTexts']>('erasedTexts', schemas.erasedTexts, 'erasedTexts'),
  programmes: connection.model<Collections['programmes']>('programmes', schemas.programmes, 'programmes'),
})

import canonicalize from 'canonicalize'
import { processOf } from '../domain/processes.ts'
import type { Stored } from '../domain/process.ts'
import { genesis, hashOf } from './chain.ts'
import type { Store } from './connect.ts'
import { storedOf } from './files.ts'
import { entriesOf } from './ledger.ts'
import { isFoldOf, isRegisterStream, registerHeads } from './register/fold.ts'
import type { LedgerDoc } from './schemas.ts'

/** What is wrong with one entry of the ledger, or where one should be. */
export interface Fault {
  readonly stream: string
  readonly seq: number
  readonly fault:
    | 'changed'
    | 'missing'
    | 'out of order'
    | 'cut from the end'
    | 'beyond the head'
    | 'the file is not its fold'
    | 'without a file'
}
interface Head {
  readonly seq: number
  readonly head: string
}

/**
 * Reads the whole ledger and names every entry that was changed, lost, moved or cut, and every file that is not the fold
 * of its entries. Streams are read one after the other; memory holds one of them.
 */
export async function verifyLedger(
  store: Store,
): Promise<{ streams: number; entries: number; faults: readonly Fault[] }> {
  const heads = await headsOf(store)
  const streams = new Set([...heads.keys(), ...(await store.ledger.distinct('stream'))])
  const faults: Fault[] = []
  let entries = 0
  for (const stream of [...streams].sort()) {
    const docs = await store.ledger.find({ stream }).sort({ seq: 1 }).lean()
    entries += docs.length
    const broken = faultsOf(stream, docs, heads.get(stream))
    faults.push(...(broken.length > 0 ? broken : await foldFault(store, stream, docs)))
  }
  return { streams: streams.size, entries, faults }
}

/** The heads that stand beside the ledger: in files, and in the register's documents. */
async function headsOf(store: Store): Promise<Map<string, Head>> {
  const [ofFiles, ofRegister] = await Promise.all([
    store.files.find({}, { seq: 1, head: 1 }).lean(),
    registerHeads(store),
  ])
  return new Map([...ofFiles.map(({ _id, seq, head }) => [_id, { seq, head }] as const), ...ofRegister])
}

function faultsOf(stream: string, docs: readonly LedgerDoc[], head: Head | undefined): Fault[] {
  const faults: Fault[] = []
  let prev = genesis
  let expected = 1
  for (const doc of docs) {
    for (; expected < doc.seq; expected++) faults.push({ stream, seq: expected, fault: 'missing' })
    if (hashOf(doc) !== doc.hash)
      faults.push({ stream, seq: doc.seq, fault: doc._id === `${stream}#${doc.seq}` ? 'changed' : 'out of order' })
    else if (doc._id !== `${stream}#${doc.seq}`) faults.push({ stream, seq: doc.seq, fault: 'out of order' })
    else if (doc.prev !== prev && !faults.some(({ seq }) => seq === doc.seq - 1))
      faults.push({ stream, seq: doc.seq, fault: 'out of order' })
    prev = doc.hash
    expected = doc.seq + 1
  }
  if (!head) return [...faults, { stream, seq: expected - 1, fault: 'without a file' }]
  for (; expected <= head.seq; expected++) faults.push({ stream, seq: expected, fault: 'cut from the end' })
  const last = docs.at(-1)
  if (last && last.seq > head.seq) faults.push({ stream, seq: head.seq + 1, fault: 'beyond the head' })
  else if (faults.length === 0 && last && last.hash !== head.head)
    faults.push({ stream, seq: last.seq, fault: 'changed' })
  return faults
}

async function foldFault(store: Store, stream: string, docs: readonly LedgerDoc[]): Promise<Fault[]> {
  if (isRegisterStream(stream))
    return (await isFoldOf(store, stream, docs))
      ? []
      : [{ stream, seq: docs.length, fault: 'the file is not its fold' }]
  const doc = await store.files.findOne({ _id: stream }).lean()
  if (!doc) return []
  const folded: Stored = processOf(stream).fold(stream, entriesOf(docs))
  return canonicalize(folded) === canonicalize(storedOf(doc))
    ? []
    : [{ stream, seq: doc.seq, fault: 'the file is not its fold' }]
}

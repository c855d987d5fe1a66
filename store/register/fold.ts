import canonicalize from 'canonicalize'
import { trusted } from 'mongoose'
import { parted } from '../../domain/register/personal.ts'
import {
  fieldsWritten,
  foldRegister,
  registerTypes,
  type Fields,
  type RegisterData,
} from '../../domain/register/register.ts'
import type { Store } from '../connect.ts'
import type { LedgerDoc } from '../schemas.ts'
import { registerKinds } from './kinds.ts'

/** Whether a stream of the ledger is that of a document of the register. */
export const isRegisterStream = (stream: string): boolean => registerTypes.some((type) => stream.startsWith(`${type}/`))

/** The number and hash of the last entry of every document that anyone has edited, by stream. */
export async function registerHeads({
  connection,
}: Store): Promise<(readonly [string, { seq: number; head: string }])[]> {
  const all = await Promise.all(
    registerTypes.map(async (type) => {
      const docs = await connection
        .collection<{ _id: string; seq: number; head: string }>(registerKinds[type].collection)
        .find(trusted({ seq: { $gt: 0 } }), { projection: { seq: 1, head: 1 } })
        .toArray()
      return docs.map(({ _id, seq, head }) => [`${type}/${_id}`, { seq, head }] as const)
    }),
  )
  return all.flat()
}

/** Whether a document's plain values are what its entries say; personal ones are not in the ledger. What an earlier version began with it may keep. */
export async function isFoldOf({ connection }: Store, stream: string, docs: readonly LedgerDoc[]): Promise<boolean> {
  const type = registerTypes.find((one) => stream.startsWith(`${one}/`))
  if (!type) return false
  const id = stream.slice(type.length + 1)
  const doc = await connection.collection<Fields & { _id: string }>(registerKinds[type].collection).findOne({ _id: id })
  if (!doc) return false
  const { _id: _, seq: __, head: ___, ...fields } = doc
  const entries = docs.map(dataOf)
  const { open } = parted(type, id, fields)
  const written = fieldsWritten(entries)
  const began = docs[0]?.type === `${type}Added`
  const told = Object.fromEntries(Object.entries(open).filter(([name]) => began || written.has(name)))
  return canonicalize(told) === canonicalize(foldRegister(entries))
}

function dataOf({ data }: LedgerDoc): Pick<RegisterData, 'fields' | 'set'> {
  const { fields, set }: Partial<RegisterData> = data
  return { fields: fields ?? [], set: set ?? {} }
}

import { trusted } from 'mongoose'
import { correspondenceStatuses, type CorrespondenceStatus } from '../../domain/correspondence/correspondence.ts'
import { keyOf } from '../../domain/id.ts'
import type { Store } from '../connect.ts'

/** How each of these parties' correspondence stands, by register id: the only place that says who can be reached (R10). */
export async function reachOf(
  { files }: Pick<Store, 'files'>,
  parties: readonly string[],
): Promise<ReadonlyMap<string, CorrespondenceStatus>> {
  const ids = parties.map((party) => `correspondence/${party}`)
  const docs = await files.find({ _id: trusted({ $in: ids }) }, { status: 1 }).lean()
  return statuses(docs)
}

/** Everyone who cannot be reached, by register id. */
export async function unreachable({ files }: Pick<Store, 'files'>): Promise<ReadonlyMap<string, CorrespondenceStatus>> {
  const status = trusted({ $in: ['passedOn', 'notReached'] })
  return statuses(await files.find({ type: 'correspondence', status }, { status: 1 }).lean())
}

const statuses = (docs: readonly { _id: string; status: string }[]): ReadonlyMap<string, CorrespondenceStatus> =>
  new Map(
    docs.flatMap(({ _id, status }): [string, CorrespondenceStatus][] => {
      const known = correspondenceStatuses.find((one) => one === status)
      return known ? [[keyOf(_id), known]] : []
    }),
  )

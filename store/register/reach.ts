import { trusted } from 'mongoose'
import { correspondenceStatuses, type CorrespondenceStatus } from '../../domain/correspondence/correspondence.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import type { Store } from '../connect.ts'

/** How each of these parties' correspondence stands, by register id: the only place that says who can be reached (R10). */
export async function reachOf(
  { files }: Pick<Store, 'files'>,
  parties: readonly string[],
): Promise<ReadonlyMap<string, CorrespondenceStatus>> {
  const ids = parties.map(correspondenceId)
  const docs = await files.find({ _id: trusted({ $in: ids }) }, { status: 1 }).lean()
  return statuses(docs)
}

const lost: readonly CorrespondenceStatus[] = ['passedOn', 'notReached']

/** Everyone who cannot be reached, by register id. */
export async function unreachable({ files }: Pick<Store, 'files'>): Promise<ReadonlyMap<string, CorrespondenceStatus>> {
  const status = trusted({ $in: [...lost] })
  return statuses(await files.find({ type: 'correspondence', status }, { status: 1 }).lean())
}

/** Whether somebody can be reached after a step who could not be before it, or the other way round, or only in another way. */
export function reachMoved(before: Stored, after: Stored): boolean {
  const reach = (file: Stored): CorrespondenceStatus | undefined =>
    correspondence.owns(file) ? lost.find((status) => status === file.state.status) : undefined
  return reach(before) !== reach(after)
}

const statuses = (docs: readonly { _id: string; status: string }[]): ReadonlyMap<string, CorrespondenceStatus> =>
  new Map(
    docs.flatMap(({ _id, status }): [string, CorrespondenceStatus][] => {
      const known = correspondenceStatuses.find((one) => one === status)
      return known ? [[keyOf(_id), known]] : []
    }),
  )

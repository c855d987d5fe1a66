import { trusted } from 'mongoose'
import { candidateClaim, participationId, partnerIn } from '../domain/participation/ids.ts'
import type { ParticipationFacts } from '../domain/participation/participation.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import { participation } from '../domain/participation/process.ts'
import type { Store } from './connect.ts'
import { foldFields, storedOf } from './files.ts'
import { recordsOfPersons } from './register/candidates.ts'

/** One nomination that stands in a cycle. */
export interface StandingNomination {
  /** The file that it is of, `participation/2028-engineer.usth`. */
  readonly file: string
  readonly partner: string
  readonly nomination: string
  readonly candidate: string
}

/** Every nomination that stands in a cycle, by its key. */
export async function standingIn(
  { files }: Pick<Store, 'files'>,
  cycle: string,
): Promise<readonly StandingNomination[]> {
  const docs = await files
    .find(
      {
        type: participation.type,
        status: trusted({ $ne: 'cancelled' }),
        // Of that cycle alone: `/` comes right behind `.`.
        _id: trusted({ $gt: participationId(cycle, ''), $lt: `${participation.type}/${cycle}/` }),
      },
      foldFields,
    )
    .lean()
  return docs
    .map(storedOf)
    .filter((file) => participation.owns(file))
    .flatMap(({ id, state }) =>
      standing(state).map((one) => ({
        file: id,
        partner: state.partner,
        nomination: one.id,
        candidate: one.candidate,
      })),
    )
}

/**
 * Of these records those that the other partners of a cycle nominated, with the partner: as the record that is asked for, and as another of the same
 * person (S18). Found by what files claim (ADR 69), however many are nominated in the cycle.
 */
export async function nominatedElsewhere(
  store: Pick<Store, 'files' | 'candidates'>,
  {
    cycle,
    file,
    candidates,
  }: { readonly cycle: string; readonly file: string; readonly candidates: readonly string[] },
): Promise<Pick<ParticipationFacts, 'elsewhere' | 'elsewhereByOther'>> {
  const recordsOf = await recordsOfPersons(store, candidates)
  const holderOf = await holdersOf(store, { cycle, file, records: [...new Set([...recordsOf.values()].flat())] })
  const held = (records: readonly string[]): string | undefined =>
    records.map((record) => holderOf.get(record)).find((partner) => partner !== undefined)
  return {
    elsewhere: foundAmong(candidates, (one) => held([one])),
    elsewhereByOther: foundAmong(candidates, (one) => held(recordsOf.get(one) ?? [])),
  }
}

const foundAmong = (
  candidates: readonly string[],
  partnerOf: (candidate: string) => string | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    candidates.flatMap((one) => {
      const partner = partnerOf(one)
      return partner === undefined ? [] : [[one, partner]]
    }),
  )

/** Which other partner of a cycle holds a record, by the record. */
async function holdersOf(
  { files }: Pick<Store, 'files'>,
  { cycle, file, records }: { readonly cycle: string; readonly file: string; readonly records: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map()
  const recordOf = new Map(records.map((record) => [candidateClaim(cycle, record), record]))
  const docs = await files
    .find({ claims: trusted({ $in: [...recordOf.keys()] }), _id: trusted({ $ne: file }) }, { claims: 1 })
    .lean()
  return new Map(
    docs.flatMap(({ _id, claims = [] }) =>
      claims.flatMap((claim) => {
        const record = recordOf.get(claim)
        return record === undefined ? [] : [[record, partnerIn(_id)] as const]
      }),
    ),
  )
}

import { trusted } from 'mongoose'
import { participationId } from '../domain/participation/ids.ts'
import type { ParticipationFacts } from '../domain/participation/participation.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import { participation } from '../domain/participation/process.ts'
import type { Store } from './connect.ts'
import { storedOf } from './files.ts'
import { personsOf } from './register/candidates.ts'

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
      { waits: 0, parties: 0 },
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

/** Whom the other partners of a cycle nominated, with the partner: by the record that is nominated, and by the others of that person (S18). */
export async function nominatedElsewhere(
  store: Pick<Store, 'files' | 'candidates'>,
  { cycle, file }: { readonly cycle: string; readonly file: string },
): Promise<Pick<ParticipationFacts, 'elsewhere' | 'elsewhereByOther'>> {
  const [all, persons] = await Promise.all([standingIn(store, cycle), personsOf(store)])
  const others = all.filter((one) => one.file !== file)
  const elsewhere = others.map(({ candidate, partner }) => [candidate, partner] as const)
  const byPerson = new Map(elsewhere.map(([candidate, partner]) => [persons.get(candidate) ?? candidate, partner]))
  const records = [...persons, ...[...byPerson.keys()].map((person) => [person, person] as const)]
  return {
    elsewhere: Object.fromEntries(elsewhere),
    elsewhereByOther: Object.fromEntries(
      records.flatMap(([record, person]) => {
        const partner = byPerson.get(person)
        return partner === undefined ? [] : [[record, partner] as const]
      }),
    ),
  }
}

import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { grouped } from '../../domain/grouped.ts'
import { keyOf } from '../../domain/id.ts'
import { cycleIn } from '../../domain/participation/ids.ts'
import { standing, type Nomination } from '../../domain/participation/nominations/nomination.ts'
import { personsOf } from '../../store/register/candidates.ts'
import { standingIn } from '../../store/standing-nominations.ts'
import { pageOfParticipations } from '../../store/typed.ts'
import { hrefOf } from '../address.ts'
import type { NominationPage } from '../contracts/nomination.ts'
import { partiesOf } from '../session/access.ts'
import { page } from './lists.ts'
import { headOf, seeing, type Seeing } from './nominations.ts'
import type { ParticipationFile } from './participation.ts'
import type { Viewing } from './viewing.ts'

type Line = z.output<typeof NominationPage>['items'][number]

/** The nominations that stand in the files that concern someone, of one cycle or of all; a page is one of files. */
export async function nominationPage(
  { after, cycle }: { readonly after?: string | undefined; readonly cycle?: string | undefined },
  viewing: Viewing,
): Promise<z.output<typeof NominationPage>> {
  const of = cycle === undefined ? '' : `${cycle}.`
  const { items: files, next } = await page(
    { read: pageOfParticipations, after: after ?? of, store: viewing.store, parties: partiesOf(viewing.actor) },
    (file) => file,
  )
  const own = files.filter(({ id }) => keyOf(id).startsWith(of))
  const [seen, alsoOf] = await Promise.all([seeing(own, viewing), nominatedTwice(own, viewing)])
  return {
    items: own.flatMap((file) =>
      standing(file.state).map((one) => lineOf(one, file, { seen, also: alsoOf(file.id, one) })),
    ),
    next: own.length < files.length ? null : next,
  }
}

function lineOf(
  one: Nomination & { readonly id: string },
  file: ParticipationFile,
  { seen, also }: { readonly seen: Seeing; readonly also: Line['also'] },
): Line {
  const { cycle, partner } = file.state
  return {
    ...headOf(one, file, seen),
    participation: keyOf(file.id),
    cycle: { key: cycle, name: seen.words.cycle.title(file.state) },
    partner: seen.names.partner(partner),
    also,
    href: hrefOf(file.id),
  }
}

type AlsoOf = (file: string, one: { readonly id: string; readonly candidate: string }) => Line['also']

/** Who else nominated the same person in the same cycle, or the same partner by another record; for whoever may see who candidates are. */
async function nominatedTwice(files: readonly ParticipationFile[], { store, actor, names }: Viewing): Promise<AlsoOf> {
  if (!hasRight(actor, 'readCandidates')) return () => []
  const cycles = [...new Set(files.map(({ state }) => state.cycle))]
  const [persons, ...standings] = await Promise.all([
    personsOf(store),
    ...cycles.map((cycle) => standingIn(store, cycle)),
  ])
  const personIn = (file: string, candidate: string): string =>
    `${cycleIn(file)} ${persons.get(candidate) ?? candidate}`
  const byPerson = grouped(standings.flat(), ({ file, candidate }) => personIn(file, candidate))
  return (file, { id, candidate }) =>
    (byPerson.get(personIn(file, candidate)) ?? [])
      .filter((other) => other.file !== file || other.nomination !== id)
      .map((other) => ({
        participation: keyOf(other.file),
        nomination: other.nomination,
        partner: names.partner(other.partner),
        href: hrefOf(other.file),
      }))
}

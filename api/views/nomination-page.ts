import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { standing, type Nomination } from '../../domain/participation/nominations/nomination.ts'
import { pageOfParticipations } from '../../store/typed.ts'
import { partiesOf } from '../access.ts'
import { hrefOf } from '../address.ts'
import type { NominationPage } from '../contracts/nomination.ts'
import { page } from './lists.ts'
import { headOf, seeing, type Seeing } from './nominations.ts'
import type { ParticipationFile } from './participation.ts'
import type { Viewing } from './viewing.ts'

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
  const seen = await seeing(own, viewing)
  return {
    items: own.flatMap((file) => standing(file.state).map((one) => lineOf(one, file, seen))),
    next: own.length < files.length ? null : next,
  }
}

function lineOf(
  one: Nomination & { readonly id: string },
  file: ParticipationFile,
  seen: Seeing,
): z.output<typeof NominationPage>['items'][number] {
  const { cycle, partner } = file.state
  return {
    ...headOf(one, file, seen),
    participation: keyOf(file.id),
    cycle: { key: cycle, name: seen.words.cycle.title(file.state) },
    partner: seen.names.partner(partner),
    href: hrefOf(file.id),
  }
}

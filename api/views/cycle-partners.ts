import type { z } from 'zod'
import { whyNotInvitable } from '../../domain/cycle/inviting.ts'
import type { Cycle } from '../../domain/cycle/cycle.ts'
import { keyOf } from '../../domain/id.ts'
import { participationId } from '../../domain/participation/ids.ts'
import { cycleFactsFor } from '../../store/cycle-facts.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { hrefOf } from '../address.ts'
import type { CyclePartners } from '../contracts/participation.ts'
import type { CycleFile } from './cycle.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'

type View = z.output<typeof CyclePartners>

/** Every partner that is none of another, by id, beside a cycle: whether it is invitable today (R8), or was invited. */
export async function cyclePartnersView({ id, state }: CycleFile, viewing: Viewing): Promise<View> {
  const { programmes, partners } = await cycleFactsFor(viewing, { id })
  const textOf = await storyTexts(viewing.store, { data: state.invited, quotes: quotesOf(id) })
  return {
    items: Object.entries(partners).flatMap(([partner, { mergedInto, ...invitee }]) => {
      if (mergedInto && !Object.hasOwn(state.invited, partner)) return []
      const why = whyNotInvitable(invitee, state, { programmes, calendar: viewing.calendar, now: viewing.now })
      return [
        {
          partner: viewing.names.partner(partner),
          invitable: why === undefined,
          why: why ? { code: why, words: viewing.words.cycle.uninvitable[why] } : null,
          invited: invitedOf(partner, { id, state }, { ...viewing, textOf }),
        },
      ]
    }),
  }
}

function invitedOf(
  partner: string,
  { id, state }: { readonly id: string; readonly state: Cycle },
  { words, textOf }: Reading,
): View['items'][number]['invited'] {
  const invited = Object.hasOwn(state.invited, partner) ? state.invited[partner] : undefined
  if (!invited) return null
  const { at, status, reason } = invited
  return {
    at,
    status: { code: status, words: words.cycle.participations[status] },
    reason: reason === undefined ? null : textOf(reason),
    href: hrefOf(participationId(keyOf(id), partner)),
  }
}

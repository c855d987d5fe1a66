import type { Definition } from '../process.ts'
import type { Correspondence, CorrespondenceShape, PartyKind, Pending } from './correspondence.ts'

/** What a correspondence waits for, from whom, until when (R4, R10). The reminder days are in the policy's ladders. */
export const correspondenceWaits: Definition<CorrespondenceShape>['waits'] = (state) =>
  state.forgotten ? [] : [...digest(state), ...contactOwed(state), ...september(state), ...hold(state)]

function digest({ pending, sending, status }: Correspondence) {
  const first = pending.reduce<Pending | undefined>(
    (earliest, notice) => (earliest && earliest.sendAt <= notice.sendAt ? earliest : notice),
    undefined,
  )
  if (!first || sending || status !== 'open') return []
  const { sendAt } = first
  return [
    {
      kind: 'digest' as const,
      about: 'next',
      since: sendAt,
      until: sendAt,
      then: { type: 'sendDigest' as const, input: {} },
    },
  ]
}

/** R10: each September contacts confirm themselves; their answer reaches the office, which records it. */
const september = ({ confirming, status }: Correspondence) => [
  ...(confirming
    ? [
        {
          kind: 'september' as const,
          about: 'contact',
          since: confirming.askAt,
          until: confirming.askAt,
          then: { type: 'askConfirmation' as const, input: {} },
        },
      ]
    : []),
  ...(confirming?.asked && status === 'open'
    ? [
        {
          kind: 'confirmation' as const,
          about: 'contact',
          from: 'keeper' as const,
          since: confirming.asked.at,
          until: confirming.asked.by,
        },
      ]
    : []),
]

/** What is owed where they cannot be reached: another contact of a partner, another address of anybody else. */
export const kindOwed = (of: PartyKind): 'newContact' | 'newAddress' => (of === 'contact' ? 'newContact' : 'newAddress')

/** R10: whoever cannot be reached, and has nobody to answer in their place, is owed a contact or an address. */
const contactOwed = ({ unreachable, status }: Correspondence) =>
  status === 'notReached' && unreachable?.newContactBy !== undefined
    ? [
        {
          kind: kindOwed(unreachable.of),
          about: 'contact',
          from: 'keeper' as const,
          since: unreachable.at,
          until: unreachable.newContactBy,
        },
      ]
    : []

/** The clock ends it, unless someone does before or gives it another day. */
const hold = ({ held }: Correspondence) =>
  held
    ? [
        {
          kind: 'hold' as const,
          about: 'contact',
          from: 'steward' as const,
          since: held.at,
          until: held.untilOn,
          boundary: true as const,
          then: { type: 'release' as const, input: {} },
        },
      ]
    : []

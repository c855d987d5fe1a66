import { tell } from '../catalogue.ts'
import { keyOf } from '../id.ts'
import { defineProcess } from '../machine.ts'
import type { Input, Tell } from '../process.ts'
import { correspondenceCommands } from './commands.ts'
import { correspondenceBecomes, type Correspondence, type CorrespondenceShape, type Pending } from './correspondence.ts'
import { decideCorrespondence } from './decide.ts'
import { confirmationOf } from './september.ts'
import { evolveCorrespondence } from './evolve.ts'

/** Everything one party is to hear: joined into one digest per sending window, withdrawn when settled (R4); passed on where they cannot be reached (R10). */
export const correspondence = defineProcess<CorrespondenceShape>({
  type: 'correspondence',
  commands: correspondenceCommands,
  initial: { status: 'none', pending: [], standing: [], digests: 0, earlierDigests: 0, untold: {}, passed: {} },
  becomes: correspondenceBecomes,
  ends: [],
  decide: decideCorrespondence,
  evolve: evolveCorrespondence,

  cast: ({ unreachable }, id) => ({
    process: ['process'],
    mailer: ['mailer'],
    register: ['register'],
    steward: ['role:officer', 'role:administrator'],
    keeper: [unreachable?.of === 'person' ? 'role:administrator' : 'role:officer'],
    headOfOffice: ['role:headOfOffice'],
    recipient: [`person:${keyOf(id)}`],
    reader: ['role:headOfOffice', 'role:auditor'],
  }),
  notNow: ({ status }, command) =>
    command === 'sendNow' && (status === 'passedOn' || status === 'notReached')
      ? 'correspondence.not-reached'
      : undefined,

  fits: ({ held, confirming }, command) =>
    command === 'confirmContact'
      ? confirming?.asked !== undefined
      : held
        ? command !== 'sendNow'
        : command !== 'release',

  waits: (state) => [...digest(state), ...contactOwed(state), ...september(state), ...hold(state)],

  outgoing: ({ sending }) => sending?.id,
  tells: {
    withdrawn: ({ to, subject, reason, untilOn }) => forwarded(to, { subject, reason, untilOn }),
    settled: ({ to, subject, reason, untilOn }) => forwarded(to, { subject, reason, untilOn }),
    passedOn: ({ to, notices, introduced }, { unreachable }, id) => [
      ...(introduced
        ? [
            tell(`correspondence/${to}`, {
              type: 'receive',
              input: {
                key: `${id}#nowAnswering/${unreachable?.at ?? ''}`,
                subject: `${id}#contact`,
                about: 'contact',
                kind: 'nowAnswering',
              },
            }),
          ]
        : []),
      ...notices.map((notice) => tell(`correspondence/${to}`, { type: 'receive', input: notice })),
    ],
    sharedWith: ({ to, notices }) =>
      notices.map((notice) => tell(`correspondence/${to}`, { type: 'receive', input: notice })),
    confirmationAsked: ({ by, passesAt }, _, id) => [
      tell(id, {
        type: 'receive',
        input: {
          key: `${id}#confirmation/${by}`,
          subject: confirmationOf(id),
          about: 'contact',
          kind: 'confirmation',
          untilOn: by,
          passesAt,
        },
      }),
    ],
    readdressed: ({ relieves }, _, id) =>
      relieves.map((other) => tell(`correspondence/${other}`, { type: 'passOn', input: { to: keyOf(id) } })),
  },
  announces: {
    // Held too, but whoever holds it hears of it while it can still be let go.
    received: ({ urgent }, { held }) =>
      urgent && held ? [{ part: 'keeper', kind: 'urgentHeld', about: 'contact', waitsFor: 'hold/contact' }] : [],
    foundUnreachable: ({ newContactBy, of }) => {
      if (newContactBy === undefined) return [{ part: 'keeper', kind: 'contactUnreachable', about: 'contact' }]
      const kind = kindOwed(of)
      return [{ part: 'keeper', kind, about: 'contact', waitsFor: `${kind}/contact` }]
    },
    digestEnded: ({ lost }) => lostTo(lost),
    bounced: ({ lost }) => lostTo(lost),
  },
})

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

const kindOwed = (of: 'contact' | 'person'): 'newContact' | 'newAddress' =>
  of === 'contact' ? 'newContact' : 'newAddress'

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

const forwarded = (to: string | undefined, input: Input<typeof correspondenceCommands, 'withdraw'>): readonly Tell[] =>
  to === undefined ? [] : [tell(`correspondence/${to}`, { type: 'withdraw', input })]

const lostTo = (lost: readonly string[] = []) =>
  lost.length > 0 ? [{ part: 'steward' as const, kind: 'mailFailed' as const, about: 'contact' }] : []

import { tell } from '../catalogue.ts'
import { keyOf } from '../id.ts'
import { defineProcess } from '../machine.ts'
import type { Input, Tell } from '../process.ts'
import { subjectOf } from '../wait.ts'
import { correspondenceCommands } from './commands.ts'
import { correspondenceBecomes, type CorrespondenceShape } from './correspondence.ts'
import { decideCorrespondence } from './decide.ts'
import { evolveCorrespondence } from './evolve.ts'
import { correspondenceId } from './ids.ts'
import { confirmationOf } from './september.ts'
import { correspondenceWaits, kindOwed } from './waits.ts'

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

  waits: correspondenceWaits,

  outgoing: ({ sending }) => sending?.id,
  tells: {
    withdrawn: ({ to, subject, reason, untilOn }) => forwarded(to, { subject, reason, untilOn }),
    settled: ({ to, subject, reason, untilOn }) => forwarded(to, { subject, reason, untilOn }),
    passedOn: ({ to, notices, introduced }, { unreachable }, id) => [
      ...(introduced
        ? [
            tell(correspondenceId(to), {
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
      ...notices.map((notice) => tell(correspondenceId(to), { type: 'receive', input: notice })),
    ],
    sharedWith: ({ to, notices }) =>
      notices.map((notice) => tell(correspondenceId(to), { type: 'receive', input: notice })),
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
      relieves.map((other) => tell(correspondenceId(other), { type: 'passOn', input: { to: keyOf(id) } })),
  },
  announces: {
    // Held too, but whoever holds it hears of it while it can still be let go.
    received: ({ urgent }, { held }) =>
      urgent && held
        ? [
            {
              part: 'keeper',
              kind: 'urgentHeld',
              about: 'contact',
              waitsFor: subjectOf({ kind: 'hold', about: 'contact' }),
            },
          ]
        : [],
    foundUnreachable: ({ newContactBy, of }) => {
      if (newContactBy === undefined) return [{ part: 'keeper', kind: 'contactUnreachable', about: 'contact' }]
      const kind = kindOwed(of)
      return [{ part: 'keeper', kind, about: 'contact', waitsFor: subjectOf({ kind, about: 'contact' }) }]
    },
    digestEnded: ({ lost }) => lostTo(lost),
    bounced: ({ lost }) => lostTo(lost),
  },
})

const forwarded = (to: string | undefined, input: Input<typeof correspondenceCommands, 'withdraw'>): readonly Tell[] =>
  to === undefined ? [] : [tell(correspondenceId(to), { type: 'withdraw', input })]

const lostTo = (lost: readonly string[] = []) =>
  lost.length > 0 ? [{ part: 'steward' as const, kind: 'mailFailed' as const, about: 'contact' }] : []

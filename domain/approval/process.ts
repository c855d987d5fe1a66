import { tell } from '../catalogue.ts'
import { defineProcess } from '../machine.ts'
import { workingDaysFrom } from '../moment.ts'
import type { Announcement } from '../process.ts'
import { Refusal } from '../refusals.ts'
import type { Party } from '../roster.ts'
import { subjectOf } from '../wait.ts'
import {
  approvalBecomes,
  approvalRungs,
  isApprovalRung,
  type ApprovalPart,
  type ApprovalRung,
  type ApprovalShape,
  type Asked,
} from './approval.ts'
import { approvalCommands } from './commands.ts'
import { firstRungs, partyOf } from './rungs.ts'

const waitOf = ({ version }: Pick<Asked, 'version'>) => ({ kind: 'approval' as const, about: `v${version}` })

const request = (part: ApprovalPart, asked: Pick<Asked, 'version'>): Announcement<ApprovalPart> => ({
  part,
  ...waitOf(asked),
  waitsFor: subjectOf(waitOf(asked)),
})

/** One centre's word on its part of one version. No answer is ever consent (R7). */
export const centreApproval = defineProcess<ApprovalShape>({
  type: 'centreApproval',
  commands: approvalCommands,
  initial: { status: 'none', opened: [] },
  becomes: approvalBecomes,
  ends: ['given', 'withdrawn'],

  decide: {
    ask: ({ status, asked, given, opened }, request, context) => {
      const same = asked?.hash === request.hash
      // Approved while the subject was asking again: that opinion is on its way and counts on (R6).
      if (same && given?.opinion === 'approved') return []
      if (same && status === 'asked') {
        const { round, authors } = request
        const letIn = firstRungs(request, context).filter((rung) => !opened.includes(rung))
        return [{ type: 'confirmed', data: { round, authors, opened: letIn } }]
      }
      const answerBy = workingDaysFrom(context, context.policy.approvalWorkingDays)
      return [{ type: 'asked', data: { ...request, answerBy, opened: firstRungs(request, context) } }]
    },
    give: ({ asked }, { hash, opinion, reason }, { played, actor }) => {
      if (asked?.hash !== hash) throw new Refusal('approval.version-changed')
      const as = played.find(({ part }) => isApprovalRung(part))
      if (!as || !isApprovalRung(as.part)) throw new Refusal('command.not-yours', { command: 'give' })
      return [
        {
          type: 'given',
          data: {
            opinion,
            hash,
            part: as.part,
            ...(reason && { reason }),
            ...(as.through && { through: as.through }),
            ...(actor.byLink && { byLink: true }),
          },
        },
      ]
    },
    withdraw: (_, { reason }) => [{ type: 'withdrawn', data: { reason } }],
  },

  evolve: {
    asked: (_, { opened, ...asked }, at) => ({
      status: 'asked',
      opened,
      asked: { ...asked, at, confirmed: asked.round },
    }),
    confirmed: (approval, { round, authors, opened }) => ({
      ...approval,
      opened: approvalRungs.filter((rung) => approval.opened.includes(rung) || opened.includes(rung)),
      ...(approval.asked && { asked: { ...approval.asked, authors, confirmed: round } }),
    }),
    given: (approval, given, at) => ({ ...approval, given: { ...given, at } }),
    withdrawn: (approval, { reason }) => ({ ...approval, withdrawnFor: reason }),
  },

  cast: ({ asked, opened }) => {
    const holder = (rung: ApprovalRung): readonly Party[] =>
      asked && opened.includes(rung) ? [partyOf(rung, asked.centre)] : []
    return {
      head: holder('head'),
      deputy: holder('deputy'),
      direction: holder('direction'),
      addressee: approvalRungs.flatMap(holder),
      author: asked?.authors ?? [],
      subject: [asked ? `process:${asked.subject}` : 'process'],
      reader: [
        'role:direction',
        'role:officer',
        'role:headOfOffice',
        'role:auditor',
        'role:administrator',
        ...(asked ? [`head:${asked.centre}`, `deputy:${asked.centre}`] : []),
      ],
    }
  },
  barred: ({ asked }) => {
    const authors = asked?.authors ?? []
    return { head: authors, deputy: authors, direction: authors, addressee: authors }
  },
  opened: (approval, part) =>
    isApprovalRung(part) && !approval.opened.includes(part)
      ? { ...approval, opened: [...approval.opened, part] }
      : approval,
  notNow: ({ status, withdrawnFor }, command) =>
    command === 'give' && status === 'withdrawn'
      ? withdrawnFor === 'versionChanged'
        ? 'approval.version-changed'
        : 'approval.withdrawn'
      : undefined,

  waits: ({ status, asked }) =>
    status === 'asked' && asked
      ? [{ ...waitOf(asked), from: 'addressee', since: asked.at, until: asked.answerBy }]
      : [],

  tells: {
    given: ({ opinion, hash, reason }, { asked }) =>
      asked
        ? [
            tell(asked.subject, {
              type: 'takeOpinion',
              input: { centre: asked.centre, round: asked.confirmed, opinion, hash, ...(reason && { reason }) },
            }),
          ]
        : [],
  },
  announces: {
    asked: (asked) => [request('addressee', asked)],
    // Whoever may answer from this round on hears of it then; the others have heard.
    confirmed: ({ opened }, { asked }) => (asked ? opened.map((part) => request(part, asked)) : []),
  },
})

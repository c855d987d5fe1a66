import type { z } from 'zod'
import { approvalRungs, type Approval, type Asked } from '../../domain/approval/approval.ts'
import { centreApproval } from '../../domain/approval/process.ts'
import { keyOf } from '../../domain/id.ts'
import { partOf, pillarsReached, writtenFor } from '../../domain/plan/parts.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { newPlan } from '../../domain/plan/plan.ts'
import { pillars } from '../../domain/policy.ts'
import type { Stored } from '../../domain/process.ts'
import { deadline } from '../../domain/time.ts'
import { rungDaysIn } from '../../domain/wait.ts'
import { sha256 } from '../../store/chain.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { loadPlan } from '../../store/typed.ts'
import type { ApprovalView } from '../contracts/approval.ts'
import { mayInFile } from './may.ts'
import { actionView } from './plan-years.ts'
import { headOf, milestoneHead } from './plan.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'
import { waitLines } from './waits.ts'

export type ApprovalFile = Stored<Approval, `centreApproval/${string}`>
type View = z.output<typeof ApprovalView>

/** An approval as someone sees it: what is asked, about what, until when, and who may answer. */
export async function approvalView(file: ApprovalFile, viewing: Viewing): Promise<View | undefined> {
  const { id, seq, state } = file
  if (!state.asked) return undefined
  const { subject, centre, version, hash, at, answerBy } = state.asked
  const plan = (await loadPlan(viewing.store, subject))?.state ?? newPlan
  const texts = { data: [plan.pillarGaps, plan.amendment, state.given], quotes: quotesOf(subject) }
  const reading = { ...viewing, textOf: await storyTexts(viewing.store, texts) }
  return {
    key: keyOf(id),
    seq,
    plan: keyOf(subject),
    centre: viewing.names.centre(centre),
    status: { code: state.status, words: viewing.words.approvalStatus(state.status) },
    version,
    hash,
    askedAt: at,
    answerBy,
    finalOn: deadline(answerBy, viewing.calendar).lastDay,
    wait: waitLines(centreApproval, { file, at: viewing })[0] ?? null,
    actors: actorsOf(file, viewing),
    scope: scopeOf(state.asked, { plan, reading }),
    given: givenOf(state, reading),
    withdrawn: state.withdrawnFor
      ? { code: state.withdrawnFor, words: viewing.words.withdrawalReason(state.withdrawnFor) }
      : null,
    may: mayInFile(centreApproval, { file, actor: viewing.acting }),
  }
}

/** R7: the ladder widens who may answer; what it will open is what the clock still has to do. */
function actorsOf(file: ApprovalFile, viewing: Viewing): View['actors'] {
  const { asked, opened } = file.state
  const coming = centreApproval.due(file, viewing)
  return approvalRungs.map((part) => {
    const open = opened.includes(part)
    const rung = coming.find(({ rung }) => rung?.opens && rung.to === part)
    return { part, open, from: (open ? (openedAt(file, { part, viewing }) ?? asked?.at) : rung?.at) ?? null }
  })
}

/** When a rung that opens a part was climbed, as the file remembers it; the first part was open from the start. */
function openedAt(
  { climbed }: ApprovalFile,
  { part, viewing }: { part: string; viewing: Viewing },
): string | undefined {
  const opening = (viewing.policy.ladders.approval ?? [])
    .filter(({ opens, to }) => opens && to === part)
    .map(({ days }) => days)
  return Object.entries(climbed).find(([key]) => opening.includes(rungDaysIn(key)))?.[1]
}

function scopeOf(asked: Asked, { plan, reading }: { plan: Plan; reading: Reading }): View['scope'] {
  const { centre, hash } = asked
  const written = writtenFor(plan, asked)
  const reachedThen = written.reached ?? pillarsReached(written.milestones)
  return {
    common: {
      ...headOf(plan, reading),
      pillars: pillars.map((code) => {
        const gap = written.pillarGaps.find(({ pillar }) => pillar === code)
        const reached = reachedThen.includes(code)
        return { code, words: reading.words.pillar(code), reached, ...(gap && { gap: reading.textOf(gap.reason) }) }
      }),
    },
    actions: written.actions
      .filter((action) => action.centre === centre)
      .map((action) => ({ ...actionView(action, reading), year: action.year })),
    own: written.milestones
      .filter((milestone) => milestone.centre === centre)
      .map((milestone) => milestoneHead(milestone, { ...reading, span: written })),
    unchanged: sha256(partOf(centre, written)) === hash,
  }
}

function givenOf({ given }: Approval, { words, textOf }: Reading): View['given'] {
  if (!given) return null
  const { opinion, at, part, reason, through, byLink } = given
  return {
    opinion: { code: opinion, words: words.opinion(opinion) },
    at,
    part,
    byLink: byLink ?? false,
    ...(reason !== undefined && { reason: textOf(reason) }),
    ...(through !== undefined && { through }),
  }
}

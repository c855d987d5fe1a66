import { submit } from '../../api/command/submit.ts'
import { actorIn } from '../../api/session/actor.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { planId } from '../../domain/plan/ids.ts'
import { civil } from '../../domain/time.ts'
import { linkToken } from '../../store/links.ts'
import { registerNow } from '../../store/register/now.ts'
import { loadApproval } from '../../store/typed.ts'
import { content } from '../domain/plan-script.ts'
import { person } from '../domain/school.ts'
import type { Door } from './door.ts'

export const plan = planId('usth', 2027)

/** Gives a command as someone of the school; what follows for others is left in their inboxes. */
export async function commandAlone(
  { deps }: Door,
  account: string,
  stream: string,
  { type, input }: { type: string; input: unknown },
): Promise<void> {
  const register = await registerNow(deps.store)
  const actor = actorIn(register, person(account), { now: deps.now(), rules: deps.rules })
  await submit(deps, { actor, register, stream, command: type, body: input, language: 'en' })
}

/** Gives a command as someone of the school, and has everyone concerned take what follows. */
export async function command(
  door: Door,
  account: string,
  stream: string,
  given: { type: string; input: unknown },
): Promise<void> {
  await commandAlone(door, account, stream, given)
  await door.settle()
}

/** Drafts and submits the plan with USTH on Monday 26 April 2027: both centres are asked. */
export async function askCentres(
  door: Door,
  changes: {
    pillarGaps?: { pillar: 'companies'; reason: string }[]
    title?: string
    actions?: ReturnType<typeof content>['actions']
  } = {},
): Promise<void> {
  const written = content()
  const milestones = written.milestones.map((one) =>
    one.id === 'joint-master' && changes.title ? { ...one, title: changes.title } : one,
  )
  const kept = changes.pillarGaps ? milestones.filter(({ pillar }) => pillar !== 'companies') : milestones
  const input = {
    ...written,
    milestones: kept,
    pillarGaps: changes.pillarGaps ?? [],
    partner: 'usth',
    firstYear: 2027,
    ...(changes.actions && { actions: changes.actions }),
  }
  await command(door, 'pilot', plan, { type: 'draft', input })
  await command(door, 'pilot', plan, { type: 'submit', input: {} })
}

/** The content of the plan with one milestone of Provence moved. */
export const revised = (dueOn: string): CommandTo<'partnershipPlan'>['input'] => {
  const { milestones, ...rest } = content()
  return {
    ...rest,
    centres: [...rest.centres],
    pillarGaps: [],
    milestones: milestones.map((one) => (one.id === 'joint-master' ? { ...one, dueOn: civil(dueOn) } : one)),
  }
}

/** The signed link that the mail of this person holds, in the round as it stands. */
export async function answerLink(door: Door, account: string, approval: string): Promise<string> {
  const asked = (await loadApproval(door.store, approval))?.state.asked
  return `/answer/${await linkToken(door.store, door.deps.secret, { file: approval, round: asked?.round ?? 0, party: person(account), earlier: 0 })}`
}

import { anyone } from '../actor.ts'
import { defineProcess } from '../machine.ts'
import { planCommands } from './commands.ts'
import { decidePlan } from './decide.ts'
import { evolvePlan } from './evolve.ts'
import { planAnnounces } from './announces.ts'
import { planBecomes, type PlanShape } from './events.ts'
import { aboutAmendment, approvalId, centreIn } from './ids.ts'
import { fitsMilestone } from './milestones.ts'
import { isShownTo, meantFor } from './publication.ts'
import { newPlan } from './plan.ts'
import { planTells } from './tells.ts'
import { planWaits } from './waits.ts'

const readers = ['role:officer', 'role:headOfOffice', 'role:auditor', 'role:administrator', 'role:qualityOfficer']
const amendmentCommands: readonly string[] = Object.entries(planCommands).flatMap(([name, row]) =>
  'about' in row && row.about === 'amendment' ? [name] : [],
)

/** Five years with one strategic partner (S8, S9). */
export const partnershipPlan = defineProcess<PlanShape>({
  type: 'partnershipPlan',
  commands: planCommands,
  initial: newPlan,
  becomes: planBecomes,
  ends: ['closed', 'abandoned'],
  decide: decidePlan,
  evolve: evolvePlan,
  waits: planWaits,

  cast: (plan, id, about) => {
    const { status, partner, pilot, centres, milestones, opinions, amendment } = plan
    const milestone = about !== undefined && Object.hasOwn(milestones, about) ? milestones[about] : undefined
    const named = milestone?.centre ?? centreIn(about)
    const concerned = named === undefined ? centres : [named]
    return {
      // Any pilot may begin one, also where another was abandoned.
      pilot: [
        ...(pilot ? [`person:${pilot}`] : []),
        ...(status === 'none' || status === 'abandoned' ? ['role:pilot'] : []),
      ],
      owner: milestone ? [`person:${milestone.owner}`] : [],
      centre: concerned.map((centre) => `head:${centre}`),
      direction: ['role:direction'],
      office: ['role:headOfOffice'],
      officer: ['role:officer'],
      partner: partner && status !== 'draft' ? [`partner:${partner}`] : [],
      approval: [...Object.entries(opinions), ...Object.entries(amendment?.opinions ?? {})].map(
        ([centre, { version }]) => `process:${approvalId(id, { centre, version })}`,
      ),
      reader: [
        ...readers,
        ...centres.map((centre) => `deputy:${centre}`),
        // R13: whoever asks without being anyone.
        ...(isShownTo(plan, 'public') ? [anyone.id] : []),
      ],
    }
  },
  abouts: ({ milestones, amendment }) => [
    ...Object.keys(milestones),
    ...(amendment ? [aboutAmendment(amendment)] : []),
  ],
  notNow: (_, command) => (command === 'draft' ? 'plan.exists' : undefined),
  fits: (plan, command, about) => {
    const { status, milestones, amendment } = plan
    // All that may be said of a suspended plan is that it is meant for fewer.
    if (about === undefined) return command !== 'publish' || status !== 'suspended' || meantFor(plan) !== 'school'
    if (amendmentCommands.includes(command)) return amendment !== undefined && aboutAmendment(amendment) === about
    const milestone = milestones[about]
    return milestone !== undefined && fitsMilestone(milestone, command)
  },
  barred: ({ authors }) => ({ direction: authors }),

  tells: planTells,
  announces: planAnnounces,
})

import { tell } from '../catalogue.ts'
import { defineProcess } from '../machine.ts'
import type { Tell } from '../process.ts'
import { planCommands } from './commands.ts'
import { decidePlan } from './decide.ts'
import { evolvePlan } from './evolve.ts'
import { aboutCentre, approvalId, centreIn } from './parts.ts'
import { newPlan, planBecomes, type PlanShape, type Request } from './plan.ts'
import { planWaits } from './waits.ts'

const readers = ['role:officer', 'role:headOfOffice', 'role:auditor', 'role:administrator']
const withdraw = (
  id: string,
  requests: readonly Request[],
  reason: 'returned' | 'versionChanged' | 'centreRemoved',
): readonly Tell[] => requests.map((request) => tell(approvalId(id, request), { type: 'withdraw', input: { reason } }))

/** Five years with one strategic partner (S8, S9). */
export const partnershipPlan = defineProcess<PlanShape>({
  type: 'partnershipPlan',
  commands: planCommands,
  initial: newPlan,
  becomes: planBecomes,
  ends: ['closed'],
  decide: decidePlan,
  evolve: evolvePlan,
  waits: planWaits,

  cast: ({ pilot, centres, milestones, opinions }, id, about) => {
    const milestone = about !== undefined && Object.hasOwn(milestones, about) ? milestones[about] : undefined
    const named = milestone?.centre ?? centreIn(about)
    const concerned = named === undefined ? centres : [named]
    return {
      pilot: [pilot ? `person:${pilot}` : 'role:pilot'],
      owner: milestone ? [`person:${milestone.owner}`] : [],
      centre: concerned.map((centre) => `head:${centre}`),
      direction: ['role:direction'],
      approval: Object.entries(opinions).map(
        ([centre, { version }]) => `process:${approvalId(id, { centre, version })}`,
      ),
      reader: [...readers, ...centres.map((centre) => `deputy:${centre}`)],
    }
  },
  abouts: ({ milestones }) => Object.keys(milestones),
  notNow: (_, command) => (command === 'draft' ? 'plan.exists' : undefined),
  // A done milestone is left alone, and one that has begun is not begun again.
  fits: ({ milestones }, command, about) => {
    const state = milestones[about]?.state
    if (state === undefined) return true
    return command === 'startMilestone' ? state === 'planned' : state !== 'done'
  },
  barred: ({ authors }) => ({ direction: authors }),

  tells: {
    revised: ({ voided }, _, id) => withdraw(id, voided, 'versionChanged'),
    submitted: ({ requests, version }, { authors }, id) =>
      requests.map((request) =>
        tell(approvalId(id, request), {
          type: 'ask',
          input: {
            subject: id,
            round: version,
            centre: request.centre,
            version: request.version,
            hash: request.hash,
            authors: [...authors],
          },
        }),
      ),
    returned: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'returned'),
    centreRemoved: ({ withdrawn }, _, id) => withdraw(id, withdrawn, 'centreRemoved'),
  },

  announces: {
    revised: ({ untouched }) =>
      untouched.map((centre) => ({ part: 'centre', kind: 'planEdited', about: aboutCentre(centre) })),
    opinionNoted: ({ centre }) => [{ part: 'pilot', kind: 'opinionNoted', about: aboutCentre(centre) }],
    centreRefused: ({ centre }) => [
      { part: 'direction', kind: 'refusal', about: aboutCentre(centre), waitsFor: `refusal/${aboutCentre(centre)}` },
    ],
    centresAgreed: () => [{ part: 'direction', kind: 'validation', about: 'plan', waitsFor: 'validation/plan' }],
    returned: () => [{ part: 'pilot', kind: 'planReturned', about: 'plan' }],
    centreRemoved: ({ centre }) => [
      { part: 'pilot', kind: 'centreRemoved', about: aboutCentre(centre) },
      { part: 'centre', kind: 'centreRemoved', about: aboutCentre(centre) },
    ],
    validated: () => [
      { part: 'pilot', kind: 'planValidated', about: 'plan' },
      { part: 'centre', kind: 'planValidated', about: 'plan' },
    ],
    started: () => [{ part: 'pilot', kind: 'planStarted', about: 'plan' }],
    milestoneAdded: ({ id }) => [{ part: 'centre', kind: 'milestoneAdded', about: id, waitsFor: `milestone/${id}` }],
    milestoneStarted: ({ milestone }) => [{ part: 'centre', kind: 'milestoneStarted', about: milestone }],
    milestoneMoved: ({ milestone }) => [
      { part: 'owner', kind: 'milestoneMoved', about: milestone, waitsFor: `milestone/${milestone}` },
      { part: 'centre', kind: 'milestoneMoved', about: milestone, waitsFor: `milestone/${milestone}` },
    ],
    milestoneDone: ({ milestone }) => [{ part: 'centre', kind: 'milestoneDone', about: milestone }],
  },
})

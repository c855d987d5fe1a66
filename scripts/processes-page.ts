import { catalogue, processTypes, type ProcessType } from '../domain/catalogue.ts'
import type { Policy } from '../domain/policy.ts'
import type { CommandRow, CommandTable, Process } from '../domain/process.ts'
import { processOf } from '../domain/processes.ts'
import { hasLadder, type LadderKind, type Rung, type WaitKind } from '../domain/wait.ts'

/** Whose waits these are; `waits` is code, so a test holds this table against rehearsed lives. */
export const waitsOf = {
  milestone: 'partnershipPlan',
  evidence: 'partnershipPlan',
  validation: 'partnershipPlan',
  refusal: 'partnershipPlan',
  revision: 'partnershipPlan',
  redating: 'partnershipPlan',
  suspension: 'partnershipPlan',
  planStart: 'partnershipPlan',
  planEnd: 'partnershipPlan',
  annualPlan: 'partnershipPlan',
  yearOpens: 'partnershipPlan',
  carryReason: 'partnershipPlan',
  yearReport: 'partnershipPlan',
  finalReport: 'partnershipPlan',
  partnerOpinion: 'partnershipPlan',
  renewalOpens: 'partnershipPlan',
  renewal: 'partnershipPlan',
  approval: 'centreApproval',
  digest: 'correspondence',
  labelValidity: 'labelFile',
  labelWindow: 'labelFile',
  labelRenewal: 'labelFile',
  labelSelfEvaluation: 'labelFile',
  labelVisit: 'labelFile',
  labelDecision: 'labelFile',
  labelEnd: 'labelFile',
  agreementOpinion: 'agreement',
  agreementLegal: 'agreement',
  agreementSending: 'agreement',
  agreementSignature: 'agreement',
  agreementStart: 'agreement',
  agreementWindow: 'agreement',
  agreementRenewal: 'agreement',
  agreementSuccessor: 'agreement',
  agreementAmendment: 'agreement',
  agreementTransfer: 'agreement',
  agreementTermination: 'agreement',
  agreementEnd: 'agreement',
  cycleOpening: 'admissionCycle',
  cycleNominations: 'admissionCycle',
  cycleMove: 'admissionCycle',
  cycleArchive: 'admissionCycle',
  participationClosing: 'participation',
  participationUnreached: 'participation',
  participationEnd: 'participation',
  participationCorrection: 'participation',
  participationExtension: 'participation',
  participationPersons: 'participation',
  cycleDossiers: 'admissionCycle',
  cycleUnsent: 'admissionCycle',
  dossierAcknowledgement: 'dossier',
  dossierSending: 'dossier',
  dossierUnreached: 'dossier',
  dossierTakeBack: 'dossier',
  dossierChecking: 'dossier',
  dossierPiece: 'dossier',
  dossierYearEnd: 'dossier',
  dossierRetention: 'dossier',
  dossierErasure: 'dossier',
  newContact: 'correspondence',
  newAddress: 'correspondence',
  confirmation: 'correspondence',
  september: 'correspondence',
  hold: 'correspondence',
} as const satisfies Record<WaitKind, ProcessType>

const head = `# Processes

Drawn by \`npm run diagram\` from the command tables, \`becomes\` and \`policy/reminders.yaml\`: change those, not this page.

An arrow is a change of status that the tables allow; a rule in \`decide\` may allow less. Commands without an arrow leave the
status as it is. \`clock\` is nobody: the process acts when something falls due. \`J\` is the effective date (R1).
`

/** Every process as Markdown: its states, its commands, and who hears when of what it waits for. */
export const processesPage = (ladders: Policy['ladders']): string =>
  [head, ...processTypes.map((type) => section(type, ladders))].join('\n')

const isKeyOf = <T extends object>(of: T, key: string): key is keyof T & string => Object.hasOwn(of, key)
const waitKinds = Object.keys(waitsOf).filter((kind) => isKeyOf(waitsOf, kind))

function section(type: ProcessType, ladders: Policy['ladders']): string {
  const process = processOf(`${type}/any`)
  const commands: CommandTable = catalogue[type]
  return `## ${type}

\`\`\`mermaid
stateDiagram-v2
${diagram(process)}
\`\`\`

| command | who | from | about | emits |
|---|---|---|---|---|
${Object.entries(commands)
  .map(([name, row]) => commandLine(name, row, process))
  .join('\n')}

| waits for | who hears when |
|---|---|
${waitKinds
  .filter((kind) => waitsOf[kind] === type)
  .map(
    (kind) =>
      `| ${kind} | ${!hasLadder(kind) ? 'nobody: it goes by itself' : ladderLine(kind, ladders[kind] ?? [], process)} |`,
  )
  .join('\n')}
`
}

// ── States ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One arrow for each pair of statuses, with every command that may take it. */
function diagram({ type, commands, becomes, open, ends }: Process): string {
  const file = open(`${type}/any`)
  const arrows = new Map<string, Set<string>>()
  const statuses = new Set<string>()
  for (const [name, { from, emits }] of Object.entries(commands))
    for (const status of from)
      for (const next of emits.flatMap((event) => becomes[event] ?? [])) {
        statuses.add(next)
        if (next === status) continue
        const arrow = `${isInitial(file.state, status) ? '[*]' : status} --> ${next}`
        arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(name))
      }
  const last = [...statuses].filter((status) => ends.includes(status))
  return [
    ...[...arrows].map(([arrow, names]) => `  ${arrow}: ${[...names].join(', ')}`),
    ...last.map((status) => `  ${status} --> [*]`),
  ].join('\n')
}

const isInitial = (state: unknown, status: string): boolean =>
  typeof state === 'object' && state !== null && 'status' in state && state.status === status

// ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function commandLine(name: string, { by, from, about, emits }: CommandRow, { becomes }: Process): string {
  const events = emits.map((event) => (becomes[event] ? `${event} → ${becomes[event]}` : event))
  return `| ${[name, by.join(', '), from.join(', '), about ?? '', events.join(', ')].join(' | ')} |`
}

/** Throws for a rung that speaks to a part the process does not know: nobody would ever hear it. */
function ladderLine(kind: LadderKind, ladder: readonly Rung[], process: Process): string {
  const parts = Object.keys(process.cast(process.open(`${process.type}/any`)))
  const lost = ladder.find(({ to }) => !parts.includes(to))
  if (lost) throw new Error(`policy/reminders.yaml: ${kind}: ${process.type} has no part ${lost.to}`)
  return ladder.length > 0 ? ladder.map(rungWords).join('<br>') : 'nobody'
}

const rungWords = ({ days, to, opens, every }: Rung): string =>
  [`J${days < 0 ? days : `+${days}`} ${to}`, opens && 'who may act from then on', every && `again every ${every} days`]
    .filter((word) => word !== undefined)
    .join(', ')

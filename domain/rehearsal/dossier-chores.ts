import { closesOn } from '../cycle/overrides.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { aboutPiece, pieceIn } from '../dossier/ids.ts'
import { inState } from '../dossier/pieces.ts'
import { keyOf } from '../id.ts'
import type { Rules } from '../policy.ts'
import type { Stored } from '../process.ts'
import { civil, plusDays, type CivilDate } from '../time.ts'
import { waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Chore, ChoreKind } from './chores.ts'

const extendedByDays = 14
const refusedFor = 'unreadable'

/** A partner deposits what is needed and sends it; the office acknowledges, checks, gives another day, and reopens what was closed. */
export function dossierChores(file: Stored<Dossier>, waits: readonly Wait[], rules: Rules): readonly Chore[] {
  const { state: dossier, at } = file
  const own = waits.flatMap((wait) => answers[wait.kind]?.({ wait, file, rules }) ?? [])
  return dossier.status === 'closedIncomplete' && at !== null
    ? [...own, { ...byOffice('reopenDossier', () => ({ reason: anyText })), key: 'reopen', since: at }]
    : own
}

interface Answered {
  readonly wait: Wait
  readonly file: Stored<Dossier>
  readonly rules: Rules
}
type Answers = (answered: Answered) => readonly Chore[]

/** What ends a wait of a dossier, or brings its end nearer. */
const answers: Readonly<Partial<Record<WaitKind, Answers>>> = {
  dossierAcknowledgement: ({ wait }) => [
    waitedFor(
      'acknowledge',
      wait,
      byOffice('acknowledge', () => ({})),
    ),
  ],
  dossierSending: (answered) => {
    const { file } = answered
    const missing = inState(file.state.pieces, 'missing')
    const isBegun = file.state.status === 'inPreparation'
    const send = isBegun ? [sending(missing.length > 0 ? 'sendIncomplete' : 'send', answered)] : []
    return [...missing.map((piece) => depositing('deposit', piece, answered)), ...send, extending(answered)]
  },
  dossierChecking: ({ wait, file: { state } }) =>
    inState(state.pieces, 'deposited').flatMap((piece) => {
      const version = `${piece} v${state.pieces[piece]?.versions.length ?? 0}`
      const one = { wait, since: wait.since, about: aboutPiece(piece) }
      return [
        { ...byOffice('acceptPiece', () => ({ piece })), ...one, key: `accept ${version}` },
        { ...byOffice('refusePiece', () => ({ piece, reason: refusedFor })), ...one, key: `refuse ${version}` },
      ]
    }),
  dossierPiece: (answered) => [depositing('depositAgain', pieceIn(answered.wait.about) ?? '', answered)],
}

/** Another day, given to whoever is late. */
const extending = ({ wait, file: { state }, rules }: Answered): Chore => ({
  ...waitedFor(
    'extend',
    wait,
    byOffice('extendDossier', () => ({ to: laterDay(state, rules), reason: anyText })),
  ),
  of: state.partner,
})

/** Two weeks after the day on which it closes. */
function laterDay({ closes }: Dossier, { calendar }: Rules): CivilDate {
  if (!closes) throw new Error('a dossier that waits to be sent closes on a day')
  return plusDays(civil(closesOn(closes, calendar).on), extendedByDays)
}

const sending = (kind: 'send' | 'sendIncomplete', { wait, file }: Answered): Chore =>
  waitedFor(kind, wait, { ...byOne(kind, 'partner', () => ({})), of: file.state.partner })

function depositing(kind: 'deposit' | 'depositAgain', piece: string, { wait, file }: Answered): Chore {
  const { pieces, partner } = file.state
  const versions = pieces[piece]?.versions.length ?? 0
  const document = (): string => documentOf(file, { place: Object.keys(pieces).indexOf(piece), version: versions + 1 })
  return {
    ...byOne(kind, 'pieceOwner', () => ({ piece, document: document() })),
    key: `${waitKeyOf(wait)} ${piece} v${versions + 1}`,
    since: wait.since,
    about: aboutPiece(piece),
    wait,
    of: partner,
  }
}

/** The id of an uploaded document: of each dossier, piece and version another. */
const documentOf = ({ id }: Stored, { place, version }: { place: number; version: number }): string =>
  `${keyOf(id)}${`${place}`.padStart(2, '0')}${`${version}`.padStart(2, '0')}`.padStart(32, '0')

type Unplaced = Omit<Chore, 'key' | 'since'>
const byOne = (kind: ChoreKind, part: string, input: () => object): Unplaced => ({
  kind,
  part,
  command: () => ({ type: commands[kind] ?? kind, input: input() }),
})
const byOffice = (kind: ChoreKind, input: () => object): Unplaced => byOne(kind, 'officer', input)
const waitedFor = (what: string, wait: Wait, one: Unplaced): Chore => ({
  ...one,
  key: `${waitKeyOf(wait)} ${what}`,
  since: wait.since,
  wait,
})

/** The commands that people call otherwise. */
const commands: Readonly<Partial<Record<ChoreKind, string>>> = {
  sendIncomplete: 'send',
  depositAgain: 'deposit',
  extendDossier: 'extend',
  reopenDossier: 'reopen',
}

import { tell } from '../catalogue.ts'
import { closesOn } from '../cycle/overrides.ts'
import { keyOf } from '../id.ts'
import type { JudgedBy } from '../judging.ts'
import { defineProcess } from '../machine.ts'
import type { Rules } from '../policy.ts'
import type { Cast, Tell, Tells } from '../process.ts'
import { candidateParty, type Party } from '../roster.ts'
import { dossierAnnounces } from './announces.ts'
import { dossierCommands } from './commands.ts'
import { decideDossier } from './decide.ts'
import { closeOf } from './decide/state.ts'
import { isReceived, newDossier, type Dossier, type DossierPart, type SentBy } from './dossier.ts'
import { dossierBecomes, type DossierShape } from './events.ts'
import { evolveDossier } from './evolve.ts'
import { aboutPiece, pieceIn } from './ids.ts'
import { pieceOf } from './pieces.ts'
import { dossierWaits } from './waits.ts'

/** Its cycle keeps how each dossier stands, and takes it off every list of those to be closed. */
const noted = ({ cycle, partner, status }: Dossier, id: string): readonly Tell[] =>
  status === 'none'
    ? []
    : [tell(`admissionCycle/${cycle}`, { type: 'noteDossier', input: { dossier: keyOf(id), partner, status } })]

/** Its nomination is over with it, where it was not withdrawn by that. */
const withdrawnNomination = ({ participation, nomination }: Dossier, by: SentBy | undefined): readonly Tell[] =>
  by !== undefined && nomination !== ''
    ? [tell(`participation/${participation}`, { type: 'noteWithdrawn', input: { nomination, by } })]
    : []

const tells: Tells<DossierShape> = {
  nominated: (_, file, id) => noted(file, id),
  acknowledged: (_, file, id) => noted(file, id),
  preparationBegun: (_, file, id) => noted(file, id),
  sent: (_, file, id) => noted(file, id),
  takenBack: (_, file, id) => noted(file, id),
  foundIncomplete: (_, file, id) => noted(file, id),
  foundComplete: (_, file, id) => noted(file, id),
  extended: (_, file, id) => noted(file, id),
  closeNoted: ({ moves }, file, id) => (moves ? noted(file, id) : []),
  calledAgain: (_, file, id) => noted(file, id),
  closeReached: ({ on }, { cycle }, id) => [
    tell(`admissionCycle/${cycle}`, { type: 'noteUnsent', input: { dossier: keyOf(id), on } }),
  ],
  foundUnreached: (_, file, id) => noted(file, id),
  closedIncomplete: (_, file, id) => noted(file, id),
  reopened: (_, file, id) => noted(file, id),
  wishesCorrected: ({ moves }, file, id) => (moves ? noted(file, id) : []),
  withdrawn: ({ by }, file, id) => [...noted(file, id), ...withdrawnNomination(file, by)],
}

/** What one candidate hands in for one cycle, from the nomination to its last document (S11, S17). */
export const dossier = defineProcess<DossierShape>({
  type: 'dossier',
  commands: dossierCommands,
  initial: newDossier,
  becomes: dossierBecomes,
  ends: ['closedIncomplete', 'withdrawn'],
  decide: decideDossier,
  evolve: evolveDossier,
  waits: dossierWaits,

  cast: ({ partner, candidate, sentBy, pieces, erased }, _, about) => {
    const parties = {
      partner: partner ? [`partner:${partner}`] : [],
      candidate: candidate ? [candidateParty(candidate)] : [],
    } satisfies Record<string, readonly Party[]>
    if (erased) return castOfErased(parties.partner)
    const owner = pieceOf(pieces, pieceIn(about) ?? about ?? '')?.from
    return {
      ...parties,
      // Whoever is nominated sends with the partner's endorsement (R16): both hear of it.
      sender: sentBy === 'candidate' ? [...parties.candidate, ...parties.partner] : parties.partner,
      pieceOwner: owner === undefined ? [] : parties[owner],
      officer: ['role:officer'],
      headOfOffice: ['role:headOfOffice'],
      dataProtection: ['role:dataProtection'],
      process: ['process'],
      register: ['register'],
      reader: ['role:direction', 'role:pilot', 'role:auditor'],
    }
  },
  abouts: ({ pieces }) => Object.keys(pieces).map(aboutPiece),
  notNow: ({ status }) => (status === 'withdrawn' ? 'dossier.withdrawn' : undefined),
  fits: (file, command, about) => fits(file, command, about),
  judgedBy: (file, command, rules) => judgedBy(file, command, rules),
  tells,
  announces: dossierAnnounces,
  attaches: { deposited: ({ document }) => [document] },
})

const untilClose: readonly string[] = ['acknowledge', 'deposit', 'send']

/** R5: what is done before a dossier is sent is judged by the day on which it closes. */
function judgedBy(dossier: Dossier, command: string, { calendar }: Pick<Rules, 'calendar'>): JudgedBy | undefined {
  const { closes, closing, sending } = dossier
  if (!untilClose.includes(command) || !closes || !closing || sending) return undefined
  const { on, passesAt } = closeOf(dossier, { calendar })
  const { from } = closesOn(closes, calendar)
  return { finalOn: on, passesAt, from, since: closing.since, ...(closing.moved && { moved: closing.moved }) }
}

/** Of a dossier whose candidate was erased nothing is asked any more; what is left is read by those who read it before. */
const castOfErased = (partner: readonly Party[]): Cast<DossierPart> => ({
  partner: [],
  candidate: [],
  sender: [],
  pieceOwner: [],
  officer: [],
  headOfOffice: [],
  dataProtection: [],
  process: ['process'],
  register: ['register'],
  reader: [
    ...partner,
    'role:officer',
    'role:headOfOffice',
    'role:dataProtection',
    'role:direction',
    'role:pilot',
    'role:auditor',
  ],
})

/** What could come to something by now, where the status alone does not say. */
function fits(
  { status, pieces, sending, unsent, retention, appeal }: Dossier,
  command: string,
  about: string | undefined,
): boolean {
  const piece = pieceOf(pieces, pieceIn(about) ?? about ?? '')
  const mayBeTakenBack = sending !== undefined && !sending.settled
  switch (command) {
    case 'takeBack':
      return mayBeTakenBack
    case 'send':
    case 'acknowledge':
      return unsent === undefined
    case 'deposit':
      return piece === undefined || (isReceived({ status }) ? piece.asked !== undefined : unsent === undefined)
    case 'acceptPiece':
      return !mayBeTakenBack && (piece === undefined || piece.state === 'deposited' || piece.state === 'refused')
    case 'refusePiece':
      return !mayBeTakenBack && (piece === undefined || piece.state === 'deposited' || piece.state === 'accepted')
    case 'askAgain':
      return !mayBeTakenBack && piece?.state !== 'deposited'
    case 'markNotConcerned':
      return !mayBeTakenBack && piece?.state !== 'notConcerned'
    case 'keepLonger':
      return retention !== undefined
    case 'suspendRetention':
      return retention !== undefined && appeal === undefined
    case 'liftRetention':
      return appeal !== undefined
    default:
      return true
  }
}

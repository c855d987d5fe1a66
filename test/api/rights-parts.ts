import type { ProcessType } from '../../domain/catalogue.ts'
import type { Someone } from './rights-scene.ts'

/** The parts someone plays in a file; `fair`: in that milestone of it, or for CMP, where a command is about one. */
interface Plays {
  readonly file: readonly string[]
  readonly fair?: readonly string[]
}

/** Who plays what in one file. Whoever is not named has no part. */
type Casting = Readonly<Partial<Record<Someone, Plays>>>

/** Of what is not there: the same to all, so that some are enough to ask. */
export const nothing: Casting = {}
export const some: readonly Someone[] = ['nobody', 'pilot', 'direction', 'administrator']

const reads: Plays = { file: ['reader'] }
const watch: Casting = { auditor: reads, administrator: reads }
const offices: Casting = {
  direction: { file: ['direction'] },
  'head-of-office': { file: ['office'] },
  officer: { file: ['officer'] },
}
const labels: Casting = {
  quality: { file: ['qualityOfficer'] },
  'head-of-office': { file: ['headOfOffice'] },
  direction: { file: ['direction'] },
  officer: reads,
  pilot: reads,
  delegate: reads,
  otherPilot: reads,
  ...watch,
}
/** Asked of CMP and CIS, whose heads answer; the ladder has let nobody else in (R7). */
const agreements: Casting = {
  ...watch,
  quality: reads,
  pilot: reads,
  delegate: reads,
  otherPilot: reads,
  officer: { file: ['officer'] },
  'head-of-office': { file: ['headOfOffice'] },
  legal: { file: ['legalOfficer'] },
  direction: { file: ['direction'], fair: [] },
  'centre-head.cmp': { file: ['head'] },
  'centre-head.cis': { file: ['head'], fair: [] },
  'deputy.cmp': reads,
  'deputy.cis': reads,
}
const cycles: Casting = {
  officer: { file: ['officer'] },
  'head-of-office': { file: ['headOfOffice'] },
  direction: { file: ['direction'] },
  quality: reads,
  pilot: reads,
  delegate: reads,
  otherPilot: reads,
  ...watch,
}
/** Handed in by a candidate: read by those whom it concerns, and by auditors without what candidates hand in. */
const dossiers: Casting = {
  'data-protection': { file: ['dataProtection'] },
  officer: { file: ['officer'] },
  'head-of-office': { file: ['headOfOffice'] },
  direction: reads,
  pilot: reads,
  delegate: reads,
  otherPilot: reads,
  auditor: reads,
}
const approvalReaders: Casting = { direction: reads, officer: reads, 'head-of-office': reads, ...watch }
const mail: Casting = {
  officer: { file: ['steward'] },
  administrator: { file: ['steward'] },
  'head-of-office': { file: ['headOfOffice'] },
  auditor: reads,
}

/** Who plays what in each file of the scene, and in some that are not there: stated by hand, nothing here is read from the casts. */
export const files: Readonly<Record<ProcessType, Readonly<Record<string, Casting>>>> = {
  partnershipPlan: {
    'usth-2027': {
      ...watch,
      ...offices,
      quality: reads,
      pilot: { file: ['pilot'] },
      delegate: { file: ['pilot'] },
      'deputy.spin': { file: [], fair: ['owner'] },
      'centre-head.cmp': { file: ['centre'], fair: [] },
      'centre-head.cis': { file: ['centre'] },
      'deputy.cmp': reads,
      'deputy.cis': reads,
    },
    'polito-2027': {
      ...watch,
      ...offices,
      quality: reads,
      otherPilot: { file: ['pilot'] },
      'centre-head.sms': { file: ['centre'] },
      'deputy.sms': reads,
    },
    'nowhere-2027': nothing,
  },
  centreApproval: {
    'partnershipPlan.usth-2027.v1.cmp': {
      ...approvalReaders,
      pilot: { file: ['author'] },
      delegate: { file: ['author'] },
      'centre-head.cmp': { file: ['head'] },
      'deputy.cmp': reads,
    },
    'partnershipPlan.polito-2027.v1.sms': {
      ...approvalReaders,
      otherPilot: { file: ['author'] },
      'centre-head.sms': { file: ['head'] },
      // The ladder lets the deputy head, then direction, answer as well: four months have passed (R7).
      'deputy.sms': { file: ['deputy'] },
      direction: { file: ['direction'] },
    },
    'partnershipPlan.nowhere-2027.v1.cmp': nothing,
  },
  correspondence: {
    p1: { ...mail, pilot: { file: ['recipient'] }, delegate: { file: ['recipient'] } },
    p5: { ...mail, 'centre-head.cmp': { file: ['recipient'] } },
    'usth-c1': mail,
    'nowhere-c1': nothing,
  },
  admissionCycle: {
    '2028-engineer': {
      ...cycles,
      officer: { file: ['officer', 'secondPerson'] },
      'head-of-office': { file: ['headOfOffice', 'secondPerson'] },
    },

    '2029-master': nothing,
  },
  participation: { '2028-engineer.usth': { ...cycles, direction: reads }, '2028-engineer.nowhere': nothing },
  dossier: { '00001': dossiers, '00099': nothing },
  labelFile: { 'bienvenue-en-france-2027': labels, 'nowhere-2027': nothing },
  agreement: { '00001': agreements, '00099': nothing },
}

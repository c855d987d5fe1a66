import type { Actor } from './actor.ts'
import type { Party } from './roster.ts'

/** Everyone who holds a mandate at the school: nobody else has a session. */
const everyone = 'everyone'

/**
 * Who may read what belongs to no process, and who may edit the register: plain data. Rights on processes come from their command
 * tables and casts.
 */
export const rights = {
  readOperations: ['role:administrator', 'role:headOfOffice', 'role:auditor'],
  readWebhooks: ['role:administrator', 'role:auditor'],
  manageWebhooks: ['role:administrator'],
  readIndicators: [
    'role:direction',
    'role:headOfOffice',
    'role:officer',
    'role:auditor',
    'role:pilot',
    'role:qualityOfficer',
  ],
  readRegister: everyone,
  readContacts: [
    'role:pilot',
    'role:officer',
    'role:headOfOffice',
    'role:direction',
    'role:administrator',
    'role:auditor',
    'role:dataProtection',
  ],
  /** Absences, and what was said of someone before. */
  readPeoplePrivately: ['role:headOfOffice', 'role:administrator', 'role:auditor', 'role:dataProtection'],
  /** Documents for a command to attach: who writes agreements, or deposits for a dossier. */
  uploadDocuments: ['role:officer', 'role:headOfOffice'],
  editPartners: ['role:officer', 'role:headOfOffice', 'role:administrator'],
  importPartners: ['role:officer', 'role:headOfOffice', 'role:administrator'],
  importAgreements: ['role:officer', 'role:headOfOffice'],
  /** R12: `strategic` and `complete` are decided, never computed. */
  decidePartners: ['role:direction', 'role:headOfOffice'],
  editPeople: ['role:administrator', 'role:headOfOffice'],
  /** Who has left the school: no mandate is edited by it. */
  eraseStaff: ['role:administrator', 'role:headOfOffice', 'role:dataProtection'],
  editCentres: ['role:administrator', 'role:direction'],
  editCountries: ['role:officer', 'role:headOfOffice', 'role:direction'],
  /** Who candidates are; a partner sees those whom it nominated. */
  readCandidates: ['role:officer', 'role:headOfOffice', 'role:direction', 'role:auditor', 'role:dataProtection'],
  editCandidates: ['role:officer', 'role:headOfOffice'],
  /** Everything that is held on somebody, to be handed to them. */
  exportPeople: ['role:dataProtection', 'role:headOfOffice'],
  /** Where nobody holds data protection, the head of office has it. */
  erasePeople: ['role:dataProtection'],
  /** What candidates handed in, and what was written of it: nobody reads that who may not read who they are. */
  readDossierPapers: ['role:officer', 'role:headOfOffice', 'role:direction'],
  editProgrammes: ['role:administrator', 'role:headOfOffice', 'role:direction'],
} as const satisfies Record<string, typeof everyone | readonly Party[]>
export type Right = keyof typeof rights

/** Whether someone has a right, by what they stand for today, delegations included. */
export function hasRight({ standings }: Pick<Actor, 'standings'>, right: Right): boolean {
  const parties: typeof everyone | readonly Party[] = rights[right]
  return parties === everyone || standings.some(({ party }) => parties.includes(party))
}

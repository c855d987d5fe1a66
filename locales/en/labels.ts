import type { LabelMessages } from '../catalogue.ts'
import { agreementWords } from './agreements.ts'
import { commands } from './commands.ts'
import { cycles } from './cycles.ts'
import { dossiers } from './dossiers.ts'
import { nominationWords } from './nominations.ts'
import { registerLabels } from './register.ts'

export const labels: LabelMessages = {
  pillars: {
    teaching: 'Teaching',
    research: 'Research',
    companies: 'Companies',
    scientificCulture: 'Scientific culture',
  },
  plan: {
    none: 'not yet drafted',
    draft: 'draft',
    inApproval: 'in approval',
    returned: 'returned',
    approved: 'approved',
    running: 'running',
    closed: 'closed',
    suspended: 'suspended',
    abandoned: 'abandoned',
  },
  approval: { none: 'not yet asked', asked: 'asked', given: 'given', withdrawn: 'withdrawn' },
  correspondence: {
    none: 'without mail yet',
    open: 'reached by mail',
    passedOn: 'not reached: another contact answers',
    notReached: 'not reached',
  },
  milestone: {
    planned: 'planned',
    started: 'started',
    done: 'done',
    evidenced: 'done, evidence accepted',
    dropped: 'dropped',
  },
  label: {
    none: 'not registered yet',
    unknown: 'validity unknown',
    toCome: 'not begun yet',
    held: 'held',
    renewalDue: 'renewal due',
    selfEvaluation: 'self-evaluation under way',
    submitted: 'self-evaluation submitted',
    visited: 'visited',
    awarded: 'renewed',
    refused: 'renewal refused',
    lapsed: 'lapsed',
  },
  agreement: agreementWords,
  cycle: cycles,
  nomination: nominationWords,
  dossier: dossiers,
  audiences: { school: 'the school', partner: 'the partner institution', public: 'everyone' },
  opinions: { approved: 'approved', returned: 'returned for changes', refused: 'refused' },
  withdrawals: {
    returned: 'the plan was returned to its partnership lead',
    versionChanged: 'your centre’s part of the plan has changed, and a new request will follow',
    centreRemoved: 'your centre no longer carries this plan',
    planAbandoned: 'the plan was abandoned',
    planEnded: 'the plan has ended',
  },
  outcomes: {
    sent: 'sent',
    doubtful: 'doubtful: it may have arrived, or not',
    failed: 'not delivered',
    takenBack: 'taken back: the mail server had nothing of it, and what still holds goes in the next window',
    withheld: 'withheld: of a demonstrated past',
  },
  causes: {
    refused: 'the mail server refused the address',
    bounced: 'a delivery report came back',
    reported: 'the office reported it',
    unknown: 'the register knows no address',
  },
  roles: {
    pilot: 'Partnership lead',
    centreHead: 'Head of {centre, select, none {a research centre} other {{centre}}}',
    centreDeputy: 'Deputy head of {centre, select, none {a research centre} other {{centre}}}',
    officer: 'International officer',
    headOfOffice: 'Head of the international office',
    direction: 'Direction',
    legalOfficer: 'Legal officer',
    qualityOfficer: 'Quality officer',
    dataProtection: 'Data protection officer',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  register: registerLabels,
  acting: '{role} (acting)',
  measures: {
    agreements: 'exchange agreements',
    partnerships: 'partnerships',
    strategicPartners: 'strategic partners',
    completePartners: 'comprehensive partnerships',
    mastersInEnglish: 'master’s programmes in English',
  },
  readers: { school: 'people of the school', partner: 'contacts of partners' },
  commands,
}

import { approvalRungs, isApprovalRung, type ApprovalRung } from '../approval/approval.ts'
import { partyOf } from '../approval/rungs.ts'
import { tell } from '../catalogue.ts'
import { keyOf } from '../id.ts'
import { defineProcess } from '../machine.ts'
import { aboutCentre, centreIn } from '../plan/ids.ts'
import type { Party } from '../roster.ts'
import { newAgreement, type Agreement } from './agreement.ts'
import { agreementAnnounces } from './announces.ts'
import { agreementCommands } from './commands.ts'
import { decideAgreement } from './decide.ts'
import { agreementAttaches, agreementBecomes, type AgreementShape } from './events.ts'
import { evolveAgreement } from './evolve.ts'
import { agreementWaits } from './waits.ts'

/** One agreement with one or more partners, from its first draft to its end (S7, S13). */
export const agreement = defineProcess<AgreementShape>({
  type: 'agreement',
  commands: agreementCommands,
  initial: newAgreement,
  becomes: agreementBecomes,
  ends: ['renewed', 'terminated', 'expired', 'abandoned'],
  decide: decideAgreement,
  evolve: evolveAgreement,
  waits: agreementWaits,

  cast: (file, _, about) => {
    const { centres, opinions, renewal } = file
    const centre = askedIn(file, about)
    const opened = centre === undefined ? undefined : opinions[centre]?.opened
    // Of one centre's opinion, whoever the ladder has let in by now; else the heads of all of them, who hear of it.
    const holder = (rung: ApprovalRung): readonly Party[] =>
      centre !== undefined && opened?.includes(rung) ? [partyOf(rung, centre)] : []
    return {
      head: centre === undefined ? centres.map((one) => partyOf('head', one)) : holder('head'),
      deputy: holder('deputy'),
      direction: centre === undefined ? ['role:direction'] : holder('direction'),
      addressee: approvalRungs.flatMap(holder),
      officer: ['role:officer'],
      headOfOffice: ['role:headOfOffice'],
      legalOfficer: ['role:legalOfficer'],
      decider: renewal ? [`role:${renewal.of}`] : [],
      process: ['process'],
      register: ['register'],
      reader: [
        'role:pilot',
        'role:qualityOfficer',
        'role:auditor',
        'role:administrator',
        ...centres.map((one) => `deputy:${one}`),
      ],
    }
  },
  abouts: ({ opinions }) => Object.keys(opinions).map(aboutCentre),
  barred: ({ authors }) => ({
    head: authors,
    deputy: authors,
    direction: authors,
    addressee: authors,
    legalOfficer: authors,
  }),
  opened: (file, part, about) => {
    const centre = askedIn(file, about)
    const asked = centre === undefined ? undefined : file.opinions[centre]
    if (centre === undefined || !asked || !isApprovalRung(part) || asked.opened.includes(part)) return file
    return { ...file, opinions: { ...file.opinions, [centre]: { ...asked, opened: [...asked.opened, part] } } }
  },
  notNow: (_, command) => (command === 'draftAgreement' ? 'agreement.exists' : undefined),
  fits: (file, command, about) => {
    if (command === 'giveOpinion') {
      const centre = askedIn(file, about)
      return about === undefined || (centre !== undefined && file.opinions[centre]?.given === undefined)
    }
    return fitsNow(file, command)
  },

  tells: {
    signed: (_, { renews }, id) =>
      renews === undefined
        ? []
        : [tell(`agreement/${renews}`, { type: 'noteSuccessor', input: { successor: keyOf(id) } })],
  },
  announces: agreementAnnounces,
  attaches: agreementAttaches,
})

/** The centre an `about` names, if that one was asked: `'centre:cmp'` of a wait, `'cmp'` of a command. */
function askedIn({ opinions }: Agreement, about: string | undefined): string | undefined {
  const centre = centreIn(about) ?? about
  return centre !== undefined && Object.hasOwn(opinions, centre) ? centre : undefined
}

/** What could come to something by now, where the status alone does not say. */
function fitsNow({ stage, amendment, termination }: Agreement, command: string): boolean {
  switch (command) {
    case 'clearLegally':
      return stage?.kind === 'legal'
    case 'sendToPartner':
      return stage?.kind === 'sending'
    case 'decideOnRenewal':
    case 'terminate':
    case 'recordTermination':
      return termination === undefined
    case 'proposeAmendment':
      return termination === undefined && amendment === undefined
    case 'recordAmendment':
    case 'dropAmendment':
      return amendment !== undefined
    default:
      return true
  }
}

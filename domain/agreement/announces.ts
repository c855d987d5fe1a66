import { aboutCentre } from '../plan/ids.ts'
import type { NoticeKind } from '../notices.ts'
import type { Announcement, Announces } from '../process.ts'
import { subjectOf, type LadderKind } from '../wait.ts'
import type { AgreementPart } from './agreement.ts'
import type { AgreementShape } from './events.ts'
import { aboutAgreement, aboutMonths, aboutTransfer } from './ids.ts'

type Told = Announcement<AgreementPart>

/** News of an agreement, to each of these parts. */
const news = (kind: NoticeKind, ...parts: readonly AgreementPart[]): Told[] =>
  parts.map((part) => ({ part, kind, about: aboutAgreement }))

/** The same, with why it was done. */
const because = (reason: string, told: readonly Told[]): Told[] => told.map((one) => ({ ...one, reason }))

/** What is owed, to each of these parts. */
const owed = (
  { kind, about = aboutAgreement }: { readonly kind: LadderKind; readonly about?: string },
  ...parts: readonly AgreementPart[]
): Told[] => parts.map((part) => ({ part, kind, about, waitsFor: subjectOf({ kind, about }) }))

/** Who hears of the events of an agreement. */
export const agreementAnnounces: Announces<AgreementShape> = {
  opinionsAsked: ({ asked }) =>
    asked.flatMap(({ centre }) => owed({ kind: 'agreementOpinion', about: aboutCentre(centre) }, 'addressee')),
  opinionGiven: ({ centre }) => [{ part: 'officer', kind: 'agreementOpinionGiven', about: aboutCentre(centre) }],
  legalReviewAsked: () => owed({ kind: 'agreementLegal' }, 'legalOfficer'),
  legallyCleared: () => owed({ kind: 'agreementSending' }, 'officer'),
  sentBack: ({ reason }) => because(reason, news('agreementSentBack', 'officer')),
  signed: ({ known }) => (known ? [] : news('agreementSigned', 'headOfOffice', 'legalOfficer', 'head')),
  renewalAsked: ({ months }) => owed({ kind: 'agreementRenewal', about: aboutMonths(months) }, 'decider', 'officer'),
  transferAwaited: ({ partner }) =>
    owed({ kind: 'agreementTransfer', about: aboutTransfer(partner) }, 'officer', 'legalOfficer'),
  renewalDecided: ({ reason }) => because(reason, news('agreementRenewalDecided', 'officer', 'headOfOffice', 'head')),
  renewedBy: () => news('agreementRenewed', 'officer', 'headOfOffice', 'head'),
  terminationNotified: () => owed({ kind: 'agreementTermination' }, 'officer', 'headOfOffice', 'direction', 'head'),
  terminated: ({ known }) => (known ? [] : news('agreementTerminated', 'officer', 'headOfOffice', 'direction', 'head')),
  expired: ({ known }) => (known ? [] : news('agreementExpired', 'officer', 'headOfOffice', 'direction', 'head')),
  // With its last day, and the one that stood before where that is another now (R11).
  amendmentAgreed: () =>
    news('agreementAmended', 'headOfOffice', 'legalOfficer', 'head').map((told) => ({
      ...told,
      waitsFor: subjectOf({ kind: 'agreementEnd', about: aboutAgreement }),
    })),
}

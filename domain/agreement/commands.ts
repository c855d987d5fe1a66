import { z } from 'zod'
import { DocumentId } from '../documents.ts'
import { Year } from '../plan/inputs.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id, Line } from '../text.ts'
import { CivilDate, NearDay } from '../time.ts'
import {
  agreementKinds,
  flowDirections,
  renewalDecisions,
  studyLevels,
  type AgreementPart,
  type AgreementStatus,
} from './agreement.ts'
import type { AgreementEvents } from './events.ts'

const term = z.strictObject({ from: NearDay, until: NearDay })
const kindOfStudents = { direction: z.enum(flowDirections), level: z.enum(studyLevels), year: Year }
const agreed = z.strictObject({
  partners: z.array(Id).min(1).max(20),
  noticeMonths: z.int().min(0).max(36),
  places: z
    .array(z.strictObject({ ...kindOfStudents, places: z.int().min(1).max(1000) }))
    .max(300)
    .default([]),
})
const content = agreed.extend({
  validity: term,
  title: Line,
  kind: z.enum(agreementKinds),
  withImt: z.boolean().default(false),
  centres: z.array(Id).max(20).default([]),
})
const reasoned = z.strictObject({ reason: FreeText })
const termination = reasoned.extend({ noticedOn: NearDay, endsOn: NearDay })
const nothing = z.strictObject({})
/** An agreement's register number: `'00017'`. */
const AgreementKey = z.string().regex(/^\d{5}$/)

const writers = ['officer', 'headOfOffice'] as const
const deciders = ['headOfOffice', 'direction'] as const
const onItsWay = ['centreOpinion', 'legalReview', 'sent'] as const
const running = ['inForce', 'renewalOpen'] as const

/** What may be asked of an agreement: by whom, when, with what, and what may come of it (S7, S13). What the partner does is recorded by the office. */
export const agreementCommands = {
  draftAgreement: {
    by: writers,
    from: ['none'],
    emits: ['drafted', 'signed', 'scanAttached', 'enteredIntoForce', 'renewalAsked', 'expired', 'transferAwaited'],
    // `signedOn`, and its scan: of one that was signed before it was written down.
    input: content.extend({
      renews: AgreementKey.optional(),
      signedOn: NearDay.optional(),
      document: DocumentId.optional(),
    }),
  },
  reviseAgreement: { by: writers, from: ['draft'], emits: ['revised'], input: content, replaces: true },
  askOpinions: { by: writers, from: ['draft'], emits: ['opinionsAsked', 'legalReviewAsked'], input: nothing },
  giveOpinion: {
    by: ['head', 'deputy', 'direction'],
    from: ['centreOpinion'],
    about: 'centre',
    emits: ['opinionGiven', 'legalReviewAsked', 'sentBack'],
    input: z.discriminatedUnion('opinion', [
      z.strictObject({ centre: Id, opinion: z.literal('favourable'), reason: FreeText.optional() }),
      z.strictObject({ centre: Id, opinion: z.literal('unfavourable'), reason: FreeText }),
    ]),
  },
  clearLegally: { by: ['legalOfficer'], from: ['legalReview'], emits: ['legallyCleared'], input: nothing },
  sendBack: { by: [...writers, 'legalOfficer'], from: onItsWay, emits: ['sentBack'], input: reasoned },
  sendToPartner: {
    by: writers,
    from: ['legalReview'],
    emits: ['sentToPartner'],
    input: z.strictObject({ sentOn: NearDay }),
  },
  recordSignature: {
    by: writers,
    from: ['sent'],
    emits: ['signed', 'enteredIntoForce', 'renewalAsked', 'expired', 'transferAwaited'],
    // Where its days follow from that of the last signature.
    input: z.strictObject({ signedOn: NearDay, validity: term.optional() }),
  },
  enterIntoForce: {
    by: ['clock'],
    from: ['signed'],
    emits: ['enteredIntoForce', 'renewalAsked'],
    input: nothing,
  },
  askRenewal: { by: ['clock'], from: running, emits: ['renewalAsked'], input: nothing },
  decideOnRenewal: {
    by: deciders,
    from: ['renewalOpen'],
    emits: ['renewalDecided'],
    input: reasoned.extend({ decision: z.enum(renewalDecisions) }),
  },
  noteSuccessor: {
    by: ['process'],
    from: ['signed', ...running],
    emits: ['renewedBy'],
    input: z.strictObject({ successor: AgreementKey }),
  },
  noteMerger: {
    by: ['register'],
    from: ['signed', ...running],
    emits: ['transferAwaited'],
    input: z.strictObject({ partner: Id, into: Id, on: CivilDate }),
  },
  terminate: { by: deciders, from: running, emits: ['terminationNotified', 'terminated'], input: termination },
  recordTermination: { by: writers, from: running, emits: ['terminationNotified', 'terminated'], input: termination },
  endTerminated: { by: ['clock'], from: running, emits: ['terminated'], input: nothing },
  expire: { by: ['clock'], from: running, emits: ['expired'], input: nothing },
  proposeAmendment: {
    by: writers,
    from: running,
    emits: ['amendmentProposed'],
    // Its first day stays what it was.
    input: agreed.extend({ until: NearDay, reason: FreeText }),
    replaces: true,
  },
  recordAmendment: {
    by: writers,
    from: running,
    emits: ['amendmentAgreed', 'renewalAsked', 'renewalClosed', 'transferAwaited'],
    input: z.strictObject({ version: z.int().min(2).max(1000), signedOn: NearDay }),
  },
  dropAmendment: {
    by: writers,
    from: running,
    emits: ['amendmentDropped'],
    input: reasoned.extend({ version: z.int().min(2).max(1000) }),
  },
  recordFlows: {
    by: writers,
    from: [...running, 'renewed', 'terminated', 'expired'],
    emits: ['flowsRecorded'],
    input: z.strictObject({ ...kindOfStudents, students: z.int().min(0).max(1000) }),
  },
  attachScan: {
    by: writers,
    from: ['signed', ...running, 'renewed', 'terminated', 'expired'],
    emits: ['scanAttached'],
    input: z.strictObject({ version: z.int().min(1).max(1000), document: DocumentId }),
  },
  abandonAgreement: { by: writers, from: ['draft', ...onItsWay], emits: ['abandoned'], input: reasoned },
} as const satisfies Rows<AgreementPart, AgreementStatus, keyof AgreementEvents>

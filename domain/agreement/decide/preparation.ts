import { isApprovalRung } from '../../approval/approval.ts'
import { firstRungs } from '../../approval/rungs.ts'
import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Agreement } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import { scanAttached } from './scans.ts'
import { transfersAwaited } from './transfer.ts'
import { followed, termOf, type DecidingAgreement } from './checks.ts'
import {
  checkCentresOpen,
  checkContent,
  checkPast,
  checkTerm,
  refusalsOfDraft,
  standing,
  standingFor,
} from './content.ts'

/** From the first draft to the signature of both sides. */
export const decidePreparation: Pick<
  Decide<AgreementShape>,
  | 'draftAgreement'
  | 'reviseAgreement'
  | 'askOpinions'
  | 'giveOpinion'
  | 'clearLegally'
  | 'sendBack'
  | 'sendToPartner'
  | 'recordSignature'
  | 'abandonAgreement'
> = {
  draftAgreement: (_, draft, context) => {
    const [refusal] = refusalsOfDraft(draft, context)
    if (refusal) throw refusal
    const { signedOn, document, ...content } = draft
    checkRenews(content, context)
    const drafted = { type: 'drafted' as const, data: { ...content, author: context.actor.id } }
    if (signedOn === undefined) return [drafted]
    const { validity, partners } = content
    return [
      drafted,
      { type: 'signed', data: { signedOn, validity, known: true } },
      ...(document === undefined ? [] : [scanAttached({ version: 1, document }, context)]),
      ...followed({ validity, partners, flows: [] }, context),
      ...transfersAwaited(partners, context),
    ]
  },

  reviseAgreement: (_, content, context) => {
    checkContent(content, context)
    checkCentresOpen(content, context)
    return [{ type: 'revised', data: { ...content, author: context.actor.id } }]
  },

  askOpinions: ({ centres, authors }, _, context) => {
    if (centres.length === 0) return [legalReviewAsked(context)]
    const asked = centres.map((centre) => ({ centre, opened: firstRungs({ centre, authors }, context) }))
    return [{ type: 'opinionsAsked', data: { by: termOf('opinion', context), asked } }]
  },

  giveOpinion: (agreement, { centre, opinion, reason }, context) => {
    const asked = Object.hasOwn(agreement.opinions, centre) ? agreement.opinions[centre] : undefined
    if (!asked) throw new Refusal('agreement.centre-not-asked', { centre })
    if (asked.given) throw new Refusal('agreement.opinion-given', { centre })
    const as = context.played.find(({ part }) => isApprovalRung(part))
    if (!as || !isApprovalRung(as.part)) throw new Refusal('command.not-yours', { command: 'giveOpinion' })
    const { part, through } = as
    const given = {
      type: 'opinionGiven' as const,
      data: { centre, opinion, part, ...(reason && { reason }), ...(through && { through }) },
    }
    if (opinion === 'unfavourable') return [given, { type: 'sentBack', data: { by: context.actor.id, reason } }]
    return isLast(agreement, centre) ? [given, legalReviewAsked(context)] : [given]
  },

  clearLegally: ({ stage }, _, context) => {
    if (stage?.kind !== 'legal') throw new Refusal('agreement.cleared')
    return [{ type: 'legallyCleared', data: { by: termOf('sending', context) } }]
  },

  sendBack: (_, { reason }, { actor }) => [{ type: 'sentBack', data: { by: actor.id, reason } }],

  sendToPartner: ({ stage }, { sentOn }, context) => {
    if (stage?.kind !== 'sending') throw new Refusal('agreement.not-cleared')
    checkPast(sentOn, undefined, context)
    return [{ type: 'sentToPartner', data: { sentOn, by: termOf('signature', context) } }]
  },

  recordSignature: (agreement, { signedOn, validity = agreement.validity }, context) => {
    const { partners, flows, places } = agreement
    checkPast(signedOn, agreement.sentOn, context)
    checkTerm({ validity, places })
    return [
      { type: 'signed', data: { signedOn, validity } },
      ...followed({ validity, partners, flows }, context),
      ...transfersAwaited(partners, context),
    ]
  },

  abandonAgreement: (_, { reason }) => [{ type: 'abandoned', data: { reason } }],
}

const legalReviewAsked = (context: DecidingAgreement) => ({
  type: 'legalReviewAsked' as const,
  data: { by: termOf('legal', context) },
})

/** Whether every other centre has answered. */
const isLast = ({ opinions }: Agreement, centre: string): boolean =>
  Object.entries(opinions).every(([id, { given }]) => id === centre || given !== undefined)

/** Throws for an agreement that cannot be renewed, or one with none of the same partners. */
function checkRenews(
  { renews, partners }: { readonly renews?: string | undefined; readonly partners: readonly string[] },
  context: DecidingAgreement,
): void {
  const { renewable } = context.facts
  if (renews === undefined) return
  const before = Object.hasOwn(renewable, renews) ? renewable[renews] : undefined
  if (!before) throw new Refusal('agreement.not-renewable', { agreement: renews })
  if (!before.some((partner) => standing(partners, context).includes(standingFor(partner, context))))
    throw new Refusal('agreement.other-partners', { agreement: renews })
}

import type { Evolve } from '../process.ts'
import type { Agreement } from './agreement.ts'
import type { AgreementShape } from './events.ts'
import { countedAs } from './flows.ts'

/** What an agreement becomes by each of its events. */
export const evolveAgreement: Evolve<AgreementShape> = {
  drafted: (agreement, { author, ...drafted }) => ({ ...agreement, ...drafted, authors: [author], versions: 1 }),
  revised: ({ authors, ...agreement }, { author, ...revised }) => ({
    ...agreement,
    ...revised,
    authors: [...new Set([...authors, author])],
  }),

  opinionsAsked: (agreement, { by, asked }, at) => ({
    ...agreement,
    opinions: Object.fromEntries(asked.map(({ centre, opened }) => [centre, { at, by, opened }])),
  }),
  opinionGiven: (agreement, { centre, ...given }, at) => {
    const asked = agreement.opinions[centre]
    if (!asked) return agreement
    return { ...agreement, opinions: { ...agreement.opinions, [centre]: { ...asked, given: { ...given, at } } } }
  },
  legalReviewAsked: (agreement, { by }, since) => ({ ...agreement, stage: { kind: 'legal', since, by } }),
  legallyCleared: (agreement, { by }, since) => ({ ...agreement, stage: { kind: 'sending', since, by } }),
  // What was said was of what is to be revised now.
  sentBack: (agreement) => ({ ...agreement, opinions: {}, stage: undefined, sentOn: undefined }),
  sentToPartner: (agreement, { by, sentOn }, since) => ({
    ...agreement,
    sentOn,
    stage: { kind: 'signature', since, by },
  }),

  signed: (agreement, { signedOn, validity }, at) => {
    const { partners, noticeMonths, places } = agreement
    return {
      ...agreement,
      signedOn,
      validity,
      stage: undefined,
      endSince: { at },
      agreed: [{ version: 1, signedOn, partners, validity, noticeMonths, places }],
    }
  },
  enteredIntoForce: (agreement) => agreement,
  abandoned: (agreement) => ({ ...agreement, stage: undefined }),

  renewalAsked: (agreement, asked, at) => ({ ...agreement, renewal: { ...asked, at } }),
  renewalClosed: (agreement) => ({ ...agreement, renewal: undefined }),
  renewalDecided: (agreement, decided, at) =>
    agreement.renewal ? { ...agreement, renewal: { ...agreement.renewal, decided: { ...decided, at } } } : agreement,
  renewedBy: (agreement, { successor }) => ({ ...closed(agreement), successor }),
  terminationNotified: (agreement, termination, at) => ({
    ...closed(agreement),
    termination: { ...termination, at },
  }),
  terminated: closed,
  expired: closed,

  amendmentProposed: (agreement, { by, ...amendment }, at) => ({
    ...agreement,
    versions: amendment.version,
    amendment: { ...amendment, at, by },
  }),
  amendmentAgreed: ({ amendment, ...agreement }, { version, signedOn }, at) => {
    if (amendment?.version !== version) return { ...agreement, amendment }
    const { partners, validity, noticeMonths, places } = amendment
    const terms = { partners, validity, noticeMonths, places }
    return {
      ...agreement,
      ...terms,
      transfers: stillAwaited(agreement, partners),
      agreed: [...agreement.agreed, { version, signedOn, ...terms }],
      ...(validity.until !== agreement.validity.until && { endSince: { at, moved: true } }),
    }
  },
  amendmentDropped: (agreement) => ({ ...agreement, amendment: undefined }),

  transferAwaited: (agreement, { partner, ...awaited }, since) => ({
    ...agreement,
    transfers: { ...agreement.transfers, [partner]: { ...awaited, since } },
  }),

  scanAttached: (agreement, scan, at) => ({ ...agreement, scans: [...(agreement.scans ?? []), { ...scan, at }] }),

  flowsRecorded: ({ flows, ...agreement }, { was: _, ...flow }) => ({
    ...agreement,
    flows: [...flows.filter((one) => countedAs(one) !== countedAs(flow)), flow],
  }),
}

/** What no longer names the partner that merged is transferred. */
function stillAwaited(
  { transfers }: Pick<Agreement, 'transfers'>,
  partners: readonly string[],
): Agreement['transfers'] {
  const left = Object.entries(transfers ?? {}).filter(([partner]) => partners.includes(partner))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/** Of what ends nothing more is proposed. */
function closed(agreement: Agreement): Agreement {
  return { ...agreement, amendment: undefined }
}

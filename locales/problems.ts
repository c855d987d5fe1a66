import { documentProblemCodes } from './problems-document.ts'

/** Everything that can go wrong around a command, beside the domain's refusals; stable for ever (RFC 9457 `type`). */
export const problemCodes = [
  'unauthenticated',
  'csrf',
  'not-found',
  'forbidden',
  'invalid-body',
  'invalid-query',
  'invalid-json',
  'body-too-large',
  'body-stalled',
  'unsupported-media-type',
  'method-not-allowed',
  'too-many-requests',
  'list-too-long',
  'unavailable',
  'bug',
  'key-reused',
  'link-unknown',
  'link-expired',
  'link-used',
  'link-ended',
  'link-other-browser',
  'basis-missing',
  'edit-overtaken',
  'import-refused',
  'import-unreadable',
  'import-too-long',
  ...documentProblemCodes,
  'webhook-over',
  'absence-order',
  'absence-too-long',
  'absence-overlap',
  'absence-delegate-self',
  'absence-delegate-unknown',
  'absence-delegate-watching',
  'absence-delegate-away',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** What a problem's words may say; what is not known is left out of the sentence, or shown as an ellipsis. */
export interface ProblemFields {
  /** Something was only asked for, for `unavailable`: nothing was sent that could be lost. */
  readonly reads?: boolean | undefined
  /** Until when to wait, for `too-many-requests` and `unavailable`. */
  readonly seconds?: number | undefined
  /** The number under which a `bug` is found in the logs. */
  readonly id?: string | undefined
  /** The methods that are allowed, or the media types that are read. */
  readonly allowed?: readonly string[] | undefined
  readonly limitKilobytes?: number | undefined
  /** What was found in a document, in words of its format. */
  readonly found?: string | undefined
  /** How many there may be at most. */
  readonly most?: number | undefined
  /** What was to be read of a file, for `import-unreadable`: nominations have a template of their own. */
  readonly of?: string | undefined
}

/** The faults of an input, as zod codes them, those of its JSON, and those that say more. */
export const faultCodes = [
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'repeated_key',
  'day_outside',
  'day_form',
  'day_ahead',
  'day_far',
  'day_past',
  'basis_differs',
  'letter_missing',
  'words_missing',
  'named_twice',
  'address_refused',
  'mail_address',
  'country_form',
  'ids_form',
  'domains_form',
  'networks_form',
  'places_form',
  'beside_missing',
  'cells_extra',
  'scan_unknown',
  'scan_ambiguous',
  'reference_differs',
  'partner_differs',
  'custom',
] as const
export type FaultCode = (typeof faultCodes)[number]

import type { CivilDate, Instant } from '../time.ts'

/** Why a partner needs more time, by kind. */
export const extensionCauses = ['strike', 'holiday', 'exam', 'technical', 'security', 'other'] as const
export type ExtensionCause = (typeof extensionCauses)[number]

/** What a partner asks for: another last day, and why. */
export interface ExtensionAsked {
  readonly to: CivilDate
  readonly cause: ExtensionCause
  /** A text of the store. */
  readonly reason: string
  /** Until when the office owes an answer. */
  readonly by: CivilDate
}
/** How it was answered: `to` is the day that was given, which may be another than was asked for. */
export interface ExtensionAnswer {
  readonly at: Instant
  readonly to?: CivilDate | undefined
  /** A text of the store. */
  readonly reason?: string | undefined
}
/** The last request for more time. */
export interface ExtensionRequest extends ExtensionAsked {
  readonly askedAt: Instant
  /** Absent while it is open. */
  readonly answer?: ExtensionAnswer
}

export type ExtensionEvents = {
  extensionAsked: ExtensionAsked
  extensionGranted: { readonly from: CivilDate; readonly to: CivilDate; readonly reason?: string | undefined }
  /** `closes`: the last day had passed meanwhile, and is the next working day instead. */
  extensionRefused: {
    readonly reason: string
    readonly closes?: { readonly from: CivilDate; readonly to: CivilDate } | undefined
  }
  /** Nothing more was to come, so that nobody answers it any more: the day that was asked for. */
  extensionWithdrawn: { readonly to: CivilDate }
}

/** Whether a request waits for its answer. */
export const isOpen = (request: ExtensionRequest | undefined): request is ExtensionRequest =>
  request !== undefined && request.answer === undefined

/** Whether a command could come to anything: nobody answers what is not asked, and nothing else moves the date meanwhile. */
export function fitsExtension(
  {
    extension,
    closing,
  }: { readonly extension?: ExtensionRequest | undefined; readonly closing?: { readonly last?: true } },
  command: string,
): boolean {
  if (command === 'grantExtension' || command === 'refuseExtension') return isOpen(extension)
  if (command === 'extend') return !isOpen(extension)
  return command !== 'askExtension' || (!isOpen(extension) && !closing?.last)
}

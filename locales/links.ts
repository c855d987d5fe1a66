import type { None } from './arguments.ts'

/** What the words of every page that a signed link opens need to know, whoever it was sent to. Moments come worded, from `words.moment`. */
export interface LinkArguments {
  receivedTitle: None
  received: { moment: string }
  expiredTitle: None
  expired: None
  /** Of a form that has no button of the page. */
  noButton: None
  unknownTitle: None
  unknown: None
  unavailableTitle: None
  unavailable: { seconds: number }
  codeTitle: None
  codeSend: None
  codeSent: { minutes: number }
  codeLabel: None
  codeEnter: None
  codeAgain: None
  codeWrong: None
  codeOver: None
  codeTooMany: None
}

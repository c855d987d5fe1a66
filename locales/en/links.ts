import type { Messages } from '../arguments.ts'
import type { LinkArguments } from '../links.ts'

export const links: Messages<LinkArguments> = {
  receivedTitle: 'What you sent was received',
  received:
    'Received on {moment}; it is kept safe, will be judged by that moment and will be recorded as soon as possible. There is no need to send it again.',
  expiredTitle: 'This link has expired',
  expired: 'Each of our mails brings a link of its own: use that of the newest, or answer it.',
  noButton: 'Nothing was recorded. Press one of the buttons of this page.',
  unknownTitle: 'This link is not valid',
  unknown: 'It may have been cut in two by a mail program. Copy it whole from the mail, or answer the mail.',
  unavailableTitle: 'What you sent may not have been received',
  unavailable:
    'Longitude cannot be reached just now. {seconds, plural, =0 {Try again in a moment} one {Try again in # second} other {Try again in # seconds}}; the link stays valid, and what you send is recorded once only.',
  codeTitle: 'A code is needed',
  codeSend: 'Send me a code',
  codeSent:
    'A code is on its way. It works once, for {minutes, plural, one {# minute} other {# minutes}}, in this browser only.',
  codeLabel: 'The code of the mail',
  codeEnter: 'Go on',
  codeAgain: 'Send me another code',
  codeWrong: 'This is not the code of the newest mail. Check the six digits.',
  codeOver: 'This code no longer works. Have another one sent.',
  codeTooMany: 'Several codes were sent in a short time. Use the newest of them, or come back in an hour.',
}

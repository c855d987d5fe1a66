import type { Messages, SignInArguments } from '../arguments.ts'

export const signIn: Messages<SignInArguments> = {
  title: 'Sign in',
  lead: 'Enter your address at the school. If it has an account, a sign-in link is mailed to it at once.',
  email: 'Mail address',
  ask: 'Send me a link',
  emailInvalid: 'This is not one mail address. Write it as in name@school.example.',
  sentTitle: 'Look at your mail',
  sent: 'If this address has an account, a link is on its way. It works once, for {minutes, plural, one {# minute} other {# minutes}}, in this browser only.',
  confirmTitle: 'Sign in to Longitude',
  confirm: 'Opening the link has changed nothing yet. Press the button to sign in on this computer.',
  enter: 'Sign in',
  expiredTitle: 'This link has expired',
  expired: 'A sign-in link works for {minutes, plural, one {# minute} other {# minutes}}. Ask for a new one.',
  usedTitle: 'This link has been used',
  used: 'A sign-in link works once. Ask for a new one.',
  endedTitle: 'This link no longer works',
  ended: 'You asked for a newer link since, or signed in with another. Open the newest mail, or ask for a new one.',
  otherBrowserTitle: 'This link belongs to another browser',
  otherBrowser:
    'A sign-in link works only in the browser that asked for it, so that nobody else can use it. Open it there, or ask for a new one here.',
  unknownTitle: 'This link is not valid',
  unknown: 'It may have been cut in two by a mail program. Copy it whole from the mail, or ask for a new one.',
  again: 'Ask for a new link',
  signedInTitle: 'You are signed in',
  signedIn: 'You are signed in as: {role}.',
  signOut: 'Sign out',
}

import type { Messages, PageArguments } from '../arguments.ts'

export const page: Messages<PageArguments> = {
  product: 'Longitude',
  otherLanguage: 'Français',
  skip: 'Skip to the content',
  unavailable:
    'A part of it is being restarted. {seconds, plural, =0 {Try again in a moment} one {Try again in # second} other {Try again in # seconds}}; nothing is lost.',
  problem: 'If this goes on, quote {id} to the administrator.',
}

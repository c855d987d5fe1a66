import type { Messages, PageArguments } from '../arguments.ts'

export const page: Messages<PageArguments> = {
  product: 'Longitude',
  otherLanguage: 'Français',
  skip: 'Skip to the content',
  problem: 'If this goes on, quote {id} to the administrator.',
}

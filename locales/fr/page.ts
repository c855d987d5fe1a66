import type { Messages, PageArguments } from '../arguments.ts'

export const page: Messages<PageArguments> = {
  product: 'Longitude',
  otherLanguage: 'English',
  skip: 'Aller au contenu',
  problem: 'Si cela se répète, indiquez le numéro {id} à l’administration.',
}

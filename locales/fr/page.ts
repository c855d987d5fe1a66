import type { Messages, PageArguments } from '../arguments.ts'

export const page: Messages<PageArguments> = {
  product: 'Longitude',
  otherLanguage: 'English',
  skip: 'Aller au contenu',
  unavailable:
    'Une partie de Longitude redémarre. {seconds, plural, =0 {Recommencez dans un instant} one {Recommencez dans # seconde} other {Recommencez dans # secondes}} ; rien n’est perdu.',
  problem: 'Si cela se répète, indiquez le numéro {id} à l’administration.',
}

import type { Messages, ReceiptArguments } from '../arguments.ts'

export const receipt: Messages<ReceiptArguments> = {
  received: 'Reçu le {moment} : {instant} à l’horloge de la base de données, la seule qui compte.',
  inTime: 'L’envoi est dans les délais : le jour qui compte (règle R5) est le {lastDay}.',
  late: 'L’envoi est trop tardif : le jour qui compte (règle R5) était le {lastDay}.',
  from: 'Ce qui fixe ce jour : {from}.',
  since: 'Il est fixé à cette date depuis le {moment}.',
  moved: 'Il était fixé à une autre date, et l’est à celle-ci depuis le {moment}.',
}

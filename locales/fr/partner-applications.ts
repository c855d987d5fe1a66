import type { Messages } from '../arguments.ts'
import type { ApplicationArguments } from '../partner-applications.ts'

export const applications: Messages<ApplicationArguments> = {
  applicationLine: 'Dossier {number} : {status}',
  applicationsLink: 'Vos candidats et leurs dossiers, avec un code',
  withdrawLink: 'Retirer le dossier de {name}',
  withdrawTitle: 'Retirer le dossier de {name}',
  withdrawMeans:
    'Le candidat et notre service des relations internationales en sont informés, et la nomination prend fin avec le dossier. Vous ne pourrez pas revenir ici sur ce retrait.',
  withdrawSure: 'Nous retirons ce dossier. Nous savons que nous ne pourrons pas revenir ici sur ce retrait.',
  withdraw: 'Retirer ce dossier',
}

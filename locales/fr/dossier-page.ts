import type { Messages } from '../arguments.ts'
import type { DossierPageArguments } from '../dossier-page.ts'

export const dossierPage: Messages<DossierPageArguments> = {
  status: 'État actuel de ce dossier : {status}.',
  ownSending: 'Vous l’envoyez vous-même, avec l’avis de votre établissement.',
  partnerSending: 'Votre établissement l’envoie pour vous.',
  lastDay: 'Dernier jour pour l’envoyer : {lastDay}.',
  lastDayOver:
    'Le dernier jour pour l’envoyer était le suivant : {lastDay}. Notre service des relations internationales décide si ce dossier est clos.',
  sent: 'Il a été envoyé le {moment}.',
  takeBackUntil: 'Il peut être repris jusqu’au {moment}.',
  nothingDue: 'Aucune pièce n’est demandée à présent.',
  dueTitle: 'Il manque encore',
  dueLine: '{piece} : jusqu’au {lastDay}',
  from: 'À déposer par {who}',
  documentsLink: 'Vos pièces, avec un code',
  link: 'Ce lien vaut pour vous : quiconque le détient est considéré comme la personne à qui il a été envoyé. Ce qui est fait ici est enregistré comme fait par ce lien.',
  codeLead:
    'Ce qui a été remis n’est montré qu’à la personne à qui ce lien a été envoyé. Un code de six chiffres part aussitôt à l’adresse de cette personne.',
  documentsTitle: '{dossier} : pièces',
  documents: 'Pièces',
  piece: '{piece} : {state}',
  deposited: 'Déposée le {moment} : {name}',
  refusal: 'Refusée : {reason}.',
  asked: 'Demandée jusqu’au {lastDay}.',
  fileLabel:
    '{megabytes, plural, =0 {Un fichier PDF, JPEG ou PNG} other {Un fichier PDF, JPEG ou PNG de # Mo au plus}}',
  deposit: 'Déposer cette pièce',
  sendTitle: 'Envoyer le dossier',
  sendMeans:
    'Ce qui s’y trouve est alors figé. Pendant quelques minutes vous pouvez le reprendre ; ensuite seules les pièces demandées sont déposées.',
  send: 'Envoyer le dossier',
  takeBackTitle: 'Reprendre le dossier',
  takeBackMeans: 'Personne n’en a encore été informé. Modifiez ce que vous souhaitez, puis envoyez-le de nouveau.',
  takeBack: 'Le reprendre',
  withdrawTitle: 'Retirer ce dossier',
  withdrawMeans:
    'Votre établissement et notre service des relations internationales en sont informés ; votre nomination prend fin, et ce lien aussi.',
  withdrawReason: 'Pourquoi, pour notre service des relations internationales (facultatif)',
  withdrawSure: 'Je retire mon dossier. Je sais que je ne pourrai pas revenir ici sur ce retrait.',
  withdraw: 'Retirer mon dossier',
  sureMissing: 'Confirmez en cochant cette case. Rien n’est encore enregistré.',
  reasonUnreadable: 'Dites-le en quelques mots lisibles, ou laissez ce champ vide. Rien n’est encore enregistré.',
  back: 'Retour à ce qui est attendu',
  end: 'Terminer cette session',
  closedTitle: 'Ce dossier est clos',
  closed: 'Il n’a pas été envoyé à son dernier jour. S’il doit être rouvert, répondez au courriel.',
  withdrawnTitle: 'Ce dossier a été retiré',
  withdrawn: 'Plus rien ne vous est demandé. Si c’est une erreur, répondez au courriel.',
}

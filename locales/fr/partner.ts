import type { Messages } from '../arguments.ts'
import type { PartnerArguments } from '../partner.ts'
import { applications } from './partner-applications.ts'
import { nominating } from './partner-nominating.ts'

export const partner: Messages<PartnerArguments> = {
  ...nominating,
  ...applications,
  title: 'Nominations : {cycle}',
  lead: '{partner} est invité à nommer des candidats.',
  invited: 'Votre établissement n’a pas encore répondu.',
  opened: 'Il est noté que votre établissement participe.',
  lastDay: 'Dernier jour des nominations : {lastDay}.',
  lastDayHeld:
    'Le dernier jour des nominations était le {lastDay}. Elles restent ouvertes jusqu’à la réponse à votre demande de délai.',
  dates: 'Dates de cette campagne',
  dateLine: '{name} : {day}',
  requestOpen:
    'Le {moment}, vous avez demandé un délai jusqu’au {day} ({cause}). Une réponse vous est due avant la fin du {answerBy}.',
  requestGranted: 'Le {moment}, votre demande de délai a été acceptée : jusqu’au {day}.',
  requestRefused: 'Le {moment}, votre demande de délai, jusqu’au {day}, a été refusée.',
  requestEnds:
    'Vous avez demandé un délai jusqu’au {day}. Votre demande est alors retirée, et n’attend plus de réponse.',
  requestEndsSure: 'Nous retirons notre demande de délai.',
  requestEndsMissing: 'Confirmez en cochant cette case, ou attendez la réponse. Rien n’a encore été enregistré.',
  requestReason: 'Motif indiqué : {reason}',
  confirmTitle: 'Participer',
  confirmMeans: 'Dites-nous que votre établissement compte nommer des candidats. Cela ne vous engage à rien.',
  confirm: 'Nous participons',
  noneTitle: 'Ne nommer personne cette année',
  noneMeans: 'Aucun rappel ne suivra. Jusqu’au dernier jour des nominations, vous pouvez changer d’avis par ce lien.',
  noneNote: 'Ce que nous devrions savoir (facultatif)',
  none: 'Nous ne nommons personne cette année',
  moreTitle: 'Demander un délai',
  moreMeans:
    'Notre service des relations internationales répond en quelques jours ouvrés, par courriel. Vos nominations ne sont pas closes avant sa réponse.',
  moreDay: 'Jusqu’à quel jour',
  moreCause: 'Pourquoi',
  moreReason: 'Avec vos propres mots',
  more: 'Demander un délai',
  dayMissing: 'Indiquez un jour, plus tardif que le dernier jour ci-dessus. Rien n’a encore été enregistré.',
  dayFar: 'Ce jour est trop lointain. Indiquez-en un avant l’arrivée. Rien n’a encore été enregistré.',
  causeMissing: 'Choisissez l’une de ces causes. Rien n’a encore été enregistré.',
  reasonMissing: 'Dites pourquoi, en quelques mots lisibles. Rien n’a encore été enregistré.',
  textUnreadable:
    'Ce texte contient des signes illisibles. Réécrivez-le en lettres ordinaires. Rien n’a encore été enregistré.',
  textTooLong:
    '{limit, plural, other {Ce texte dépasse # caractères. Raccourcissez-le ; rien n’a encore été enregistré.}}',
  protected: 'Avec un code',
  contactsLink: 'Les contacts de votre établissement, tels que nous les avons',
  link: 'Ce lien vous représente : quiconque le détient est considéré comme la personne à qui il a été envoyé. Ce qui est fait ici est enregistré comme fait par ce lien.',
  saidNoneTitle: 'Personne cette année',
  saidNone:
    'Il est noté que votre établissement ({partner}) ne nomme personne cette année. Plus rien ne vous est demandé.',
  overTitle: 'Les nominations sont closes',
  over: 'Le dernier jour était le {lastDay}. Si vous comptez encore nommer des candidats, répondez au courriel.',
  cancelledTitle: 'Cette campagne a été annulée',
  cancelled: 'Votre établissement n’a personne à nommer, et plus rien ne lui est demandé.',
  replacedTitle: 'Cette invitation est désormais confiée à quelqu’un d’autre',
  replaced:
    'Une autre personne répond désormais pour votre établissement : ce lien n’ouvre plus rien. Si vous pensez qu’il le devrait, répondez au courriel.',
  codeLead:
    'Les noms et les adresses ne sont montrés qu’à la personne à qui ce lien a été envoyé. Un code de six chiffres est envoyé aussitôt à l’adresse de cette personne.',
  contactsTitle: 'Contacts de l’établissement {partner}',
  contactsLead:
    'Nous écrivons au premier qui peut être joint. Pour modifier quoi que ce soit, répondez à l’un de nos courriels.',
  contactLine: '{name} – {role}',
  contactConfirmed: 'Confirmé pour la dernière fois le {day}',
  contactUnreached: 'Ne peut pas être joint par courriel',
  nominationsLink: 'Vos nominations',
  nominationsTitle: 'Nominations de l’établissement {partner}',
  nominationsNone: 'Personne n’a encore été nommé.',
  nominationLine: '{rank}. {name}',
  nominationWishes: '{programmes} ({state})',
  nominationReturned: 'À corriger avant la fin du {day} : {reason}',
  nominationsOver: 'Annulées',
  nominationOver: '{name} : {reason}',
  cancelReason: 'Pourquoi cette nomination est annulée',
  cancel: 'Annuler cette nomination',
  finishMeans: 'Dites-nous que vos nominations sont complètes. Vous pouvez changer d’avis jusqu’au dernier jour.',
  finish: 'Nos nominations sont complètes',
  reopenMeans: 'Vous avez dit que vos nominations sont complètes.',
  reopen: 'Il y en aura d’autres',
  nominating:
    '{count, plural, one {# candidat est nommé pour l’instant.} other {# candidats sont nommés pour l’instant.}}',
  finished:
    '{count, plural, =0 {Personne n’est nommé, et vous avez dit que c’est tout.} one {# candidat est nommé, et vous avez dit que c’est tout.} other {# candidats sont nommés, et vous avez dit que c’est tout.}}',
  back: 'Revenir à l’invitation',
  end: 'Mettre fin à cette session',
}

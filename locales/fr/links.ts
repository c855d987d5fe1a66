import type { Messages } from '../arguments.ts'
import type { LinkArguments } from '../links.ts'

export const links: Messages<LinkArguments> = {
  receivedTitle: 'Votre envoi a été reçu',
  received:
    'Reçu le {moment} ; il est conservé, sera jugé d’après ce moment et sera enregistré dès que possible. Il est inutile de le renvoyer.',
  expiredTitle: 'Ce lien a expiré',
  expired: 'Chacun de nos courriels apporte son propre lien : utilisez celui du plus récent, ou répondez-y.',
  noButton: 'Rien n’a été enregistré. Appuyez sur l’un des boutons de cette page.',
  unknownTitle: 'Ce lien n’est pas valable',
  unknown:
    'Il a peut-être été coupé en deux par un logiciel de messagerie. Copiez-le en entier depuis le courriel, ou répondez au courriel.',
  unavailableTitle: 'Votre envoi n’a peut-être pas été reçu',
  unavailable:
    'Longitude est injoignable pour l’instant. {seconds, plural, =0 {Recommencez dans un instant} one {Recommencez dans # seconde} other {Recommencez dans # secondes}} ; le lien reste valable, et votre envoi n’est enregistré qu’une fois.',
  codeTitle: 'Un code est nécessaire',
  codeSend: 'M’envoyer un code',
  codeSent:
    'Un code est en route. Il fonctionne une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}, dans ce navigateur seulement.',
  codeLabel: 'Le code du courriel',
  codeEnter: 'Continuer',
  codeAgain: 'M’envoyer un autre code',
  codeWrong: 'Ce n’est pas le code du courriel le plus récent. Vérifiez les six chiffres.',
  codeOver: 'Ce code ne fonctionne plus. Faites-vous en envoyer un autre.',
  codeTooMany: 'Plusieurs codes ont été envoyés en peu de temps. Utilisez le plus récent, ou revenez dans une heure.',
}

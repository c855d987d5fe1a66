import type { Messages, SignInArguments } from '../arguments.ts'

export const signIn: Messages<SignInArguments> = {
  title: 'Connexion',
  lead: 'Saisissez votre adresse à l’école. Si elle correspond à un compte, un lien de connexion y est envoyé aussitôt.',
  email: 'Adresse électronique',
  ask: 'M’envoyer un lien',
  emailInvalid: 'Ce n’est pas une adresse électronique seule. Écrivez-la comme dans nom@school.example.',
  sentTitle: 'Consultez votre messagerie',
  sent: 'Si cette adresse correspond à un compte, un lien est en route. Il fonctionne une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}, dans ce navigateur seulement.',
  confirmTitle: 'Se connecter à Longitude',
  confirm: 'L’ouverture du lien n’a encore rien changé. Appuyez sur le bouton pour vous connecter sur cet ordinateur.',
  enter: 'Se connecter',
  expiredTitle: 'Ce lien a expiré',
  expired:
    'Un lien de connexion fonctionne pendant {minutes, plural, one {# minute} other {# minutes}}. Demandez-en un nouveau.',
  usedTitle: 'Ce lien a déjà servi',
  used: 'Un lien de connexion ne fonctionne qu’une fois. Demandez-en un nouveau.',
  endedTitle: 'Ce lien ne fonctionne plus',
  ended:
    'Vous avez demandé un lien plus récent depuis, ou un autre vous a connecté. Ouvrez le courriel le plus récent, ou demandez-en un nouveau.',
  otherBrowserTitle: 'Ce lien est celui d’un autre navigateur',
  otherBrowser:
    'Un lien de connexion ne fonctionne que dans le navigateur qui l’a demandé, afin que personne d’autre ne puisse s’en servir. Ouvrez-le là-bas, ou demandez-en un nouveau ici.',
  unknownTitle: 'Ce lien n’est pas valable',
  unknown:
    'Il a peut-être été coupé en deux par un logiciel de messagerie. Copiez-le en entier depuis le courriel, ou demandez-en un nouveau.',
  again: 'Demander un nouveau lien',
  signedInTitle: 'Vous êtes connecté',
  signedIn: 'Vous êtes connecté avec la fonction : {role}.',
  signOut: 'Se déconnecter',
}

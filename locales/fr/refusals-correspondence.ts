import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const correspondenceRefusals: Record<Extract<RefusalCode, `correspondence.${string}`>, TitleAndDetail> = {
  'correspondence.sending': {
    title: 'Un récapitulatif est en cours d’envoi',
    detail: 'Un courriel à cette personne part en ce moment même. Attendez d’en connaître l’issue, puis recommencez.',
  },
  'correspondence.nothing-pending': {
    title: 'Il n’y a rien à envoyer',
    detail: 'Aucune notification n’attend cette personne : aucun récapitulatif n’a été préparé.',
  },
  'correspondence.not-reached': {
    title: 'Rien ne parvient à cette adresse',
    detail:
      'Les courriels n’arrivent pas à cette adresse : aucun n’est donc envoyé. Corrigez l’adresse dans le registre et indiquez-le ici, ou désignez un autre contact.',
  },
  'correspondence.held': {
    title: 'Ses courriels sont retenus',
    detail:
      'Une personne des relations internationales les retient jusqu’au {untilOn} inclus. Libérez-les d’abord : ce qui reste valable partira au prochain envoi.',
  },
  'correspondence.not-held': {
    title: 'Ses courriels ne sont pas retenus',
    detail: 'Ils ont déjà été libérés, ou personne ne les retenait.',
  },
  'correspondence.hold-over': {
    title: 'Ce jour est passé',
    detail:
      'On retient des courriels jusqu’à un jour qui n’est pas écoulé ; or le {untilOn} l’est. Indiquez la date du jour ou une date ultérieure.',
  },
  'correspondence.hold-too-long': {
    title: 'Ce jour est trop lointain',
    detail:
      'On retient des courriels 18 mois au plus, soit aujourd’hui jusqu’au {lastOn} ; or le {untilOn} vient après. Indiquez une date antérieure.',
  },
  'correspondence.nothing-to-confirm': {
    title: 'Rien n’est demandé à ce contact',
    detail: 'Il a déjà confirmé, ou n’a pas encore été interrogé : les contacts le sont chaque 1er septembre.',
  },
  'correspondence.confirmed-outside': {
    title: 'Ce jour ne répond pas à la question posée',
    detail:
      'Le contact a été interrogé le {fromOn} : sa réponse compte si elle date de ce jour au plus tôt et d’aujourd’hui, le {untilOn}, au plus tard. Indiquez un jour de cette période.',
  },
  'correspondence.contact-not-working': {
    title: 'Ce contact ne peut pas répondre à sa place',
    detail:
      '« {contact} » n’est pas un autre contact du même établissement partenaire, ou n’est pas joignable non plus. Désignez un contact joignable.',
  },
  'correspondence.party-unknown': {
    title: 'Personne de ce nom dans le registre',
    detail: 'Le registre ne connaît ni personne ni contact sous cet identifiant. Vérifiez celui que vous avez indiqué.',
  },
}

import type { CommandRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why a command cannot be given, whatever it is about. */
export const commandRefusals: Record<CommandRefusal, TitleAndDetail> = {
  'command.unknown': {
    title: 'Cette commande n’existe pas',
    detail: '« {command} » ne peut pas être demandé ici. La page de référence donne la liste des commandes possibles.',
  },
  'command.invalid': {
    title: 'Il manque quelque chose, ou une donnée est mal écrite',
    detail:
      '{faults, plural, =0 {L’envoi n’a pas pu être lu.} one {Une donnée n’a pas pu être lue.} other {# données n’ont pas pu être lues.}} Corrigez ce qui est indiqué ci-dessous et renvoyez ; rien n’a été modifié.',
  },
  'command.not-now': {
    title: 'Ce n’est pas possible maintenant',
    detail:
      'On ne peut pas {command} dans l’état actuel (« {status} »). Rechargez la page pour voir ce qui est possible.',
  },
  'command.not-yours': {
    title: 'Ce n’est pas à vous de le faire',
    detail:
      'Ni votre fonction ni votre rôle dans ce dossier ne vous permettent ceci : {command}. Adressez-vous à qui le peut, ou à qui peut vous désigner comme délégué.',
  },
  'command.overtaken': {
    title: 'Quelqu’un a été plus rapide',
    detail:
      'Ceci a été modifié depuis que vous l’avez lu : rien de votre envoi n’a été enregistré. Voyez ce qui a changé, et renvoyez ce qui vaut encore.',
  },
}

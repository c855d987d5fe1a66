import type { ToldOnPages } from '../told-on-pages.ts'

export const toldOnPages: ToldOnPages = {
  refusals: {
    'command.invalid': {
      title: 'Cet envoi n’a pas pu être lu',
      detail:
        'Il manque quelque chose, ou quelque chose est illisible. Rien n’a été enregistré : rouvrez la page et remplissez-la de nouveau.',
    },
    'command.not-now': {
      title: 'C’est impossible à présent',
      detail:
        'Rien de ce que vous venez d’envoyer n’a été enregistré. Ce qui est possible à présent figure sur la page.',
    },
    'command.not-yours': {
      title: 'Cela revient à quelqu’un d’autre',
      detail:
        'Rien n’a été enregistré. Ce que vous pouvez faire figure sur la page ; si cela devait vous revenir, répondez à notre courriel.',
    },
    'command.overtaken': {
      title: 'La page n’était plus à jour',
      detail:
        'Quelque chose a été enregistré depuis que vous l’avez ouverte, par vous ou par quelqu’un d’autre, et rien de ce que vous venez d’envoyer ne l’a été. Voici ce qu’il en est à présent : si vous le souhaitez toujours, envoyez-le de nouveau.',
    },
    'document.unknown': {
      title: 'Le fichier est à choisir de nouveau',
      detail: 'Il n’a pas été conservé. Choisissez-le encore une fois, puis déposez-le.',
    },
    'participation.not-later': {
      title: 'Ce jour n’est pas plus tardif',
      detail: 'Vous pouvez déjà nommer jusqu’à cette date : {on}. Choisissez un jour plus tardif.',
    },
    'participation.cancelled': {
      title: 'Cette campagne a été annulée',
      detail: 'Plus rien n’est demandé à votre établissement.',
    },
    'participation.candidate-unknown': {
      title: 'Cette personne n’a pas pu être prise',
      detail: 'Rien n’a été enregistré. Renvoyez-la une fois ; si cela ne suffit pas, répondez à notre courriel.',
    },
    'participation.candidate-twice': {
      title: 'Vous avez déjà nommé cette personne',
      detail:
        '{nomination, select, none {Cette personne} other {{nomination}}} figure déjà parmi vos nominations, et chacun compte une fois. Ne la mettez pas ici.',
    },
    'participation.nomination-unknown': {
      title: 'Cette nomination n’existe pas',
      detail: 'Elle ne figure pas parmi vos nominations. Voyez-les telles qu’elles sont à présent.',
    },
    'participation.nomination-over': {
      title: 'Cette nomination a pris fin',
      detail:
        'La nomination{nomination, select, none {} other { ({nomination})}} a déjà été annulée ou retirée, et ne change plus. Pour nommer tout de même cette personne, nommez-la de nouveau.',
    },
    'participation.nomination-same': {
      title: 'Rien ne changerait',
      detail: 'La nomination{nomination, select, none {} other { ({nomination})}} le dit déjà.',
    },
    'participation.not-returned': {
      title: 'Vous avez dit que vos nominations sont complètes',
      detail:
        'Elles changent de nouveau une fois que vous avez dit sur cette page qu’il y en aura d’autres. Après le dernier jour, répondez à notre courriel.',
    },
    'participation.order-differs': {
      title: 'Vos nominations ont changé entre-temps',
      detail: 'Voyez-les telles qu’elles sont à présent, et ordonnez-les de nouveau.',
    },
    'participation.nominations-closed': {
      title: 'Les nominations sont closes',
      detail:
        'Le dernier jour était le suivant : {on}. Si vous comptez encore nommer des candidats, répondez à notre courriel.',
    },
    'participation.extension-open': {
      title: 'Vous avez déjà demandé un délai',
      detail:
        'La réponse de notre service des relations internationales vous parviendra par courriel. D’ici là, la date reste la même.',
    },
    'participation.after-dossiers': {
      title: 'Les dossiers seraient déjà clos',
      detail:
        'Les dossiers de votre établissement ferment à cette date : {dossiersCloseOn}. C’est aussi le dernier jour possible pour ses nominations. Choisissez ce jour ou un jour qui le précède ; pour un jour plus tardif, répondez à notre courriel.',
    },
    'participation.extension-last': {
      title: 'Le délai a été refusé',
      detail:
        'Il a été refusé après le dernier jour, et ce jour est le dernier. Si vous ne pouvez pas le tenir, répondez à notre courriel.',
    },
    'register.country-unknown': {
      title: 'Ce pays n’existe pas',
      detail: '« {country} » n’est pas l’un des pays que l’on peut choisir. Choisissez-en un de la liste.',
    },
    'dossier.piece-unknown': {
      title: 'Cette pièce n’est pas demandée',
      detail: 'Rien n’a été enregistré. Choisissez l’une des pièces qui figurent sur la page.',
    },
    'dossier.frozen': {
      title: 'Ce qui est envoyé ne change plus',
      detail:
        'Le dossier a été envoyé : « {piece} » n’est déposée à nouveau que si notre service des relations internationales la demande. Si elle est fautive, répondez à notre courriel.',
    },
    'dossier.sender-other': {
      title: 'L’envoi de ce dossier revient à un autre',
      detail:
        'Il est envoyé par {sender, select, candidate {le candidat} other {l’établissement qui vous a nommé}}. Rien n’a été enregistré.',
    },
    'dossier.not-endorsed': {
      title: 'Votre établissement n’a pas encore donné son avis',
      detail: 'Il doit encore déposer : {pieces}. Demandez-le-lui ; ensuite vous pourrez envoyer le dossier.',
    },
    'dossier.take-back-over': {
      title: 'Il ne peut plus être repris',
      detail: 'Le délai pour le reprendre est écoulé. Si quelque chose doit changer, répondez à notre courriel.',
    },
    'dossier.close-passed': {
      title: 'Le dernier jour est passé',
      detail:
        'Ce dossier devait être envoyé à cette date : {on}. Si vous comptez encore l’envoyer, répondez à notre courriel.',
    },
  },
  problems: {
    'not-found': {
      title: 'Cette page n’existe pas',
      detail: 'Rouvrez le lien du courriel le plus récent, et repartez de là.',
    },
    'invalid-json': {
      title: 'Cet envoi n’a pas pu être lu',
      detail: 'Rien n’a été enregistré. Rouvrez la page, et envoyez-le depuis celle-ci.',
    },
    'body-too-large': {
      title: 'C’est trop volumineux',
      detail:
        '{limitKilobytes, plural, =0 {Cet envoi dépasse ce qui est accepté.} other {Au plus # ko sont acceptés.}} Choisissez un fichier plus petit, ou raccourcissez votre texte. Rien n’a été enregistré.',
    },
    'unsupported-media-type': {
      title: 'Cet envoi n’a pas pu être lu',
      detail:
        'Une page ne prend que ce que son propre formulaire envoie. Rouvrez la page, et envoyez-le depuis celle-ci.',
    },
    'method-not-allowed': {
      title: 'Cet envoi n’a pas pu être lu',
      detail: 'Rouvrez le lien du courriel le plus récent, et repartez de là.',
    },
    bug: {
      title: 'Quelque chose ne va pas de notre côté',
      detail:
        'Rien de ce que vous venez d’envoyer n’a été enregistré.{id, select, none {} other { Réessayez plus tard ; si cela se répète, répondez à notre courriel en indiquant ce numéro : {id}.}}',
    },
    'key-reused': {
      title: 'La même page a déjà servi',
      detail: 'Elle disait alors autre chose. Rouvrez la page, et envoyez-le depuis celle-ci.',
    },
    'import-refused': {
      title: 'Le fichier ne peut plus être pris',
      detail: 'Quelque chose a changé depuis sa vérification. Rien n’a été enregistré : vérifiez-le encore une fois.',
    },
    'import-unreadable': {
      title: 'Ce fichier ne peut pas être lu',
      detail:
        'Ce n’est pas un tableur ou un fichier CSV de cette sorte. Téléchargez un fichier vide depuis cette page, remplissez-le et envoyez celui-là : en XLSX, ou en CSV (UTF-8) avec sa première ligne telle quelle. Rien n’a été enregistré.',
    },
    'import-too-long': {
      title: 'Ce fichier a trop de lignes',
      detail:
        'Un fichier est lu jusqu’à {most, number} lignes au plus, et celui-ci continue au-delà. Partagez-le en plusieurs fichiers, chacun sous la même première ligne, et envoyez-les l’un après l’autre ; ou supprimez ce qui est resté là. Rien n’a été enregistré.',
    },
    'document-missing': {
      title: 'Il n’y a pas de fichier',
      detail: 'Choisissez-en un, puis appuyez sur le bouton qui le suit.',
    },
    'documents-unused': {
      title: 'Trop de fichiers ont été envoyés',
      detail: 'Beaucoup d’entre eux n’ont pas été pris. Revenez demain, ou répondez à notre courriel.',
    },
    'documents-full': {
      title: 'Il n’y a pas de place pour des fichiers à présent',
      detail:
        'Rien de votre fichier n’a été conservé. Réessayez dans une heure ; si cela ne suffit pas, répondez à notre courriel.',
    },
  },
  other: {
    title: 'C’est impossible ici',
    detail:
      'Rien n’a été enregistré. Ce que vous pouvez faire figure sur la page ; si cela devait être possible, répondez à notre courriel.',
  },
}

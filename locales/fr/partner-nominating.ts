import type { Messages } from '../arguments.ts'
import type { NominatingArguments } from '../partner-nominating.ts'

export const nominating: Messages<NominatingArguments> = {
  reconsiderMeans: 'Vous pouvez changer d’avis jusqu’au dernier jour des nominations : {lastDay}.',
  reconsider: 'Nous nommons finalement quelqu’un',
  nominateLink: 'Nommer un candidat',
  spreadsheetLink: 'En nommer plusieurs, depuis un tableur',
  limitLine:
    '{programme} : {nominated, plural, one {# nommé en premier vœu} other {# nommés en premier vœu}}, {limit} au plus',
  unlimitedLine:
    '{programme} : {nominated, plural, one {# nommé en premier vœu} other {# nommés en premier vœu}}, sans limite',
  placesLine:
    '{places, plural, one {Nos accords comptent # place pour cette arrivée.} other {Nos accords comptent # places pour cette arrivée.}} Cela limite l’admission, non les nominations.',
  placesNone: 'Aucun accord entre nous ne compte de places pour cette arrivée. Cela ne limite pas les nominations.',
  nominateTitle: 'Nommer un candidat',
  nominateMeans:
    'Écrivez les noms comme sur le passeport. Une nomination n’admet personne : un dossier est demandé à qui est nommé.',
  nominateFaults: 'Rien n’a encore été enregistré. Corrigez ce qui est signalé ci-dessous.',
  choose: 'Choisir',
  optional: '{label} (facultatif)',
  french: 'français',
  english: 'anglais',
  nominate: 'Nommer',
  backToNominations: 'Revenir à vos nominations',
  correctLink: 'Corriger cette nomination',
  correctTitle: 'Corriger la nomination de {name}',
  correctMeans:
    'Ce que vous modifiez ici compte aussitôt, tant que le dossier de ce candidat n’est pas envoyé. Pour une autre personne, annulez cette nomination et nommez-la.',
  correctByOffice:
    'L’identité de ce candidat ne peut pas être modifiée ici : écrivez à notre service des relations internationales.',
  correct: 'Enregistrer les corrections',
  correctBoth:
    'Rien n’a encore été enregistré. La date de naissance et l’adresse électronique de {name} sont toutes deux différentes : seul le nom dit de qui il s’agit. Confirmez-le avec cette case, ou annulez cette nomination et nommez l’autre personne.',
  correctSame: 'Il s’agit de la même personne, dont la date de naissance et l’adresse étaient fausses.',
  rank: 'Place dans votre ordre de préférence',
  spreadsheetTitle: 'Nommer depuis un tableur',
  spreadsheetMeans:
    'Téléchargez un fichier vide, remplissez une ligne par candidat, le plus souhaité d’abord, et envoyez-le. Il est d’abord vérifié, et rien n’est enregistré avant que vous ne le disiez. Toutes les lignes sont prises, ou aucune ; le même fichier renvoyé ne change rien.',
  templateXlsx: 'Tableur vide (XLSX), avec des listes de choix',
  templateCsv: 'Fichier CSV vide',
  file: 'Votre fichier (XLSX ou CSV, {megabytes} Mo au plus)',
  check: 'Vérifier le fichier',
  fileMissing: 'Choisissez un fichier. Rien n’a encore été enregistré.',
  checkedTitle: 'Le fichier peut être pris tel quel',
  checked:
    '{rows, plural, one {# ligne} other {# lignes}} : {nominated, plural, one {# nouvelle nomination} other {# nouvelles nominations}}, {corrected, plural, one {# corrigée} other {# corrigées}}, {unchanged, plural, one {# déjà enregistrée} other {# déjà enregistrées}}. Rien n’a encore été enregistré.',
  checkedNothing: 'Tout ce qu’il dit est déjà enregistré.',
  importRows: 'Nommer ces candidats',
  faultsTitle: '{count, plural, one {# erreur} other {# erreurs}} dans le fichier',
  faultsMeans: 'Rien n’a été enregistré. Corrigez le fichier et renvoyez-le.',
  faultLine: 'Ligne {line}{column, select, none {} other {, {column}}} : {message}',
  anotherFile: 'Envoyer un autre fichier',
}

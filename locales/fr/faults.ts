import type { FaultCode } from '../problems.ts'

/** What is wrong with one field of an input, and what would do. */
export const faults: Record<FaultCode, string> = {
  invalid_type:
    '{path, select, none {L’envoi} other {« {path} »}} manque, ou n’est pas du type attendu{expected, select, string { : un texte} number { : un nombre} int { : un nombre entier} boolean { : true ou false} array { : une liste} object { : un objet} other {}}.',
  too_big:
    '{path, select, none {L’envoi} other {« {path} »}} est trop long ou trop grand.{limit, select, none {} other { Au plus : {limit}.}}',
  too_small:
    '{path, select, none {L’envoi} other {« {path} »}} est vide, trop court ou trop petit.{limit, select, none {} other { Au moins : {limit}.}}',
  invalid_format: '{path, select, none {L’envoi} other {« {path} »}} n’a pas la forme attendue.',
  not_multiple_of: '{path, select, none {L’envoi} other {« {path} »}} ne fait pas partie des nombres possibles.',
  unrecognized_keys:
    '{path, select, none {L’envoi contient une donnée inattendue.} other {« {path} » n’est pas attendu ici.}}',
  invalid_union: '{path, select, none {L’envoi} other {« {path} »}} n’a aucune des formes possibles.',
  invalid_key: '{path, select, none {L’envoi} other {« {path} »}} porte un nom qui n’est pas possible.',
  repeated_key: '{path, select, none {L’envoi} other {« {path} »}} est indiqué deux fois.',
  invalid_element: '{path, select, none {L’envoi} other {« {path} »}} contient un élément qui n’est pas possible.',
  invalid_value:
    '{path, select, none {L’envoi} other {« {path} »}} ne fait pas partie des valeurs possibles{values, select, none {} other { : {values}}}.',
  day_outside:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas un jour situé entre 1900 et 2099. Vérifiez l’année.',
  day_form:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas un jour du calendrier. Écrivez-le ainsi : 2027-09-30 (année, mois, jour).',
  day_ahead:
    '{path, select, none {L’envoi} other {« {path} »}} est un jour encore à venir. Indiquez aujourd’hui, ou un jour passé.',
  day_far: '{path, select, none {L’envoi} other {« {path} »}} est à plus d’un an. Indiquez un jour plus proche.',
  day_past:
    '{path, select, none {L’envoi} other {« {path} »}} est un jour passé. Indiquez aujourd’hui, ou un jour à venir.',
  basis_differs:
    '{path, select, none {L’envoi} other {« {path} »}} n’indique pas le même numéro que If-Match. N’envoyez que l’un des deux : le numéro que vous avez lu.',
  letter_missing:
    '{path, select, none {L’envoi} other {« {path} »}} ne contient aucune lettre, or un nom en a au moins une.',
  words_missing:
    '{path, select, none {L’envoi} other {« {path} »}} ne contient rien à chercher. Saisissez le début d’un mot, ou un nombre.',
  named_twice: '{path, select, none {L’envoi} other {« {path} »}} désigne deux fois la même chose. N’en gardez qu’une.',
  address_refused:
    '{path, select, none {Ceci} other {« {path} »}} n’est pas une adresse à laquelle on écrit. Donnez une adresse https sur Internet, par son nom, sans utilisateur ni fragment, sur le port 443 ou à partir de 1024.',
  mail_address:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas une adresse électronique. Écrivez-en une seule, sans nom autour, par exemple prenom.nom@universite.example.',
  country_form:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas un pays. Écrivez son code de deux lettres majuscules (ISO 3166-1), par exemple VN pour le Viêt Nam.',
  ids_form:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas un identifiant du registre, ou une liste de ceux-ci. Écrivez-les en minuscules, séparés par « | », par exemple usth|rwth.',
  domains_form:
    '{path, select, none {L’envoi} other {« {path} »}} n’est pas un nom de domaine, ou une liste de ceux-ci. Écrivez-les sans adresse autour, séparés par « | », par exemple universite.example|ecole.example.',
  networks_form:
    '{path, select, none {L’envoi} other {« {path} »}} ne dit pas des réseaux : des noms courts, séparés par « | ». Par exemple n+i|Time.',
  places_form:
    '{path, select, none {L’envoi} other {« {path} »}} ne dit pas des places. Écrivez-les ainsi : {places} (sens, niveau, première année, nombre), séparées par « | ». Sens : incoming ou outgoing ; niveau : bachelor, master ou doctorate.',
  beside_missing:
    '{path, select, none {L’envoi} other {« {path} »}} manque : la ligne nomme un contact, dont il faut le rôle, l’adresse et la langue.',
  cells_extra:
    'Cette ligne a plus de cellules que la première ligne ne nomme de colonnes. Ajoutez la colonne qui manque, ou retirez la cellule.',
  scan_unknown:
    'Aucun de vos documents à joindre ne porte ce nom, cet identifiant ou cette empreinte. Déposez d’abord l’exemplaire numérisé.',
  scan_ambiguous: 'Plusieurs de vos documents portent ce nom. Désignez-en un par son identifiant.',
  reference_differs:
    'Un accord de cette référence a déjà été importé et dit autre chose. Modifiez celui-là, ou donnez à celui-ci une autre référence.',
  partner_differs:
    '{path, select, none {Ce champ} other {« {path} »}} ne dit pas la même chose que la première ligne de ce partenaire. Écrivez la même, ou laissez la cellule vide.',
  custom: '{path, select, none {L’envoi} other {« {path} »}} n’est pas accepté.',
}

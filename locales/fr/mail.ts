import type { MailArguments, Messages } from '../arguments.ts'

export const mail: Messages<MailArguments> = {
  subjectOfOne: '{late, select, yes {En retard : } other {}}{heading} – {partner}',
  subjectOfLabel: '{late, select, yes {En retard : } other {}}{heading}',
  subjectOfMany:
    'Récapitulatif : {total, plural, one {# notification} other {# notifications}}{late, plural, =0 {} other {, dont # en retard}}{partner, select, none {} other { – {partner}}}{others, plural, =0 {} one { et # autre {what, select, labels {label} both {sujet} several {sujet} plans {plan} other {partenaire}}} other { et # autres {what, select, labels {labels} both {sujets} several {sujets} plans {plans} other {partenaires}}}}',
  greeting: 'Bonjour,',
  introduction:
    '{total, plural, one {Voici ce qui vous concerne aujourd’hui} other {Voici les # points qui vous concernent aujourd’hui}} dans {what, select, labels {les labels de l’école} both {les plans d’actions des partenariats et les labels de l’école} agreements {les accords avec les établissements partenaires} admissions {les admissions de l’école} several {ce que vous suivez de plans d’actions, d’accords, d’admissions et de labels} other {les plans d’actions des partenariats}}.{late, plural, =0 {} one { # point est en retard et figure en premier.} other { # points sont en retard et figurent en premier.}}',
  partnership: 'Partenariat avec {partner}',
  plan: '{partner}, {firstYear}/{lastYear}',
  label: 'Label {label}',
  elsewhere: 'Hors de tout partenariat',
  late: 'En retard',
  answerLink: 'Approuver, renvoyer ou refuser',
  answerWarning:
    'Ce lien vous est personnel : quiconque le détient est considéré comme vous et peut répondre en votre nom ; ne transférez donc pas ce courriel. Le lien n’ouvre que cette demande ; l’ouvrir ne décide de rien, et la réponse est enregistrée comme donnée par ce lien.',
  partnerLink: 'Ouvrir la page de cette invitation',
  nominationsLink: 'Ouvrir la page de vos nominations',
  partnerWarning:
    'Ce lien vous est personnel : quiconque le détient est considéré comme vous ; ne transférez donc pas ce courriel. L’ouvrir ne change rien, et ce qui est fait sur cette page est enregistré comme fait par ce lien. Les noms et les adresses n’y sont montrés qu’avec un code, envoyé à votre demande.',
  dossierLink: 'Ouvrir la page de ce dossier',
  dossierWarning:
    'Ce lien vous est personnel : quiconque le détient est considéré comme vous ; ne transférez donc pas ce courriel. L’ouvrir ne change rien. Ce qui n’appartient qu’à vous n’y est montré, et n’y est fait, qu’avec un code, envoyé à votre demande.',
  pageLink: 'Voir dans Longitude',
  linkLine: '{label} :\n{url}',
  footer:
    'Longitude a écrit ce courriel automatiquement ; les réponses ne sont pas lues. Il réunit ce qui vous concerne en un récapitulatif par jour ouvré, et ne revient pas sur ce qui a été réglé entre-temps. Chaque notification indique à quel titre elle vous parvient ; pour n’en plus recevoir, adressez-vous au service des relations internationales : {office}.',
  partnerFooter:
    'Longitude a écrit ce courriel automatiquement pour notre service des relations internationales, à vous, contact de votre établissement. Vous en recevez au plus un par jour, vos jours ouvrés, et seulement si quelque chose vous concerne ; ce qui a été réglé entre-temps n’y figure pas. Répondez à ce courriel, ou écrivez à {office}, pour répondre, désigner un autre contact ou n’en plus recevoir.',
  candidateFooter:
    'Longitude a écrit ce courriel automatiquement pour notre service des relations internationales, à vous, candidat. Vous en recevez au plus un par jour, les jours ouvrés là où vous vivez, et seulement si quelque chose vous concerne ; ce qui a été réglé entre-temps n’y figure pas. Répondez à ce courriel, ou écrivez à {office}, pour toute question ou pour n’en plus recevoir.',
  codeSubject: 'Votre code',
  codeLead:
    'Saisissez ce code sur la page où vous l’avez demandé. Il fonctionne une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}.',
  codeIgnore:
    'Si vous ne l’avez pas demandé, une autre personne a ouvert un lien qui vous était destiné : ne communiquez ce code à personne et écrivez à notre service des relations internationales.',
  signInSubject: 'Votre lien de connexion',
  signInLead:
    'Ce lien vous connecte à Longitude. Il fonctionne une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}, et ouvre une page dont le bouton vous connecte.',
  signInLink: 'Se connecter',
  signInBrowser: 'Ouvrez-le dans le navigateur où vous l’avez demandé : il ne fonctionne dans aucun autre.',
  signInIgnore:
    'Si vous ne l’avez pas demandé, ignorez ce courriel : personne ne peut se connecter sans lui. Ne le transférez pas.',
  readdressedSubject: 'Votre compte a désormais une autre adresse',
  readdressedLead:
    'Une personne habilitée à modifier les comptes de Longitude a donné une autre adresse au vôtre. Les liens de connexion et les récapitulatifs y sont désormais envoyés, et non plus à celle-ci.',
  readdressedEnded:
    'Vous êtes déconnecté partout où vous étiez connecté, les liens envoyés auparavant ne connectent plus, et votre calendrier n’a plus d’adresse.',
  readdressedMend:
    'Si vous en avez connaissance, aucune action n’est attendue de vous. Sinon, prévenez aussitôt {office, select, none {le service des relations internationales} other {{office}}}.',
}

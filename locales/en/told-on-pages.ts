import type { ToldOnPages } from '../told-on-pages.ts'

export const toldOnPages: ToldOnPages = {
  refusals: {
    'command.invalid': {
      title: 'This could not be read',
      detail:
        'Something in what was sent is missing or cannot be read. Nothing was recorded: open the page again, and fill it in anew.',
    },
    'command.not-now': {
      title: 'This cannot be done now',
      detail: 'Nothing of what you just sent was recorded. What can be done now stands on the page.',
    },
    'command.not-yours': {
      title: 'This is for somebody else to do',
      detail: 'Nothing was recorded. What you can do stands on the page; if this should be yours, answer our mail.',
    },
    'command.overtaken': {
      title: 'The page was no longer up to date',
      detail:
        'Something was recorded since you opened the page, by you or by somebody else, and nothing of what you just sent was. This is how it stands now: if you still want it, send it again.',
    },
    'document.unknown': {
      title: 'The file has to be chosen again',
      detail: 'It was not kept. Choose the file once more, and deposit it.',
    },
    'participation.not-later': {
      title: 'This day is not later',
      detail: 'You can nominate until {on} already. Choose a later day.',
    },
    'participation.cancelled': {
      title: 'This cycle was cancelled',
      detail: 'Nothing more is asked of your institution.',
    },
    'participation.candidate-unknown': {
      title: 'This person could not be taken',
      detail: 'Nothing was recorded. Send it once more; if that does not help, answer our mail.',
    },
    'participation.candidate-twice': {
      title: 'You nominated this person already',
      detail:
        '{nomination, select, none {This person} other {{nomination}}} is among your nominations already, and everybody counts once. Here, leave this person out.',
    },
    'participation.nomination-unknown': {
      title: 'This nomination is not there',
      detail: 'It is not among your nominations. Look at them as they stand now.',
    },
    'participation.nomination-over': {
      title: 'This nomination is over',
      detail:
        'The nomination{nomination, select, none {} other { of {nomination}}} was cancelled or withdrawn already, and no longer changes. To nominate this person all the same, nominate them once more.',
    },
    'participation.nomination-same': {
      title: 'Nothing would change',
      detail: 'The nomination{nomination, select, none {} other { of {nomination}}} says this already.',
    },
    'participation.not-returned': {
      title: 'You said that these are all',
      detail:
        'Nominations change once you have said on this page that there will be more. After the last day, answer our mail.',
    },
    'participation.order-differs': {
      title: 'Your nominations are others by now',
      detail: 'Look at them as they stand now, and put them in order again.',
    },
    'participation.nominations-closed': {
      title: 'Nominations are closed',
      detail: 'The last day was {on}. If you still mean to nominate candidates, answer our mail.',
    },
    'participation.extension-open': {
      title: 'You have asked for more time already',
      detail: 'The answer of our international office comes by mail. Until then the day stays as it is.',
    },
    'participation.after-dossiers': {
      title: 'The applications would be closed already',
      detail:
        'The applications of your institution close on {dossiersCloseOn}: that is the last possible day of its nominations too. Choose that day or an earlier one; for a later one, answer our mail.',
    },
    'participation.extension-last': {
      title: 'More time was refused',
      detail: 'It was refused after the last day, and this day is the last. If you cannot keep it, answer our mail.',
    },
    'register.country-unknown': {
      title: 'There is no such country',
      detail: '“{country}” is none of the countries that can be chosen. Choose one of the list.',
    },
    'dossier.piece-unknown': {
      title: 'This document is not asked for',
      detail: 'Nothing was recorded. Choose one of the documents that stand on the page.',
    },
    'dossier.frozen': {
      title: 'What was sent does not change',
      detail:
        'The application was sent: “{piece}” is deposited again only if our international office asks for it. If something is wrong with it, answer our mail.',
    },
    'dossier.sender-other': {
      title: 'Somebody else sends this application',
      detail:
        'It is sent by {sender, select, candidate {the candidate} other {the institution that nominated you}}. Nothing was recorded.',
    },
    'dossier.not-endorsed': {
      title: 'Your institution has not endorsed it yet',
      detail: 'It still has to deposit: {pieces}. Ask it to; then you can send the application.',
    },
    'dossier.take-back-over': {
      title: 'It can no longer be taken back',
      detail: 'The time for that is over. If something has to change, answer our mail.',
    },
    'dossier.close-passed': {
      title: 'The last day has passed',
      detail: 'The application was to be sent by {on}. If you still mean to send it, answer our mail.',
    },
  },
  problems: {
    'not-found': {
      title: 'There is no such page',
      detail: 'Open the link of the newest mail again, and go on from there.',
    },
    'invalid-json': {
      title: 'This could not be read',
      detail: 'Nothing was recorded. Open the page again, and send it from there.',
    },
    'body-too-large': {
      title: 'This is too large',
      detail:
        '{limitKilobytes, plural, =0 {What was sent is larger than is accepted.} other {At most # kB are accepted.}} Choose a smaller file, or shorten what you wrote. Nothing was recorded.',
    },
    'unsupported-media-type': {
      title: 'This could not be read',
      detail: 'A page takes only what its own form sends. Open the page again, and send it from there.',
    },
    'method-not-allowed': {
      title: 'This could not be read',
      detail: 'Open the link of the newest mail again, and go on from there.',
    },
    bug: {
      title: 'Something is wrong on our side',
      detail:
        'Nothing of what you just sent was recorded.{id, select, none {} other { Try again later; if it happens again, answer our mail and say this number: {id}.}}',
    },
    'key-reused': {
      title: 'This was sent from the same page before',
      detail: 'It said something else then. Open the page again, and send it from there.',
    },
    'import-refused': {
      title: 'The file cannot be taken any more',
      detail: 'Something has changed since it was checked. Nothing was recorded: check it once more.',
    },
    'import-unreadable': {
      title: 'This file cannot be read',
      detail:
        'It is no spreadsheet or CSV file of this kind. Download an empty file from this page, fill it in, and send that one: as XLSX, or as CSV in UTF-8 with its first line as it is. Nothing was recorded.',
    },
    'import-too-long': {
      title: 'This file has too many lines',
      detail:
        'At most {most, number} lines of a file are read, and this one goes on below them. Split it into several files, each under the same first line, and send one after the other; or delete what was left there. Nothing was recorded.',
    },
    'document-missing': {
      title: 'There is no file',
      detail: 'Choose one, then press the button below it.',
    },
    'documents-unused': {
      title: 'Too many files were sent',
      detail: 'Many of them were not taken. Come back tomorrow, or answer our mail.',
    },
    'documents-full': {
      title: 'There is no room for files just now',
      detail: 'Nothing of your file was kept. Try again in an hour; if that does not help, answer our mail.',
    },
  },
  other: {
    title: 'This cannot be done here',
    detail: 'Nothing was recorded. What you can do stands on the page; if this should be possible, answer our mail.',
  },
}

import type { TitleAndDetail } from '../catalogue.ts'
import type { ProblemCode } from '../problems.ts'
import { documentProblems } from './problems-document.ts'

export const problems: Record<ProblemCode, TitleAndDetail> = {
  unauthenticated: {
    title: 'Please sign in',
    detail: 'You are not signed in, or your session has ended. Ask for a sign-in link and try again.',
  },
  csrf: {
    title: 'This request came from elsewhere',
    detail:
      'The request did not come from a page of Longitude, so nothing was done. Open the page again and repeat it from there.',
  },
  'not-found': {
    title: 'Not found',
    detail: 'There is nothing at this address, or it does not concern you. Check the address.',
  },
  forbidden: {
    title: 'Not allowed',
    detail: 'What you asked is not part of your role. Ask someone whose role it is.',
  },
  'invalid-body': {
    title: 'Something is missing or misspelt',
    detail: 'Correct what is named below and send again; nothing was changed.',
  },
  'invalid-query': {
    title: 'The address has a fault',
    detail: 'Correct what is named below in the address; nothing was changed.',
  },
  'invalid-json': {
    title: 'This cannot be read as JSON',
    detail:
      'What was sent is no JSON, or says a name twice or half a character; where that is, is named below. Correct it and send again; nothing was changed.',
  },
  'body-too-large': {
    title: 'This is too large',
    detail:
      '{limitKilobytes, plural, =0 {What was sent is larger than is accepted.} other {At most # kB are accepted.}} Send less at a time; nothing was changed.',
  },
  'body-stalled': {
    title: 'What you sent did not arrive',
    detail:
      'For a while nothing more of it came, so it is waited for no longer: your line may have broken off. Send it again; nothing was changed.',
  },
  'unsupported-media-type': {
    title: 'This kind of content is not read',
    detail:
      '{allowed, select, none {Send JSON (application/json).} other {Send one of these: {allowed}.}} Nothing was changed.',
  },
  'method-not-allowed': {
    title: 'This address does not do that',
    detail: 'The method is not allowed here.{allowed, select, none {} other { Allowed: {allowed}.}}',
  },
  'too-many-requests': {
    title: 'Too many requests',
    detail:
      '{seconds, plural, =0 {Wait a little and try again.} one {Try again in # second.} other {Try again in # seconds.}}',
  },
  'list-too-long': {
    title: 'This list is too long for one file',
    detail:
      'It has more lines than one file may hold. Ask for a part of the list by its filters, or read it page by page.',
  },
  unavailable: {
    title: 'Longitude cannot answer just now',
    detail:
      '{reads, select, yes {A part of it is being restarted. {seconds, plural, =0 {Try again in a moment.} one {Try again in # second.} other {Try again in # seconds.}}} other {A part of it is being restarted; what you sent may not have been received. {seconds, plural, =0 {Send it again in a moment} one {Send it again in # second} other {Send it again in # seconds}} with the same idempotency key: it will be done once, whatever happened.}}',
  },
  bug: {
    title: 'Longitude has a fault here',
    detail:
      'This command failed because of a mistake of ours, and nothing was changed.{id, select, none {} other { It is recorded under {id}; quote that number to the administrator.}} Everything else goes on.',
  },
  'key-reused': {
    title: 'This idempotency key was used for something else',
    detail:
      'The same Idempotency-Key came before with another command or other content. Use a new key for a new command; nothing was changed.',
  },
  'link-unknown': {
    title: 'This link is not valid',
    detail: 'It may have been cut in two by a mail program. Copy it whole from the mail, or ask for another.',
  },
  'link-expired': { title: 'This link has expired', detail: 'Ask for a new one; nothing was changed.' },
  'link-used': { title: 'This link has been used', detail: 'A link works once. Ask for a new one if you need it.' },
  'link-ended': {
    title: 'This link no longer works',
    detail: 'A newer one was asked for since, or another was used. Open the newest mail, or ask for a new link.',
  },
  'link-other-browser': {
    title: 'This link belongs to another browser',
    detail: 'A sign-in link works only in the browser that asked for it. Open it there, or ask for a new one here.',
  },
  'basis-missing': {
    title: 'What have you read?',
    detail:
      'This replaces what others may have changed meanwhile. Send the ETag of what you have read as If-Match; nothing was changed.',
  },
  'edit-overtaken': {
    title: 'Someone else was faster',
    detail:
      'This entry was edited since you read it, so nothing of yours was written. Look at what changed, and send again what still holds.',
  },
  'import-refused': {
    title: 'Some rows cannot be imported',
    detail:
      'Each row with its line and reason is listed below. Correct them and send the whole file again; nothing was changed.',
  },
  'import-unreadable': {
    title: 'This file cannot be read',
    detail:
      '{of, select, nominations {Take the template of these nominations (an XLSX workbook, whose lists say what can be chosen), fill it in and send it as it is; or save its lines, the first one included, as CSV in UTF-8.} other {Save it as CSV in UTF-8, with the columns of the template in its first line, separated by semicolons or commas.}} Nothing was changed.',
  },
  'import-too-long': {
    title: 'This file has too many lines',
    detail:
      'At most {most, number} lines of a file are read, and this one goes on below them. Split it into several files, each under the same first line, and send one after the other; or delete what was left there. Nothing was changed.',
  },
  ...documentProblems,
  'webhook-over': {
    title: 'This webhook is over',
    detail: 'Nothing is sent to it any more. Register its address again; nothing was changed.',
  },
  'absence-order': {
    title: 'The absence ends before it begins',
    detail: 'Give its last day as the same day as its first, or a later one; nothing was changed.',
  },
  'absence-too-long': {
    title: 'The absence is too long',
    detail: 'One absence lasts less than 18 months. Shorten it; nothing was changed.',
  },
  'absence-overlap': {
    title: 'Two absences overlap',
    detail: 'No day can be in two of them. Join them or change their dates; nothing was changed.',
  },
  'absence-delegate-self': {
    title: 'Nobody stands in for themselves',
    detail: 'Name someone else, or nobody; nothing was changed.',
  },
  'absence-delegate-unknown': {
    title: 'This person cannot stand in',
    detail:
      'Nobody of this name holds a mandate at the school when the absence begins. Name someone else, or nobody; nothing was changed.',
  },
  'absence-delegate-watching': {
    title: 'This person cannot act for others',
    detail:
      'Whoever only audits or administers when the absence begins stands in for their like alone. Name someone else, or nobody; nothing was changed.',
  },
  'absence-delegate-away': {
    title: 'This person is away as well',
    detail:
      'They are absent the whole time, so nobody would stand in. Name someone else, or nobody; nothing was changed.',
  },
}

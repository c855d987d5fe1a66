import { base } from '../address.ts'
import type { Contract } from '../http/route.ts'
import { AnswerForm } from '../pages/answer/form.ts'
import { dossierPageContracts } from './dossier-pages.ts'
import { Me, MeEdit } from './me.ts'
import { aPage, done, page, shown } from './page.ts'
import { partnerPageContracts } from './partner-pages.ts'
import { LinkAsked, LinkRequest, Session, Sessions } from './session.ts'

const form = 'application/x-www-form-urlencoded'

/** What the routes of `session.ts`, `me.ts` and `pages.ts` answer. */
export const otherContracts: readonly Contract[] = [
  {
    method: 'get',
    path: `${base}/session`,
    id: 'session',
    tag: 'session',
    summary: 'Who is signed in, until when',
    answers: { 200: { description: 'Your session.', body: Session } },
  },
  {
    method: 'delete',
    path: `${base}/session`,
    id: 'signOut',
    tag: 'session',
    summary: 'Sign out',
    answers: { 204: { description: 'Signed out.' } },
  },
  {
    method: 'get',
    path: `${base}/session/all`,
    id: 'sessions',
    tag: 'session',
    summary: 'Your sessions, the newest first',
    answers: { 200: { description: 'All that have not ended.', body: Sessions } },
  },
  {
    method: 'delete',
    path: `${base}/session/others`,
    id: 'endOtherSessions',
    tag: 'session',
    summary: 'End every session of yours but this one',
    answers: { 204: { description: 'Ended.' } },
  },
  {
    method: 'post',
    path: `${base}/session/links`,
    id: 'askForLink',
    tag: 'session',
    summary: 'Ask for a sign-in link by mail',
    open: true,
    body: LinkRequest,
    answers: { 202: { description: 'The same for every address, known or not.', body: LinkAsked } },
  },
  {
    method: 'get',
    path: `${base}/me`,
    id: 'me',
    tag: 'me',
    summary: 'Your own entry, and what you stand for',
    answers: { 200: { description: 'As it is now.', body: Me } },
  },
  {
    method: 'patch',
    path: `${base}/me`,
    id: 'editMe',
    tag: 'me',
    summary: 'Your language, absences and delegates',
    body: MeEdit,
    answers: { 200: { description: 'As it is now.', body: Me } },
  },
  { ...page, method: 'get', path: '/sign-in', id: 'signInPage', summary: 'Asks for a mail address', answers: shown },
  {
    ...page,
    method: 'post',
    path: '/sign-in',
    id: 'signInAsk',
    summary: 'Sends a link',
    body: LinkRequest,
    mediaType: form,
    answers: { 202: aPage },
  },
  {
    ...page,
    method: 'get',
    path: '/sign-in/{token}',
    id: 'linkPage',
    summary: 'Shows the button that signs in; changes nothing',
    answers: shown,
  },
  { ...page, method: 'post', path: '/sign-in/{token}', id: 'signIn', summary: 'Signs in', answers: done },
  { ...page, method: 'post', path: '/sign-out', id: 'signOutPage', summary: 'Signs out', answers: done },
  {
    ...page,
    method: 'get',
    path: '/answer/{token}',
    id: 'answerPage',
    summary: 'One approval, from the mail; changes nothing',
    answers: { ...shown, 202: { ...aPage, description: 'A page: the answer was received, and is not recorded yet.' } },
  },
  {
    ...page,
    method: 'post',
    path: '/answer/{token}',
    id: 'answer',
    summary: 'Answers it',
    body: AnswerForm,
    mediaType: form,
    answers: { ...done, 202: { ...aPage, description: 'A page: received, and not recorded yet.' } },
  },
  ...partnerPageContracts,
  ...dossierPageContracts,
]

import type { Contract } from '../http/route.ts'
import { done, page, shown } from './page.ts'

/** What the pages of a candidate's link answer. */
export const dossierPageContracts: readonly Contract[] = [
  {
    ...page,
    method: 'get',
    path: '/dossier/{token}',
    id: 'dossierPage',
    summary: 'What is due of a candidate’s dossier, from the mail; changes nothing',
    answers: shown,
  },
  {
    ...page,
    method: 'get',
    path: '/dossier/{token}/code',
    id: 'dossierCodePage',
    summary: 'Asks a candidate for the code of a mail',
    answers: shown,
  },
  {
    ...page,
    method: 'post',
    path: '/dossier/{token}/code',
    id: 'dossierCode',
    summary: 'Has a code mailed, or begins a session of this link with it',
    answers: done,
  },
  {
    ...page,
    method: 'get',
    path: '/dossier/{token}/documents',
    id: 'dossierDocumentsPage',
    summary: 'What was handed in of the dossier, with a code',
    answers: { ...shown, ...done },
  },
  {
    ...page,
    method: 'post',
    path: '/dossier/{token}/documents',
    id: 'dossierAct',
    summary: 'Sends the dossier, takes it back, withdraws it, or ends the session of the link',
    answers: done,
  },
  {
    ...page,
    method: 'post',
    path: '/dossier/{token}/documents/{piece}',
    id: 'dossierDeposit',
    summary: 'Takes a document in, and deposits it',
    answers: done,
  },
]

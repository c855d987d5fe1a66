import type { ProcessType } from '../domain/catalogue.ts'
import { keyOf } from '../domain/id.ts'
import { typeOf } from '../domain/processes.ts'

/** Where everything of ours is reached. */
export const base = '/api/v1'

/** Where each process lives in the API: the only thing that the catalogue does not say. */
export const collections = {
  partnershipPlan: 'plans',
  centreApproval: 'approvals',
  correspondence: 'messages',
  labelFile: 'labels',
  agreement: 'agreements',
  admissionCycle: 'cycles',
  participation: 'participations',
  dossier: 'dossiers',
} as const satisfies Record<ProcessType, string>

/** What an address calls the key of a file. */
export const keyNames = {
  partnershipPlan: 'key',
  centreApproval: 'key',
  correspondence: 'party',
  labelFile: 'key',
  agreement: 'key',
  admissionCycle: 'key',
  participation: 'key',
  dossier: 'key',
} as const satisfies Record<ProcessType, string>

/** Where a process is read. `hrefOf('partnershipPlan/usth-2027')` → `'/api/v1/plans/usth-2027'` */
export const hrefOf = (id: string): string => `${base}/${collections[typeOf(id)]}/${encodeURIComponent(keyOf(id))}`

/** Where a document is downloaded. */
export const documentHref = (id: string): string => `${base}/documents/${id}`

/** Whether people come by https. */
export const isSecure = ({ publicUrl }: { readonly publicUrl: string }): boolean => publicUrl.startsWith('https:')

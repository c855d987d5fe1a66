import { trusted } from 'mongoose'
import { over, type DossierStatus } from '../domain/dossier/dossier.ts'
import { dossier } from '../domain/dossier/process.ts'
import { keyOf } from '../domain/id.ts'
import type { Store } from './connect.ts'
import type { Within } from './register/kinds.ts'

const before: readonly DossierStatus[] = ['none', 'nominated', 'acknowledged', 'inPreparation']

/** Whether anything can still be done for a dossier that a participation began. */
export const hasOpenDossier = async ({ files }: Pick<Store, 'files'>, participation: string): Promise<boolean> => {
  const begun = { type: dossier.type, 'state.participation': keyOf(participation) }
  return (await files.exists({ ...begun, status: trusted({ $nin: [...over] }) })) !== null
}

/** Whether the dossier of a nomination was sent, or is over; one that has not begun yet was not. */
export const isDossierSent = async (
  { files }: Pick<Store, 'files'>,
  { participation, nomination }: { readonly participation: string; readonly nomination: string },
  within: Within = {},
): Promise<boolean> => {
  const own = { type: dossier.type, 'state.participation': keyOf(participation), 'state.nomination': nomination }
  const sent = await files.findOne({ ...own, status: trusted({ $nin: [...before] }) }, { _id: 1 }, within).lean()
  return sent !== null
}

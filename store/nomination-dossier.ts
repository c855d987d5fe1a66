import { trusted } from 'mongoose'
import { dossierCommands } from '../domain/dossier/commands.ts'
import type { DossierStatus } from '../domain/dossier/dossier.ts'
import { dossier } from '../domain/dossier/process.ts'
import { keyOf } from '../domain/id.ts'
import type { Store } from './connect.ts'
import type { DossierFile } from './erasing/reach.ts'
import { foldFields, storedOf } from './files.ts'
import type { Within } from './register/kinds.ts'

const before: readonly DossierStatus[] = ['none', 'nominated', 'acknowledged', 'inPreparation']

/** A nomination of a participation, by their ids. */
interface Beginning {
  readonly participation: string
  readonly nomination: string
}
const begunBy = ({ participation, nomination }: Beginning) => ({
  type: dossier.type,
  'state.participation': keyOf(participation),
  'state.nomination': nomination,
})

/** The dossier that a nomination began; nothing before it has. */
export async function dossierOfNomination(
  { files }: Pick<Store, 'files'>,
  of: Beginning,
): Promise<DossierFile | undefined> {
  const doc = await files.findOne(begunBy(of), foldFields).lean()
  const file = doc && storedOf(doc)
  return file && dossier.owns(file) ? file : undefined
}

/** Whether a dossier that a participation began can still be withdrawn by its partner. */
export const mayWithdrawAny = async ({ files }: Pick<Store, 'files'>, participation: string): Promise<boolean> => {
  const begun = { type: dossier.type, 'state.participation': keyOf(participation) }
  const open = { status: trusted({ $in: [...dossierCommands.withdraw.from] }), 'state.erased': trusted({ $ne: true }) }
  return (await files.exists({ ...begun, ...open })) !== null
}

/** Whether the dossier of a nomination was sent, or is over; one that has not begun yet was not. */
export const isDossierSent = async (
  { files }: Pick<Store, 'files'>,
  of: Beginning,
  within: Within = {},
): Promise<boolean> => {
  const sent = await files
    .findOne({ ...begunBy(of), status: trusted({ $nin: [...before] }) }, { _id: 1 }, within)
    .lean()
  return sent !== null
}

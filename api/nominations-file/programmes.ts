import type { Participation } from '../../domain/participation/participation.ts'
import type { Store } from '../../store/connect.ts'
import { findProgrammes } from '../../store/register/lists.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'

/** The programmes that the cycle of a participation admits to. */
export const programmesOf = async (
  { state }: { readonly state: Pick<Participation, 'population'> },
  { store }: { readonly store: Store },
): Promise<readonly ProgrammeDoc[]> => (await findProgrammes(store)).filter(({ kind }) => kind === state.population)

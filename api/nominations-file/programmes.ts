import type { Participation } from '../../domain/participation/participation.ts'
import { byId, type RegisterNow } from '../../store/register/now.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'

/** The programmes that the cycle of a participation admits to, in the order of their ids. */
export const programmesOf = (
  { state }: { readonly state: Pick<Participation, 'population'> },
  { register }: { readonly register: RegisterNow },
): readonly ProgrammeDoc[] => register.programmes.filter(({ kind }) => kind === state.population).toSorted(byId)

import type { z } from 'zod'
import { byId, type RegisterNow } from '../../store/register/now.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import type { Programme } from '../contracts/programme.ts'
import type { Viewing } from './viewing.ts'

/** The programmes of the register, by id. */
export type Programmes = ReadonlyMap<string, ProgrammeDoc>

/** The programmes that wishes name, in the order of their ids. */
export const programmesIn = ({ programmes }: Pick<RegisterNow, 'programmes'>): Programmes =>
  new Map([...programmes].sort(byId).map((one) => [one._id, one]))

/** A programme by its id and its name in the words of its reader; the id where the register has none. */
export const programmeIn = (
  id: string,
  { programmes, words }: { readonly programmes: Programmes } & Pick<Viewing, 'words'>,
): z.output<typeof Programme> => ({ id, name: programmes.get(id)?.name[words.language] ?? id })

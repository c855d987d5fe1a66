import type { z } from 'zod'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import type { CandidateView } from '../contracts/register/candidate.ts'
import type { Viewing } from './viewing.ts'

/** Who somebody is, for whoever may see it. */
export const candidateView = (
  { _id: id, seq, name, birthOn, email, language, nationality, residence, level }: CandidateDoc,
  { words }: Pick<Viewing, 'words'>,
): Omit<z.output<typeof CandidateView>, 'may'> => ({
  id,
  seq,
  name,
  birthOn,
  email,
  language,
  nationality: { code: nationality, words: words.country(nationality) },
  residence: { code: residence, words: words.country(residence) },
  level: { code: level, words: words.agreement.levels[level] },
  href: `${base}/candidates/${id}`,
})

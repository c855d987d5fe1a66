import type { z } from 'zod'
import { isHeld } from '../../domain/register/candidate.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import type { CandidateView } from '../contracts/register/candidate.ts'
import type { Viewing } from './viewing.ts'

/** Who somebody is, for whoever may see it; `perhaps`: whose records may be of the same person. */
export function candidateView(
  candidate: CandidateDoc,
  { words, names }: Pick<Viewing, 'words' | 'names'>,
  perhaps: readonly string[] = [],
): Omit<z.output<typeof CandidateView>, 'may'> {
  const { _id: id, seq, erasedOn = null, givenBy, sameAs = null } = candidate
  const head = {
    id,
    seq,
    erasedOn,
    givenBy: givenBy === undefined ? null : names.partner(givenBy),
    sameAs,
    perhaps: [...perhaps],
    href: `${base}/candidates/${id}`,
  }
  if (!isHeld(candidate)) return { ...head, ...nobody, name: words.register.erased }
  const { name, birthOn, email, language, nationality, residence, level } = candidate
  return {
    ...head,
    name,
    birthOn,
    email,
    language,
    nationality: { code: nationality, words: words.country(nationality) },
    residence: { code: residence, words: words.country(residence) },
    level: { code: level, words: words.agreement.levels[level] },
  }
}

const nobody = { birthOn: null, email: null, language: null, nationality: null, residence: null, level: null } as const

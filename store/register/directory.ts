import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directoryOf, type Directory, type Listed } from '../../domain/register/directory.ts'

const file = join(import.meta.dirname, '../../data/universities.json')

let read: Directory | undefined

/** The directory of real universities (`data/`, MIT licence beside it): read when it is first asked for, kept for the life of the process. */
export const directory = (): Directory => (read ??= directoryOf(listed(JSON.parse(readFileSync(file, 'utf8')))))

/** What the file says of each; one without a country says too little. */
const listed = (all: unknown): readonly Listed[] => (Array.isArray(all) ? all.flatMap(listedIn) : [])

function listedIn(entry: unknown): Listed[] {
  if (typeof entry !== 'object' || entry === null) return []
  const {
    name,
    alpha_two_code: country,
    domains,
    'state-province': province,
  }: Readonly<Record<string, unknown>> = { ...entry }
  if (typeof name !== 'string' || typeof country !== 'string') return []
  return [
    {
      name,
      country,
      province: typeof province === 'string' ? province : null,
      domains: Array.isArray(domains) ? domains.filter((domain) => typeof domain === 'string') : [],
    },
  ]
}

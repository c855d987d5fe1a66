import type { z } from 'zod'
import { hasWords, wordsIn } from '../../domain/register/words.ts'
import { programmeKind } from '../../store/register/kinds.ts'
import { findProgrammes } from '../../store/register/lists.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import { ProgrammeCreate, ProgrammePatch, ProgrammeQuery, ProgrammeView } from '../contracts/register/programme.ts'
import type { Documents } from './documents.ts'
import { programmeTable } from '../exports/tables.ts'
import type { Scene } from './scene.ts'

type Described = Pick<
  z.output<typeof ProgrammePatch>,
  'languages' | 'startTerms' | 'places' | 'nominationLimit' | 'documents' | 'sentBy'
>

/** Programmes (S11, S12): seeded from the policy, edited here. */
export const programmeDocuments: Documents<
  ProgrammeDoc,
  typeof ProgrammeQuery,
  typeof ProgrammeCreate,
  typeof ProgrammePatch
> = {
  kind: programmeKind,
  collection: 'programmes',
  edits: 'editProgrammes',
  view: ProgrammeView,
  table: programmeTable,
  query: ProgrammeQuery,
  create: ProgrammeCreate,
  patch: ProgrammePatch,
  list: async ({ after, kind, q }, { store }, limit) =>
    (await findProgrammes(store, after))
      .filter((one) => kind === undefined || one.kind === kind)
      .filter((one) => !q || hasWords(`${one._id} ${one.name.fr} ${one.name.en}`, wordsIn(q)))
      .slice(0, limit),
  shown: async (programme, scene) => programmeView(programme, scene),
  idFor: ({ id }) => id,
  begun: async ({ names, kind, semesters, languages = ['fr'], ...body }) => ({
    name: names,
    kind,
    semesters,
    languages,
    startTerms: ['september'],
    documents: [],
    sentBy: 'partner',
    ...changesOf(body),
  }),
  edited: (_, { names, semesters, closedOn, ...body }) => ({
    ...(names && { name: names }),
    ...(semesters !== undefined && { semesters }),
    ...(closedOn !== undefined && { closedOn: closedOn ?? undefined }),
    ...changesOf(body),
  }),
}

/** What is sent and not left out; null takes a value away. */
const changesOf = ({ languages, startTerms, places, nominationLimit, documents, sentBy }: Described) => ({
  ...(languages && { languages }),
  ...(startTerms && { startTerms }),
  ...(documents && { documents }),
  ...(sentBy && { sentBy }),
  ...(places !== undefined && { places: places ?? undefined }),
  ...(nominationLimit !== undefined && { nominationLimit: nominationLimit ?? undefined }),
})

function programmeView(programme: ProgrammeDoc, { words, has, deps, asked }: Scene): z.output<typeof ProgrammeView> {
  const { register } = words
  // The policy says it by kind: any programme of that kind has it.
  const interview = deps.school.programmes.find(({ kind }) => kind === programme.kind)?.interview
  return {
    id: programme._id,
    seq: programme.seq,
    name: programme.name[asked.language],
    names: programme.name,
    kind: { code: programme.kind, words: register.programmeKinds[programme.kind] },
    languages: [...programme.languages],
    semesters: programme.semesters,
    startTerms: [...programme.startTerms],
    places: programme.places ?? null,
    nominationLimit: programme.nominationLimit ?? null,
    interview: interview ? { code: interview, words: register.interviews[interview] } : null,
    documents: [...programme.documents],
    sentBy: { code: programme.sentBy, words: register.senders[programme.sentBy] },
    closedOn: programme.closedOn ?? null,
    may: has('editProgrammes') ? ['edit'] : [],
    href: `${base}/programmes/${programme._id}`,
  }
}

import type { Store } from '../../store/connect.ts'

/** A question as MongoDB's profiler tells it. */
export interface Question {
  readonly ns: string
  readonly docsExamined: number
  readonly planSummary?: string
}

/** What something answers, and every question for which MongoDB looked at documents of this database meanwhile. */
export async function asked<T>(
  { connection }: Pick<Store, 'connection'>,
  act: () => Promise<T>,
): Promise<readonly [T, readonly Question[]]> {
  const profile = connection.collection<Question>('system.profile')
  // A desk may have taken over a database in which somebody else looked before.
  await profile.drop()
  await connection.db?.command({ profile: 2 })
  const answer = await act()
  await connection.db?.command({ profile: 0 })
  const questions = await profile.find({ docsExamined: { $exists: true } }).toArray()
  await profile.drop()
  return [answer, questions]
}

/** What something answers, and how many files MongoDB looked at for it, at the most by one question. */
export async function filesExamined<T>(
  store: Pick<Store, 'connection'>,
  act: () => Promise<T>,
): Promise<readonly [T, number]> {
  const [answer, questions] = await asked(store, act)
  const ofFiles = questions.filter(({ ns }) => ns.endsWith('.files'))
  return [answer, Math.max(0, ...ofFiles.map(({ docsExamined }) => docsExamined))]
}

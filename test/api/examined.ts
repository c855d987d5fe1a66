import type { Store } from '../../store/connect.ts'

/** What something answers, and how many files MongoDB looked at for it, at the most by one question. */
export async function filesExamined<T>(
  { connection }: Pick<Store, 'connection'>,
  act: () => Promise<T>,
): Promise<readonly [T, number]> {
  await connection.db?.command({ profile: 2 })
  const answer = await act()
  await connection.db?.command({ profile: 0 })
  const profile = connection.collection('system.profile')
  const asked = await profile.find({ ns: /\.files$/, docsExamined: { $exists: true } }).toArray()
  await profile.drop()
  return [answer, Math.max(0, ...asked.map(({ docsExamined }) => Number(docsExamined)))]
}

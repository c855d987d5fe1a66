import { expect } from 'chai'
import type { Desk } from './desk.ts'

/** The key of the engineers' cycle that tests open. */
export const cycle = '2028-engineer'

/** An officer opens the engineers' cycle and invites partners to it, whatever agreements there are, on Friday 1 October 2027 at 10:00 in Paris. */
export async function openCycle(
  desk: Pick<Desk, 'as' | 'at' | 'settle'>,
  partners: readonly string[] = ['usth'],
  reason = 'They asked.',
): Promise<void> {
  const ok = async (path: string, body: object = {}): Promise<void> => {
    const answer = await (await desk.as('officer')).post(path, body)
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).to.be.within(200, 201)
  }
  desk.at('2027-09-13T09:00:00Z')
  await ok('/cycles', { firstYear: 2028, population: 'engineer' })
  desk.at('2027-10-01T08:00:00Z')
  await ok(`/cycles/${cycle}/open`)
  await ok(`/cycles/${cycle}/invite`, { partners: partners.map((partner) => ({ partner, reason })) })
  await desk.settle()
}

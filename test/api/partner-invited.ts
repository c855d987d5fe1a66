import { letterTo } from '../../activities/letter.ts'
import { hrefOf } from '../../api/address.ts'
import type { Rendered } from '../../mail/frame.ts'
import { participationId } from '../../domain/participation/ids.ts'
import { findRecipient } from '../../store/register/recipients.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { rules } from '../domain/school.ts'
import { command } from './approval-asked.ts'
import type { Door } from './door.ts'

export const cycle = 'admissionCycle/2028-engineer' as const
export const ofPartner = (partner: string): ReturnType<typeof participationId> =>
  participationId('2028-engineer', partner)

/** Opens the engineers' cycle and invites partners to it, on Monday 4 October 2027 at 11:00 in Paris: they nominate until 31 January 2028. */
export async function invitePartners(door: Door, ...partners: readonly string[]): Promise<void> {
  door.at('2027-09-13T09:00:00Z')
  await command(door, 'officer', cycle, { type: 'prepare', input: { firstYear: 2028, population: 'engineer' } })
  door.at('2027-10-01T08:00:00Z')
  await command(door, 'officer', cycle, { type: 'open', input: {} })
  door.at('2027-10-04T09:00:00Z')
  const reason = 'The dean asked for it.'
  await command(door, 'officer', cycle, {
    type: 'invite',
    input: { partners: partners.map((partner) => ({ partner, reason })) },
  })
}

/** The mail of everything that waits to be sent to someone, as it would be written now; `number`: of which of their digests. */
export async function waitingMail(door: Door, id: string, number = 1): Promise<Rendered> {
  const [recipient, file] = await Promise.all([
    findRecipient(door.store, id),
    loadCorrespondence(door.store, `correspondence/${id}`),
  ])
  if (!recipient || !file) throw new Error(`nothing is written to ${id}`)
  const { pending, earlierDigests } = file.state
  const said = { notices: pending, at: door.deps.now(), digest: `${id}.${number}`, earlier: earlierDigests }
  return letterTo(recipient, said, { ...door.deps, rules, hrefOf })
}

/** The path of the signed link in that mail. */
export async function partnerLink(door: Door, id: string, number = 1): Promise<string> {
  const { text } = await waitingMail(door, id, number)
  const [path] = /\/partner\/[\w-]{43}/.exec(text) ?? []
  if (path === undefined) throw new Error(`the mail to ${id} has no link`)
  return path
}

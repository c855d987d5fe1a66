import type { Request } from 'express'
import { instant } from '../../../domain/time.ts'
import { sha256 } from '../../../store/chain.ts'
import type { Deps } from '../../deps.ts'
import { gaveUp, patienceOf, takeTime } from '../../patience.ts'
import { submit } from '../../submit.ts'
import type { Given } from './form.ts'
import type { OpenReading } from './opening.ts'
import type { Closed } from './reading.ts'

/** Does it, once however often one page sends it. Answers nothing when it is recorded, and a receipt when it is only received. */
export async function give(
  deps: Deps,
  { req, reading, given }: { req: Request; reading: OpenReading; given: Given },
): Promise<Extract<Closed, { is: 'received' }> | undefined> {
  const { link, actor, register, contact } = reading
  const { command, body } = given
  const submitted = await submit(deps, {
    actor,
    register,
    stream: link.file,
    command,
    body,
    key: sha256(JSON.stringify(['partner', link.file, link.party, given])),
    language: contact.language,
    until: patienceOf(req),
    gaveUp: () => gaveUp(req),
  })
  takeTime(req)
  return submitted.kind === 'received'
    ? { is: 'received', at: instant(submitted.receipt.receivedAt), row: submitted.receipt.id }
    : undefined
}

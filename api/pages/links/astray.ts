import { correspondenceId } from '../../../domain/correspondence/ids.ts'
import type { Store } from '../../../store/connect.ts'
import type { Link } from '../../../store/links.ts'
import { loadCorrespondence } from '../../../store/typed.ts'

/** Whether mails to the address that a link was sent to go astray, or go to another by now: whoever holds it may be anybody (R10). */
export async function isAstray(store: Store, { party, earlier }: Link): Promise<boolean> {
  const mailbox = await loadCorrespondence(store, correspondenceId(party))
  const { status = 'open', earlierDigests = 0 } = mailbox?.state ?? {}
  return status === 'passedOn' || status === 'notReached' || earlier < earlierDigests
}

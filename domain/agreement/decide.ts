import type { Decide } from '../process.ts'
import { decideAmendment } from './decide/amendment.ts'
import { decideLife } from './decide/life.ts'
import { decidePreparation } from './decide/preparation.ts'
import { decideScans } from './decide/scans.ts'
import { decideTransfer } from './decide/transfer.ts'
import type { AgreementShape } from './events.ts'

/** What follows from each command of an agreement, or why it may not be. */
export const decideAgreement: Decide<AgreementShape> = {
  ...decidePreparation,
  ...decideLife,
  ...decideAmendment,
  ...decideScans,
  ...decideTransfer,
}

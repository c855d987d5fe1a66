import { attached } from '../../documents.ts'
import type { Decide, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Scan } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import type { DecidingAgreement } from './checks.ts'

/** The signed copies of what both sides agreed on (S13). */
export const decideScans: Pick<Decide<AgreementShape>, 'attachScan'> = {
  attachScan: ({ agreed }, { version, document }, context) => {
    if (!agreed.some((one) => one.version === version)) throw new Refusal('agreement.version-unsigned', { version })
    return [scanAttached({ version, document }, context)]
  },
}

/** The scan of a version becomes part of the file. Throws `document.unknown`. */
export const scanAttached = (
  { version, document }: Pick<Scan, 'version' | 'document'>,
  context: DecidingAgreement,
): EventOf<AgreementShape, 'scanAttached'> => ({
  type: 'scanAttached',
  data: { version, ...attached(document, context) },
})

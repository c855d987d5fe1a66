import { agreementCommands } from '../../domain/agreement/commands.ts'
import { agreementId } from '../../domain/agreement/ids.ts'
import type { ProcessType } from '../../domain/catalogue.ts'
import { cycleCommands } from '../../domain/cycle/commands.ts'
import { cycleId } from '../../domain/cycle/ids.ts'
import { labelCommands } from '../../domain/label/commands.ts'
import { labelId } from '../../domain/label/span.ts'
import { planCommands } from '../../domain/plan/commands.ts'
import { planId } from '../../domain/plan/ids.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { parse } from '../contracts/parse.ts'

/** How people begin a file of a process. */
type Beginning = (Named | Numbered) & {
  /** What is answered where there is one already. */
  readonly exists: RefusalCode
}
interface Named {
  /** The file that a command's body begins: its key is made in `domain/` from what it holds. Throws `command.invalid`. */
  idOf(body: unknown): string
}
interface Numbered {
  /** Reads a body before a number is taken for it. Throws `command.invalid`. */
  read(body: unknown): unknown
  numberedAs(number: number): string
}

/** The processes that people begin; the others are begun by processes. */
export const beginnings: Readonly<Partial<Record<ProcessType, Beginning>>> = {
  partnershipPlan: {
    idOf: (body) => {
      const { partner, firstYear } = parse(planCommands.draft.input, { value: body, or: 'command.invalid' })
      return planId(partner, firstYear)
    },
    exists: 'plan.exists',
  },
  labelFile: {
    idOf: (body) => {
      const { label, firstYear } = parse(labelCommands.register.input, { value: body, or: 'command.invalid' })
      return labelId(label, firstYear)
    },
    exists: 'label.exists',
  },
  agreement: {
    read: (body) => parse(agreementCommands.draftAgreement.input, { value: body, or: 'command.invalid' }),
    numberedAs: agreementId,
    exists: 'agreement.exists',
  },
  admissionCycle: {
    idOf: (body) => cycleId(parse(cycleCommands.prepare.input, { value: body, or: 'command.invalid' })),
    exists: 'cycle.exists',
  },
}

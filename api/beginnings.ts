import type { ProcessType } from '../domain/catalogue.ts'
import { labelCommands } from '../domain/label/commands.ts'
import { labelId } from '../domain/label/span.ts'
import { planCommands } from '../domain/plan/commands.ts'
import { planId } from '../domain/plan/ids.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import { parse } from './contracts/parse.ts'

/** How people begin a file of a process. */
interface Beginning {
  /** The file that a command's body begins: its key is made in `domain/` from what it holds. Throws `command.invalid`. */
  idOf(body: unknown): string
  /** What is answered where there is one already. */
  readonly exists: RefusalCode
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
}

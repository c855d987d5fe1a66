import { holdersOf } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { RegisterNow } from './now.ts'
import { personIn } from './people.ts'
import { rosterOf } from './roster.ts'

/** The address of whoever people can write to that day: somebody of the international office, else an administrator, and none of `except`; empty where there is nobody. */
export function officeAddressIn(
  register: RegisterNow,
  { on, except = [] }: { readonly on: CivilDate; readonly except?: readonly string[] },
): string {
  const roster = rosterOf(register)
  const [first] = ['role:officer', 'role:headOfOffice', 'role:administrator']
    .flatMap((role) => holdersOf(role, roster, on))
    .filter(({ id }) => !except.includes(id))
  return (first && personIn(register, first.id)?.email) ?? ''
}

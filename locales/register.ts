import type { Carried } from '../domain/register/centre.ts'
import type { ContactRole } from '../domain/register/contact.ts'
import type { Criterion, HolidayOrigin, Target } from '../domain/register/country.ts'
import type { DecidedFact, Ground } from '../domain/register/decided.ts'
import type { Remaining } from '../domain/register/departure.ts'
import type { Relationship } from '../domain/register/partner.ts'
import type { Interview, ProgrammeKind, Sender } from '../domain/register/programme.ts'

/** Short names of what stands in the register. */
export interface RegisterLabels {
  readonly relationships: Record<Relationship, string>
  readonly contactRoles: Record<ContactRole, string>
  readonly targets: Record<Target | 'unlisted', string>
  readonly criteria: Record<Criterion, string>
  readonly holidays: Record<HolidayOrigin, string>
  readonly grounds: Record<Ground, string>
  /** What is proposed: that the fact is to hold, or not any more. */
  readonly proposals: Record<DecidedFact, Record<'yes' | 'no', string>>
  readonly programmeKinds: Record<ProgrammeKind, string>
  readonly interviews: Record<Interview, string>
  readonly senders: Record<Sender, string>
  /** What somebody is called of whom nothing is held any more. */
  readonly erased: string
  /** What stands, with a day behind it, in the place of a text that was erased. */
  readonly textErasedOn: string
  readonly remaining: Record<Exclude<(Remaining | Carried)['kind'], 'mandate' | 'wait'>, string>
}

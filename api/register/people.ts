import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { holdsMandate, mandatesOn } from '../../domain/mandates.ts'
import { isWithin } from '../../domain/period.ts'
import { Refusal } from '../../domain/refusals.ts'
import { lastDayOf, type Remaining } from '../../domain/register/departure.ts'
import { assertByOthers, assertMandates, assertSupervision } from '../../domain/register/mandates.ts'
import { displayName, type Person } from '../../domain/register/person.ts'
import { hasWords, wordsIn } from '../../domain/register/words.ts'
import { plusDays, type CivilDate } from '../../domain/time.ts'
import { renderReaddressed } from '../../mail/readdressed.ts'
import { ownerlessAfter, remainsOf } from '../../store/register/departures.ts'
import { personKind } from '../../store/register/kinds.ts'
import { findCentres, findPeople } from '../../store/register/lists.ts'
import { officeAddressIn } from '../../store/register/office.ts'
import { findPersonByEmail } from '../../store/register/people.ts'
import type { PersonDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import { PersonCreate, PersonPatch, PersonQuery, PersonView } from '../contracts/register/person.ts'
import { personTable } from '../exports/tables.ts'
import { sendAtOnce } from '../sign-in/direct-mail.ts'
import { roleInWords } from '../views/roles.ts'
import { assertAbsences } from './absences.ts'
import { inWords } from './departures.ts'
import type { Documents } from './documents.ts'
import type { Scene } from './scene.ts'

type Described = Pick<
  z.output<typeof PersonPatch>,
  'name' | 'language' | 'mandates' | 'absences' | 'supervises' | 'publicationConsentOn' | 'email'
>

/** People of the school: their mandates, absences, entitlement to supervise (R7, S19). */
export const personDocuments: Documents<PersonDoc, typeof PersonQuery, typeof PersonCreate, typeof PersonPatch> = {
  kind: personKind,
  collection: 'people',
  edits: 'editPeople',
  view: PersonView,
  table: personTable,
  query: PersonQuery,
  create: PersonCreate,
  patch: PersonPatch,
  list: async (query, scene, limit) =>
    (await findPeople(scene.store, query.after)).filter((person) => fits(person, query, scene)).slice(0, limit),
  shown: async (person, scene) => personView(person, scene),
  // Nothing of a name may stand in an id.
  idFor: (_, cause) => `p${cause.slice(0, 10)}`,
  begun: async (body, { scene, id }) => {
    assertByOthers({ id, mandates: [], absences: [] }, body, scene.asked.caller.person.id)
    await assertSound(body, { scene, id })
    return { language: 'fr', mandates: [], absences: [], ...changesOf(body), email: body.email.toLowerCase() }
  },
  edited: (before, body, { asked }) => {
    assertByOthers({ ...before, id: before._id }, body, asked.caller.person.id)
    return changesOf(body)
  },
  checked: assertSound,
  // What was mailed to the earlier address, and whoever came in by it, is over; what waits goes to the new one (R10).
  beside: (before, change) =>
    isReaddressed(before, change)
      ? { signsOut: true, asks: [{ stream: correspondenceId(before._id), command: 'readdress', input: {} }] }
      : {},
  told: (before, change, scene) => {
    if (isReaddressed(before, change)) tellEarlierAddress(before, scene)
  },
}

const isReaddressed = (before: Pick<Person, 'email'>, { email }: { readonly email?: string | undefined }): boolean =>
  email !== undefined && email !== before.email

/** Says at once, to the address an account had, that it has another: whoever is there may know nothing of it. Nobody waits for it. */
function tellEarlierAddress(
  { _id, email: to, language }: PersonDoc,
  { deps, on, register, asked: { caller } }: Scene,
): void {
  // Neither at the new address, nor of whoever has given it.
  const office = officeAddressIn(register, { on, except: [_id, caller.person.id] })
  const worded = renderReaddressed({ language, office })
  void sendAtOnce(deps, { ...worded, messageId: `readdressed.${randomUUID()}`, to })
}

/** What is sent and not left out; null takes a value away. */
const changesOf = ({
  name,
  language,
  mandates,
  absences,
  supervises,
  publicationConsentOn,
  email,
}: Described): Partial<Person> => ({
  ...(name !== undefined && { name: name ?? undefined }),
  ...(language && { language }),
  ...(mandates && { mandates }),
  ...(absences && { absences: absences.toSorted(ascending(({ fromOn }) => fromOn)) }),
  ...(supervises !== undefined && { supervises: supervises ?? undefined }),
  ...(publicationConsentOn !== undefined && { publicationConsentOn: undefined }),
  ...(email !== undefined && { email: email.toLowerCase() }),
})

async function assertSound(
  { mandates, absences, supervises, email }: Described,
  { scene, id }: { scene: Scene; id: string },
): Promise<void> {
  if (mandates) await assertLeavesNothing(mandates, { scene, id })
  if (mandates)
    assertMandates(
      mandates,
      (await findCentres(scene.store)).map(({ _id }) => _id),
    )
  if (supervises) assertSupervision(supervises)
  if (absences) assertAbsences(absences, { self: id, mandates, roster: scene.roster, today: scene.on })
  const other = email === undefined ? undefined : await findPersonByEmail(scene.store, email)
  if (other && other.id !== id) throw new Refusal('register.email-taken')
}

/**
 * Nobody is made to leave sooner while something of theirs has no successor, nor gives up a role that nobody else holds while something is waited for
 * from it: that is a departure, which lists it. Throws `register.owes`.
 */
async function assertLeavesNothing(
  mandates: NonNullable<Described['mandates']>,
  { scene, id }: { scene: Scene; id: string },
): Promise<void> {
  const { store, roster, on: today } = scene
  const [person] = await personKind.read(store, [id])
  if (!person) return
  const last = lastDayAfter(mandates, person, today)
  const owed = last === undefined ? [] : await remainsOf(store, id, { last, today })
  await assertOwesNothing([...owed, ...(await ownerlessAfter(store, { person: id, mandates, roster, today }))], scene)
}

/** The last day that an edit of someone's mandates brings forward; nothing where they stay as long as before. */
function lastDayAfter(
  mandates: NonNullable<Described['mandates']>,
  before: Pick<PersonDoc, 'mandates'>,
  today: CivilDate,
): CivilDate | undefined {
  if (holdsMandate(before, today) && !holdsMandate({ mandates }, today)) return plusDays(today, -1)
  const [last, lastBefore] = [lastDayOf({ mandates }), lastDayOf({ mandates: before.mandates })]
  return last !== undefined && (lastBefore === undefined || last < lastBefore) ? last : undefined
}

/** Throws `register.owes` with what waits for a successor; a mandate of which nothing is waited for may end. */
export async function assertOwesNothing(owed: readonly Remaining[], scene: Scene): Promise<void> {
  const remaining = owed.filter(({ kind }) => kind !== 'mandate')
  if (remaining.length > 0) throw new Refusal('register.owes', { remaining: await inWords(remaining, scene) })
}

function fits(
  person: PersonDoc,
  { q, role, centre, supervises }: z.output<typeof PersonQuery>,
  { on }: Scene,
): boolean {
  const held = mandatesOn(person, on)
  const entitled = person.supervises ? isWithin(on, person.supervises) : false
  return (
    (role === undefined || held.some((mandate) => mandate.role === role)) &&
    (centre === undefined || held.some((mandate) => mandate.centre === centre)) &&
    (!supervises || entitled) &&
    (!q || hasWords(`${person._id} ${person.name ?? ''} ${person.email}`, wordsIn(q)))
  )
}

function personView(person: PersonDoc, { on, words, names, has, actor }: Scene): z.output<typeof PersonView> {
  const held = mandatesOn(person, on)
  const inPrivate = has('readPeoplePrivately') || actor.id === `person:${person._id}`
  return {
    id: person._id,
    seq: person.seq,
    name: displayName(person),
    email: person.email,
    language: person.language,
    mandates: person.mandates.map(({ role, centre, ...mandate }) => ({
      ...mandate,
      role: {
        code: role,
        words: roleInWords({ words, names })({ role, centre, acting: mandate.acting }),
      },
      ...(centre !== undefined && { centre }),
      held: held.some((one) => one.role === role && one.centre === centre && one.fromOn === mandate.fromOn),
    })),
    supervises: person.supervises ?? null,
    absences: inPrivate ? [...person.absences] : null,
    publicationConsentOn: person.publicationConsentOn ?? null,
    departure: departureView(person),
    erasedOn: person.erasedOn ?? null,
    may: [...(has('editPeople') ? ['edit', 'depart'] : []), ...(has('eraseStaff') ? ['erase'] : [])],
    href: `${base}/people/${person._id}`,
  }
}

/** Someone's departure as it is shown. */
export const departureView = ({ departure }: Pick<PersonDoc, 'departure'>): z.output<typeof PersonView>['departure'] =>
  departure ? { ...departure, doneOn: departure.doneOn ?? null } : null

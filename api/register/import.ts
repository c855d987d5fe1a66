import { setImmediate as breathe } from 'node:timers/promises'
import { grouped } from '../../domain/grouped.ts'
import { withContact, withContactEdited, type Contacts } from '../../domain/register/contact.ts'
import { registerStream } from '../../domain/register/register.ts'
import { wordsIn } from '../../domain/register/words.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { Decision, Editing } from '../../store/register/edit.ts'
import { findPartners } from '../../store/register/lists.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import type { KeptText } from '../../store/texts.ts'
import { withoutTexts } from '../command/kept-texts.ts'
import { PartOfImportRow, type ImportRow } from '../contracts/register/import.ts'
import { PartnerCreate } from '../contracts/register/partner.ts'
import { partlyRead, type ReadFile, type ReadRow, type RowFault } from '../imports/table-file.ts'
import { freeAmong } from './free-id.ts'
import { faultsOfRows, type PartnerRead } from './import-faults.ts'
import { partnerDocuments } from './partners.ts'
import type { Scene } from './scene.ts'

/** What a file comes to: edits to write together, or faults, of which one is enough for nothing to be written. */
export interface Import {
  readonly edits: readonly Editing<PartnerDoc>[]
  readonly texts: readonly KeptText[]
  readonly faults: readonly RowFault[]
}
interface Group {
  readonly id: string
  readonly rows: readonly PartnerRead[]
  readonly known: PartnerDoc | undefined
}

const groupsAtOnce = 20

/** Makes edits of rows: those of one partner become one edit, of a partner that is registered or of a new one. */
export async function importOf(read: ReadFile<ImportRow>, scene: Scene): Promise<Import> {
  const groups = groupsOf(partlyRead(read, PartOfImportRow), await findPartners(scene.store, {}))
  const all: Import[] = []
  for (const group of groups) {
    all.push(await editOf(group, scene))
    // A long file keeps nobody else waiting.
    if (all.length % groupsAtOnce === 0) await breathe()
  }
  return {
    edits: all.flatMap(({ edits }) => edits),
    texts: all.flatMap(({ texts }) => texts),
    faults: all.flatMap(({ faults }) => faults),
  }
}

/** Rows speak of one partner when they say the same id, else the same name and country; where those cannot be read, of nobody else. */
function groupsOf(rows: readonly PartnerRead[], partners: readonly PartnerDoc[]): readonly Group[] {
  const groups = grouped(rows, ({ line, said }) => said.id ?? keyOfRow(said) ?? `${line}`)
  const taken = new Set(partners.map(({ _id }) => _id))
  const named = new Map(
    partners
      .toReversed()
      .flatMap((partner) => partner.names.map(({ name }) => [nameKey(name, partner.country), partner] as const)),
  )
  const byId = new Map(partners.map((partner) => [partner._id, partner]))
  return [...groups.values()].map((same) => {
    const [first] = same
    // Exactly the one that was meant, so that the same file again changes nothing; what is only like it is asked about.
    const known =
      first && (first.said.id === undefined ? named.get(keyOfRow(first.said) ?? '') : byId.get(first.said.id))
    const id = known?._id ?? idOf(first?.said ?? {}, taken)
    taken.add(id)
    return { id, rows: same, known }
  })
}

const nameKey = (name: string, country: string): string => `${country} ${wordsIn(name).join(' ')}`

const keyOfRow = ({ name, country }: PartOfImportRow): string | undefined =>
  name === undefined || country === undefined ? undefined : nameKey(name, country)

/** The id of a new partner: the one that is said, else a free one; none where its name or country cannot be read, as it is not begun. */
function idOf({ id, name, country, domains }: PartOfImportRow, taken: ReadonlySet<string>): string {
  if (id !== undefined) return id
  if (name === undefined || country === undefined) return ''
  return freeAmong(taken, partnerDocuments.idFor({ contacts: [], name, country, domains }, ''))
}

async function editOf({ id, rows, known }: Group, scene: Scene): Promise<Import> {
  const { on } = scene
  const faults = await faultsOfRows(rows, { id, known, scene })
  const whole = rows.flatMap(({ line, row }) => (row ? [{ line, row }] : []))
  const [first] = whole
  if (!first || faults.length > 0 || whole.length < rows.length) return { edits: [], texts: [], faults }
  const { begun, texts } = await begunOf(id, { row: first.row, known, scene })
  const decide = (before: PartnerDoc | undefined): Decision<PartnerDoc> => {
    if (before)
      return {
        act: 'Edited',
        change: { ...partnerDocuments.edited(before, first.row, scene), ...withAll(before, { id, rows: whole, on }) },
      }
    return {
      act: 'Added',
      change: { ...begun, ...withAll({ contacts: [], contactsMade: 0 }, { id, rows: whole, on }) },
    }
  }
  return { edits: [{ id, decide }], texts, faults }
}

/** What a new partner begins with, judged as if it were sent alone. */
async function begunOf(
  id: string,
  { row, known, scene }: { row: ImportRow; known: PartnerDoc | undefined; scene: Scene },
): Promise<{ begun: Decision<PartnerDoc>['change']; texts: readonly KeptText[] }> {
  if (known) return { begun: {}, texts: [] }
  const {
    contactEmail: _,
    contactLanguage: __,
    contactName: ___,
    contactRole: ____,
    confirmDuplicate: _____,
    withoutHolidays,
    ...described
  } = row
  const value = {
    ...described,
    contacts: [],
    // Judged with all that is wrong with its rows.
    confirmDuplicate: true as const,
    ...(withoutHolidays && { withoutHolidays: true as const }),
  }
  const { deps, actor } = scene
  const { input, texts } = withoutTexts(PartnerCreate, {
    value,
    stream: registerStream('partner', id),
    author: actor.id,
    secret: deps.secret,
  })
  return { begun: await partnerDocuments.begun(PartnerCreate.parse(input), { scene, id }), texts }
}

/** The contacts of a partner with those of the rows: known by their address, edited where they say something else. */
function withAll(
  before: Contacts,
  { id, rows, on }: { id: string; rows: readonly ReadRow<ImportRow>[]; on: CivilDate },
): Contacts {
  return rows.reduce<Contacts>(
    (made, { row }) => {
      const { contactEmail: email, contactRole: role, contactLanguage: language, contactName: name } = row
      if (email === undefined || role === undefined || language === undefined) return made
      const content = { email, role, language, ...(name !== undefined && { name }) }
      const known = made.contacts.find((one) => one.email.toLowerCase() === email.toLowerCase())
      if (!known) return { ...made, ...withContact(made, content, { id, on }) }
      return { contactsMade: made.contactsMade, ...withContactEdited(made, content, { contact: known.id, on }) }
    },
    { contacts: before.contacts, contactsMade: before.contactsMade },
  )
}

import type { z } from 'zod'
import { withContact } from '../../domain/register/contact.ts'
import { assertReasonWhereUnlisted, targetingOn } from '../../domain/register/country.ts'
import type { Merger } from '../../domain/register/merge.ts'
import { decidedOn, type Decided } from '../../domain/register/decided.ts'
import { nameOn, renamed, type Partner } from '../../domain/register/partner.ts'
import type { Compared } from '../../domain/register/likeness.ts'
import { hasWords, slugOf, wordsIn } from '../../domain/register/words.ts'
import { Refusal, refusalIn } from '../../domain/refusals.ts'
import { isCountry, regionOf } from '../../policy/regions.ts'
import { partnerKind } from '../../store/register/kinds.ts'
import { findPartners } from '../../store/register/lists.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import { PartnerCreate, PartnerPatch, PartnerQuery, PartnerView } from '../contracts/register/partner.ts'
import { contactsView } from './contacts.ts'
import type { Documents } from './documents.ts'
import { duplicatesIn } from './duplicates.ts'
import { placed, placeIn, refusalsOfPlace } from './places.ts'
import { decidedView } from './proposals.ts'
import { partnerTable } from '../exports/tables.ts'
import type { Scene } from './scene.ts'

type View = z.output<typeof PartnerView>
type Query = z.output<typeof PartnerQuery>
type Described = Pick<
  z.output<typeof PartnerPatch>,
  'city' | 'zone' | 'weekend' | 'domains' | 'erasmusCode' | 'pic' | 'schac' | 'networks' | 'relationship'
>

/** Partner institutions. */
export const partnerDocuments: Documents<PartnerDoc, typeof PartnerQuery, typeof PartnerCreate, typeof PartnerPatch> = {
  kind: partnerKind,
  collection: 'partners',
  edits: 'editPartners',
  view: PartnerView,
  table: partnerTable,
  query: PartnerQuery,
  create: PartnerCreate,
  patch: PartnerPatch,
  list: async (query, scene, limit) =>
    (await findPartners(scene.store, query)).filter((partner) => fits(partner, query, scene)).slice(0, limit),
  shown: async (partner, scene) => partnerView(partner, scene),
  // `polito.it` is how people call the Politecnico: the domain before the name.
  idFor: ({ domains, name }) => slugOf(domains?.[0]?.split('.', 1)[0] ?? name, 'partner'),

  begun: async (
    { name, contacts, reason, country, withoutHolidays, confirmDuplicate, id: _, ...body },
    { scene, id },
  ) => {
    const said = { name, country, domains: body.domains, zone: body.zone, reason, withoutHolidays, confirmDuplicate }
    const [refusal] = await refusalsOfNew(said, { scene, id })
    if (refusal) throw refusal
    const place = placeIn(scene.deps.school, { ...body, country, withoutHolidays })
    const started = contacts.reduce(
      (made, contact) => ({ ...made, ...withContact(made, contact, { id, on: scene.on }) }),
      none,
    )
    return {
      names: [{ name }],
      country,
      domains: [],
      networks: [],
      relationship: 'prospect',
      strategic: [],
      complete: [],
      ...started,
      ...changesOf(body),
      ...place,
      ...(reason !== undefined && { unlistedReason: reason }),
    }
  },

  edited: (before, { rename, ...body }, { deps }) => ({
    ...changesOf(body),
    ...((body.zone !== undefined || body.weekend !== undefined) && placeIn(deps.school, placed(before, body))),
    ...(rename && { names: renamed(before, rename) }),
  }),
}

// Whoever has looked at ten knows what they want to know.
const mostNamed = 10

/** What a partner begins with, as far as it is judged by others. */
interface Begun extends Pick<
  z.output<typeof PartnerCreate>,
  'country' | 'domains' | 'zone' | 'reason' | 'withoutHolidays'
> {
  /** Absent where nobody can read it. */
  readonly name?: string | undefined
  readonly confirmDuplicate?: unknown
}

/** Everything for which a partner may not be registered: of a country that is none nothing else. */
export async function refusalsOfNew(
  { name, country, domains = [], zone, reason, withoutHolidays, confirmDuplicate }: Begun,
  { scene, id }: { readonly scene: Scene; readonly id: string },
): Promise<readonly Refusal[]> {
  const { on, deps } = scene
  const { school } = deps
  if (!isCountry(school, country)) return refusalsOfPlace(school, { country })
  const unlisted = refusalIn(() => assertReasonWhereUnlisted(school.targeting, { country, on, reason }))
  const named =
    name === undefined || confirmDuplicate ? [] : await duplicatesOf({ names: [name], country, domains }, { scene, id })
  return [
    ...(unlisted ? [unlisted] : []),
    ...refusalsOfPlace(school, { country, zone, withoutHolidays }),
    ...(named.length > 0 ? [new Refusal('register.likely-duplicate', { partners: named })] : []),
  ]
}

/** The partners that are likely the same institution, by name and id. */
const duplicatesOf = async (one: Compared, { scene, id }: { scene: Scene; id: string }): Promise<readonly string[]> =>
  (await duplicatesIn(scene))(one)
    .filter((other) => other.id !== id)
    .slice(0, mostNamed)
    .map((other) => `${other.name} (${other.id})`)

const none: Pick<Partner, 'contacts' | 'contactsMade'> = { contacts: [], contactsMade: 0 }

/** What is sent and not left out; null takes a value away. */
const changesOf = ({
  city,
  domains,
  erasmusCode,
  pic,
  schac,
  networks,
  relationship,
}: Described): Partial<Partner> => ({
  ...(city !== undefined && { city: city ?? undefined }),
  ...(erasmusCode !== undefined && { erasmusCode: erasmusCode ?? undefined }),
  ...(pic !== undefined && { pic: pic ?? undefined }),
  ...(schac !== undefined && { schac: schac ?? undefined }),
  ...(domains && { domains }),
  ...(networks && { networks }),
  ...(relationship && { relationship }),
})

function fits(partner: PartnerDoc, { q, strategic, complete }: Query, { on }: Scene): boolean {
  const says = (decisions: readonly Decided[], asked: Query['strategic']): boolean =>
    asked === undefined || (decidedOn(decisions, on)?.value ?? false) === (asked === 'true')
  const text = [partner._id, ...partner.names.map(({ name }) => name), partner.city ?? '', ...partner.domains].join(' ')
  return says(partner.strategic, strategic) && says(partner.complete, complete) && (!q || hasWords(text, wordsIn(q)))
}

/** A partner as someone sees it; who its contacts are is for those who write to them. */
async function partnerView(partner: PartnerDoc, scene: Scene): Promise<View> {
  const { on, words, deps, has } = scene
  const { relationships, targets } = words.register
  const targeting = targetingOn(deps.school.targeting, { country: partner.country, on })
  const targeted = targeting.length > 0 ? [...new Set(targeting.map(({ target }) => target))] : (['unlisted'] as const)
  const region = regionOf(deps.school, partner.country)
  return {
    id: partner._id,
    seq: partner.seq,
    name: nameOn(partner, on),
    names: partner.names.map(({ name, fromOn }) => ({ name, fromOn: fromOn ?? null })),
    country: {
      code: partner.country,
      words: words.country(partner.country),
      targeting: targeted.map((code) => ({ code, words: targets[code] })),
    },
    city: partner.city ?? null,
    zone: partner.zone,
    weekend: [...(partner.weekend ?? region.weekend)],
    holidays: { code: region.holidays, words: words.register.holidays[region.holidays] },
    domains: [...partner.domains],
    erasmusCode: partner.erasmusCode ?? null,
    pic: partner.pic ?? null,
    schac: partner.schac ?? null,
    networks: [...partner.networks],
    relationship: { code: partner.relationship, words: relationships[partner.relationship] },
    ...(await decidedView(partner, scene)),
    successor: partner.mergedInto ? mergedView(partner.mergedInto) : null,
    predecessors: (partner.mergedFrom ?? []).map(mergedView),
    contacts: await contactsView(partner, scene),
    may: [
      ...(has('editPartners') ? ['edit', ...contactActs] : []),
      ...(has('decidePartners') ? ['decide', 'merge'] : []),
    ],
    href: `${base}/partners/${partner._id}`,
  }
}
const mergedView = ({ partner, on }: Merger): View['predecessors'][number] => ({
  id: partner,
  on,
  href: `${base}/partners/${partner}`,
})
const contactActs = ['addContact', 'editContact', 'removeContact', 'orderContacts']

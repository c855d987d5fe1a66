import type { Covering } from '../domain/agreement/covers.ts'
import { cycleCommands } from '../domain/cycle/commands.ts'
import type { CycleFacts } from '../domain/cycle/cycle.ts'
import { populationIn, yearBefore } from '../domain/cycle/ids.ts'
import { grouped } from '../domain/grouped.ts'
import { keyOf } from '../domain/id.ts'
import { predecessorsOf } from '../domain/register/merge.ts'
import { isCountry } from '../policy/regions.ts'
import type { Store } from './connect.ts'
import type { RegisterNow } from './register/now.ts'
import type { PartnerDoc } from './register/schemas.ts'
import type { Asked } from './facts.ts'
import { agreementsWith, loadCycle } from './typed.ts'

interface Sources {
  readonly store: Store
  readonly register: RegisterNow
}

/** What an admission cycle must know: the year before, what it admits to, and whom it may invite, with the agreements of those who are to be. */
export async function cycleFacts(
  { commands, ...sources }: Sources & { commands(): Promise<readonly Asked[]> },
  id: string,
): Promise<CycleFacts> {
  const asked = await commands()
  const invitations = asked.flatMap(({ type, input }) =>
    type === 'invite' ? (cycleCommands.invite.input.safeParse(input).data ?? []) : [],
  )
  const invited = invitations.flatMap(({ partners }) => partners.map(({ partner }) => partner))
  const noCountries = countriesNamed(asked).filter((code) => !isKnown(code, sources))
  return { ...(await cycleFactsFor(sources, { id, invited })), noCountries }
}

/** The countries for which a date is moved or set. */
const countriesNamed = (asked: readonly Asked[]): readonly string[] =>
  asked.flatMap(({ type, input }) => {
    if (type === 'moveDeadline') return cycleCommands.moveDeadline.input.safeParse(input).data?.country ?? []
    if (type !== 'setDates') return []
    return cycleCommands.setDates.input.safeParse(input).data?.overrides?.countries.map(({ country }) => country) ?? []
  })

/** The policy may know a country that nobody else does: then its partners are registered. */
const isKnown = (code: string, { register: { partners } }: Pick<Sources, 'register'>): boolean =>
  partners.some(({ country }) => country === code) || isCountry({ countries: [] }, code)

/** The same, with the agreements of some partners, or of all of them. */
export async function cycleFactsFor(
  { store, register }: Sources,
  { id, invited }: { readonly id: string; readonly invited?: readonly string[] },
): Promise<CycleFacts> {
  const partnerOf = (one: string): PartnerDoc | undefined => register.partners.find(({ _id }) => _id === one)
  const concerned = invited?.flatMap((one) => [one, ...predecessorsOf(one, partnerOf)])
  const [before, agreements] = await Promise.all([
    loadCycle(store, yearBefore(id)),
    concerned?.length === 0 ? [] : agreementsWith(store, concerned),
  ])
  const [coverings, awaiting] = [coveringsIn(agreements), awaitingIn(agreements)]
  const { dates, overrides, cancelledAt } = before?.state ?? {}
  const population = populationIn(id)
  const watched = new Map(register.countries.map(({ _id, watch }) => [_id, watch?.suspendedUntil]))
  return {
    programmes: register.programmes.flatMap(({ _id, kind, semesters }) =>
      kind === population ? [{ id: _id, semesters }] : [],
    ),
    partners: Object.fromEntries(
      register.partners.map((partner) => [
        partner._id,
        {
          country: partner.country,
          reachable: isReachable(partner, register),
          agreements: coverings.get(partner._id) ?? [],
          ...(awaiting.has(partner._id) && { awaiting: awaiting.get(partner._id) }),
          ...(partner.relationship === 'ended' && { ended: true }),
          ...(watched.get(partner.country) && { suspendedUntil: watched.get(partner.country) }),
          ...(partner.mergedInto && { mergedInto: partner.mergedInto }),
        },
      ]),
    ),
    ...(before &&
      dates &&
      overrides &&
      cancelledAt === undefined && { lastYear: { cycle: keyOf(before.id), dates, overrides } }),
  }
}

/** R10: whether someone at a partner can be written to, as far as anyone knows. */
export const isReachable = ({ contacts }: PartnerDoc, { unreachable }: RegisterNow): boolean =>
  contacts.some(({ id, reachable }) => reachable && !unreachable.has(id))

/** The agreements with each of some partners, or with all of them, by the partner's id. */
export async function coveringsOf(
  store: Store,
  partners?: readonly string[],
): Promise<ReadonlyMap<string, readonly Covering[]>> {
  if (partners?.length === 0) return new Map()
  return coveringsIn(await agreementsWith(store, partners))
}

type Agreements = Awaited<ReturnType<typeof agreementsWith>>

const coveringsIn = (agreements: Agreements): ReadonlyMap<string, readonly Covering[]> =>
  byPartner(agreements.flatMap(({ state }) => state.partners.map((partner) => ({ partner, state }))))

/** Those that await a transfer, by the successor's id (ADR 21). */
const awaitingIn = (agreements: Agreements): ReadonlyMap<string, readonly Covering[]> =>
  byPartner(
    agreements.flatMap(({ state }) =>
      Object.values(state.transfers ?? {}).map(({ into: partner }) => ({ partner, state })),
    ),
  )

const byPartner = (
  all: readonly { readonly partner: string; readonly state: Covering }[],
): ReadonlyMap<string, readonly Covering[]> =>
  new Map([...grouped(all, ({ partner }) => partner)].map(([partner, own]) => [partner, own.map(({ state }) => state)]))

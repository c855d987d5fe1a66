import { closesForCountry, forProgrammes, ofCountry, type Closes, type Overrides } from '../../cycle/overrides.ts'
import type { CycleDates } from '../../cycle/dates.ts'
import type { Moment } from '../../moment.ts'
import { workingDayFrom, type CivilDate } from '../../time.ts'
import type { Dossier, DossierFacts } from '../dossier.ts'

/** What a cycle states of the close of its dossiers: for everyone, for programmes, and for countries. */
export interface Stated {
  readonly dossiersCloseOn: CivilDate
  readonly programmes: readonly { readonly programme: string; readonly dossiersCloseOn: CivilDate }[]
  readonly countries: readonly { readonly country: string; readonly dossiersCloseOn: CivilDate }[]
}
type Of = Pick<Dossier, 'partner' | 'wishes'>
type Knowing = { readonly facts: Pick<DossierFacts, 'countries'> } & Pick<Moment, 'calendar'>

/** What the dates of a cycle say of the close of its dossiers. */
export const statedBy = ({
  dates: { dossiersCloseOn },
  overrides,
}: {
  readonly dates: CycleDates
  readonly overrides: Overrides
}): Stated => ({
  dossiersCloseOn,
  programmes: overrides.programmes.flatMap(({ programme, dates: own }) =>
    own.dossiersCloseOn ? [{ programme, dossiersCloseOn: own.dossiersCloseOn }] : [],
  ),
  countries: overrides.countries.flatMap(({ country, dates: own }) =>
    own.dossiersCloseOn ? [{ country, dossiersCloseOn: own.dossiersCloseOn }] : [],
  ),
})

/** R5: the days that a cycle states for a dossier: its own for what is wished, and that of its partner's country. */
export function closesBy(stated: Stated, { partner, wishes }: Of, { facts, calendar }: Knowing): Closes {
  const { dates, overrides } = asDates(stated)
  const country = Object.hasOwn(facts.countries, partner) ? facts.countries[partner] : undefined
  const own = country === undefined ? undefined : ofCountry('dossiersCloseOn', overrides, country)
  const cycle = forProgrammes('dossiersCloseOn', { dates, overrides, programmes: wishes }, calendar)
  return { cycle, ...(own && { country: own }) }
}

/** R5: the day of a participation counts beside them where it is later than what its cycle states for everyone of its country. */
export function participationDay(
  closesOn: CivilDate,
  { stated, partner }: { readonly stated: Stated } & Pick<Of, 'partner'>,
  { facts, calendar }: Knowing,
): CivilDate | undefined {
  const country = (Object.hasOwn(facts.countries, partner) ? facts.countries[partner] : undefined) ?? ''
  const general = closesForCountry('dossiersCloseOn', { ...asDates(stated), country }, calendar)
  return workingDayFrom(closesOn, calendar) > workingDayFrom(general, calendar) ? closesOn : undefined
}

const asDates = ({
  dossiersCloseOn,
  programmes,
  countries,
}: Stated): { readonly dates: { readonly dossiersCloseOn: CivilDate }; readonly overrides: Overrides } => ({
  dates: { dossiersCloseOn },
  overrides: {
    programmes: programmes.map(({ programme, ...dates }) => ({ programme, dates })),
    countries: countries.map(({ country, ...dates }) => ({ country, dates })),
  },
})

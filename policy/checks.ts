import { readerKinds } from '../domain/policy.ts'
import type { PolicyDefect } from './files.ts'
import { labelDefects } from './checks-labels.ts'
import { statementDefects } from './checks-statements.ts'
import { libraryDefects } from './holidays.ts'
import { ids, repetitions } from './repeated.ts'
import type { SoundFiles } from './schema.ts'

/** What no single file can tell: names that nobody defines, and ids given twice. A file that is not sound is left out. */
export function crossDefects(files: SoundFiles): PolicyDefect[] {
  return [
    ...schoolDefects(files),
    ...sourceDefects(files),
    ...targetingDefects(files),
    ...holidayFileDefects(files),
    ...mandateDefects(files),
    ...delegateDefects(files),
    ...partnerDefects(files),
    ...labelDefects(files),
    ...cadenceDefects(files),
    ...statementDefects(files),
    ...repeatedDefects(files),
  ]
}

const noCountry = (code: string): string => `no country ${code} in countries.yaml`

function schoolDefects({ 'school.yaml': school, 'countries.yaml': world }: SoundFiles): PolicyDefect[] {
  if (!school || !world) return []
  const file = 'school.yaml'
  const country = world.countries[school.country]
  if (!country) return [{ file, path: 'country', reason: noCountry(school.country) }]
  if (country.timeZones.includes(school.zone)) return []
  return [{ file, path: 'zone', reason: `${school.zone} is no time zone of ${school.country}` }]
}

/** R4: a country without holiday data is refused here, not discovered by a mail on its national day. */
function sourceDefects({ 'countries.yaml': world, holidays }: SoundFiles): PolicyDefect[] {
  const file = 'countries.yaml'
  return Object.entries(world?.countries ?? {}).flatMap(([code, { holidays: source }]) => {
    const path = `countries.${code}.holidays`
    if (source.source === 'own')
      return !holidays || code in holidays ? [] : [{ file, path, reason: `no file holidays/${code}.yaml` }]
    return libraryDefects(code, source).map((defect) => ({ file, path: path + defect.path, reason: defect.reason }))
  })
}

/** R4: a reader whose working days are none of those of the cadence would never hear anything. */
function cadenceDefects({
  'sending.yaml': sending,
  'countries.yaml': world,
  'school.yaml': school,
}: SoundFiles): PolicyDefect[] {
  if (!sending || !world || !school) return []
  return readerKinds.flatMap((reader) => {
    const cadence = sending.cadence[reader]
    if (cadence === 'everyWorkingDay') return []
    return Object.entries(world.countries).flatMap(([code, { weekend }]) => {
      if (reader === 'school' && code !== school.country) return []
      if (cadence.some((day) => !weekend.includes(day))) return []
      const reason = `none of these days is a working day in ${code}`
      return [{ file: 'sending.yaml', path: `cadence.${reader}`, reason }]
    })
  })
}

function targetingDefects({ 'countries.yaml': world }: SoundFiles): PolicyDefect[] {
  if (!world) return []
  const { targeting, channels, interviewMissions } = world
  return Object.entries({ targeting, channels, interviewMissions }).flatMap(([list, lines]) =>
    lines.flatMap(({ countries = [] }, index) =>
      countries.flatMap((code, place) =>
        code in world.countries
          ? []
          : [{ file: 'countries.yaml', path: `${list}.${index}.countries.${place}`, reason: noCountry(code) }],
      ),
    ),
  )
}

function holidayFileDefects({ 'countries.yaml': world, holidays }: SoundFiles): PolicyDefect[] {
  return Object.entries(holidays ?? {}).flatMap(([code, { country }]) => {
    const [file, path] = [`holidays/${code}.yaml`, 'country']
    if (country !== code) return [{ file, path, reason: `the file is named for ${code} and speaks of ${country}` }]
    if (!world || world.countries[code]?.holidays.source === 'own') return []
    return [{ file, path, reason: `nobody reads it: countries.yaml does not say "source: own" for ${code}` }]
  })
}

function mandateDefects({ 'people.yaml': file, 'centres.yaml': known }: SoundFiles): PolicyDefect[] {
  if (!file || !known) return []
  return file.people.flatMap(({ mandates }, index) =>
    mandates.flatMap(({ centre }, place) => {
      if (centre === undefined || known.centres.some(({ id }) => id === centre)) return []
      const path = `people.${index}.mandates.${place}.centre`
      return [{ file: 'people.yaml', path, reason: `no research centre ${centre} in centres.yaml` }]
    }),
  )
}

function delegateDefects({ 'people.yaml': file }: SoundFiles): PolicyDefect[] {
  const people = file?.people ?? []
  return people.flatMap(({ id, absences }, index) =>
    absences.flatMap(({ delegate }, place) => {
      if (delegate === undefined || people.some((other) => other.id === delegate && other.id !== id)) return []
      const path = `people.${index}.absences.${place}.delegate`
      return [{ file: 'people.yaml', path, reason: `${delegate} is nobody else in people.yaml` }]
    }),
  )
}

function partnerDefects({ 'partners.yaml': known, 'countries.yaml': world }: SoundFiles): PolicyDefect[] {
  if (!known || !world) return []
  const file = 'partners.yaml'
  return known.partners.flatMap(({ country: code, zone }, index) => {
    const country = world.countries[code]
    if (!country) return [{ file, path: `partners.${index}.country`, reason: noCountry(code) }]
    if (zone === undefined || country.timeZones.includes(zone)) return []
    return [{ file, path: `partners.${index}.zone`, reason: `${zone} is no time zone of ${code}` }]
  })
}

function repeatedDefects(files: SoundFiles): PolicyDefect[] {
  const people = files['people.yaml']?.people ?? []
  return [
    ...repetitions({ file: 'centres.yaml', list: 'centres', field: 'id' }, ids(files['centres.yaml']?.centres)),
    ...repetitions({ file: 'people.yaml', list: 'people', field: 'id' }, ids(people)),
    ...repetitions(
      { file: 'people.yaml', list: 'people', field: 'email' },
      people.map(({ email }) => email.toLowerCase()),
    ),
    ...repetitions({ file: 'partners.yaml', list: 'partners', field: 'id' }, ids(files['partners.yaml']?.partners)),
  ]
}

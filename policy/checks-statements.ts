import type { PolicyDefect } from './files.ts'
import { ids, repetitions } from './repeated.ts'
import { shapes, type SoundFiles } from './schema.ts'
import { statementIds } from './schema-scalars.ts'

/** Statements that are missing or stand twice, and policy data that one of them names and nobody finds. */
export function statementDefects(files: SoundFiles): PolicyDefect[] {
  const known = files['statements.yaml']
  const axes = files['axes.yaml']?.axes
  const file = 'statements.yaml'
  return [
    ...(known ? missing(ids(known.statements)) : []),
    ...repetitions({ file, list: 'statements', field: 'id' }, ids(known?.statements)),
    ...repetitions({ file, list: 'claims', field: 'id' }, ids(known?.claims)),
    ...repetitions({ file: 'axes.yaml', list: 'axes', field: 'id' }, ids(axes)),
    ...repetitions({ file: 'countries.yaml', list: 'criteria', field: 'id' }, ids(files['countries.yaml']?.criteria)),
    ...carrierDefects(files),
  ]
}

const missing = (given: readonly string[]): PolicyDefect[] =>
  statementIds
    .filter((id) => !given.includes(id))
    .map((id) => ({ file: 'statements.yaml', path: 'statements', reason: `${id} is missing` }))

/** A file that is not sound is judged elsewhere. */
function carrierDefects(files: SoundFiles): PolicyDefect[] {
  const sound = new Map<string, unknown>(Object.entries(files))
  return (files['statements.yaml']?.statements ?? []).flatMap(({ implementedBy }, index) =>
    implementedBy.flatMap((carrier, place) => {
      if (!('policy' in carrier)) return []
      const { policy: name, path } = carrier
      const at = { file: 'statements.yaml', path: `statements.${index}.implementedBy.${place}` }
      if (!sound.has(name)) return name in shapes ? [] : [{ ...at, reason: `no file ${name} in the policy` }]
      return leads(sound.get(name), path.split('.')) ? [] : [{ ...at, reason: `nothing at ${path} in ${name}` }]
    }),
  )
}

/** Whether a path ends at something: a step names a field, or the item of a list with that id. */
function leads(from: unknown, [step, ...more]: readonly string[]): boolean {
  if (step === undefined) return true
  if (typeof from !== 'object' || from === null) return false
  const fields = new Map<string, unknown>(
    Array.isArray(from)
      ? from.flatMap((item: unknown) => (hasId(item) ? [[item.id, item] as const] : []))
      : Object.entries(from),
  )
  return fields.has(step) && leads(fields.get(step), more)
}

const hasId = (item: unknown): item is { readonly id: string } =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'

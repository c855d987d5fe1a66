import type { PolicyDefect } from './files.ts'
import { ids, repetitions } from './repeated.ts'
import type { SoundFiles } from './schema.ts'

/** Programmes, labels and rankings given twice, and labels that cover programmes nobody defines. */
export function labelDefects({ 'programmes.yaml': taught, 'labels.yaml': known }: SoundFiles): PolicyDefect[] {
  const file = 'labels.yaml'
  return [
    ...repetitions({ file: 'programmes.yaml', list: 'programmes', field: 'id' }, ids(taught?.programmes)),
    ...repetitions({ file, list: 'labels', field: 'id' }, ids(known?.labels)),
    ...repetitions({ file, list: 'rankings', field: 'id' }, ids(known?.rankings)),
    ...(known?.labels ?? []).flatMap(({ criteria }, index) =>
      repetitions({ file, list: `labels.${index}.criteria`, field: 'id' }, ids(criteria)),
    ),
    ...scopeDefects({ 'programmes.yaml': taught, 'labels.yaml': known }),
  ]
}

function scopeDefects({ 'programmes.yaml': taught, 'labels.yaml': known }: SoundFiles): PolicyDefect[] {
  if (!taught) return []
  return (known?.labels ?? []).flatMap(({ programmes = [] }, index) =>
    programmes.flatMap((id, place) => {
      if (taught.programmes.some((programme) => programme.id === id)) return []
      const path = `labels.${index}.programmes.${place}`
      return [{ file: 'labels.yaml', path, reason: `no programme ${id} in programmes.yaml` }]
    }),
  )
}

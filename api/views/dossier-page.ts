import type { z } from 'zod'
import type { Only } from '../../store/file-pages.ts'
import { dossierLines } from '../../store/lines.ts'
import type { DossierPage, DossiersQuery } from '../contracts/dossier.ts'
import { dossierLine } from './dossier.ts'
import { page, seenBy } from './lists.ts'
import { programmesIn } from './programmes.ts'
import type { Viewing } from './viewing.ts'

/** What the state of a dossier has to say, of what was asked for. */
export const narrowedTo = ({ cycle, status, partner, programme }: Partial<z.output<typeof DossiersQuery>>): Only =>
  Object.fromEntries(
    Object.entries({ cycle, status, partner, wishes: programme }).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value]],
    ),
  )

/** The dossiers that concern someone, and say that much; by register number. */
export function dossierPage(
  { after, only }: { readonly after: string | undefined; readonly only: Only },
  viewing: Viewing,
): Promise<z.output<typeof DossierPage>> {
  const seeing = { ...viewing, programmes: programmesIn(viewing.register) }
  return page({ read: dossierLines(viewing), after, only, ...seenBy(viewing) }, (line) => dossierLine(line, seeing))
}

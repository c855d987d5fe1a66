import type { Request } from 'express'
import { sha256 } from '../../../store/chain.ts'
import type { ProgrammeDoc } from '../../../store/register/schemas.ts'
import type { NominationRow } from '../../contracts/nominations-file.ts'
import type { Deps } from '../../deps.ts'
import type { ReadFile } from '../../imports/table-file.ts'
import { givenByPartner } from '../../nominations-file/given.ts'
import { importedNominations, type Imported } from '../../nominations-file/import.ts'
import { visitorSceneOf } from '../../register/scene.ts'
import { wordsFor } from '../language.ts'
import type { OpenReading } from './opening.ts'

/** What is nominated, and the last entry of the file that whoever sends it has read. */
interface Nominating {
  readonly req: Request
  readonly reading: OpenReading
  readonly read: ReadFile<NominationRow>
  readonly programmes: readonly ProgrammeDoc[]
  readonly seq: string
}

/**
 * Nominates what a partner's contact sends, by its own word, all of it or nothing, and once however often one page sends it; `dry`, it says what
 * that would do. Throws `import-refused`.
 */
export function nominate(
  deps: Deps,
  { req, reading, read, programmes, seq, dry }: Nominating & { readonly dry: boolean },
): Promise<Imported> {
  const { link, actor, register, file } = reading
  const words = wordsFor(req)
  const scene = { ...visitorSceneOf(deps, { caller: { actor, register }, language: words.language, req }), words }
  const key = sha256(JSON.stringify(['partner', link.file, link.party, { nominations: read.rows, seq }]))
  return importedNominations(scene, { file, read, programmes, recognise: givenByPartner, dry, key })
}

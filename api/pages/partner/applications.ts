import type { Actor } from '../../../domain/actor.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import { keyOf } from '../../../domain/id.ts'
import { dossierOfNomination } from '../../../store/nomination-dossier.ts'
import { pageOfDossiers } from '../../../store/typed.ts'
import type { Deps } from '../../deps.ts'
import { contactActorIn } from '../../session/actor.ts'
import type { DossierFile } from '../../views/dossier.ts'
import { mayInFile } from '../../views/may.ts'
import type { Reading } from './reading.ts'

/** The application that a nomination began. */
export interface Application {
  readonly file: DossierFile
  readonly mayWithdraw: boolean
}
type Holder = Pick<Reading, 'link' | 'file' | 'register'>

/** Whoever holds the link of a participation, in one of the dossiers that it began: for them there is no other. */
export const actorIn = (
  { now, rules }: Pick<Deps, 'now' | 'rules'>,
  { link, register, application }: Pick<Holder, 'link' | 'register'> & { readonly application: Application['file'] },
): Actor => contactActorIn(register, link.party, { file: application.id, now: now(), rules })

/** The applications of those whom a partner nominated in this cycle, by nomination. */
export async function applicationsOf(deps: Deps, holder: Holder): Promise<ReadonlyMap<string, Application>> {
  const { file, link, register } = holder
  const files = await pageOfDossiers(deps.store, {
    parties: [`partner:${file.state.partner}`],
    // What was nominated and withdrawn before has dossiers as well.
    limit: 2 * deps.rules.policy.standingNominations,
    only: { participation: keyOf(file.id) },
  })
  return new Map(files.map((one) => [one.state.nomination, applicationIn(deps, { link, register, file: one })]))
}

/** The application of one nomination; nothing where none was begun. */
export async function applicationOf(
  deps: Deps,
  { file: { id: participation }, link, register }: Holder,
  nomination: string,
): Promise<Application | undefined> {
  const file = await dossierOfNomination(deps.store, { participation, nomination })
  return file && applicationIn(deps, { link, register, file })
}

function applicationIn(
  deps: Deps,
  { file, ...holder }: Pick<Holder, 'link' | 'register'> & { readonly file: Application['file'] },
): Application {
  const actor = actorIn(deps, { ...holder, application: file })
  return { file, mayWithdraw: mayInFile(dossier, { file, actor }).includes('withdraw') }
}

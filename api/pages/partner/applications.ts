import type { Actor } from '../../../domain/actor.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import { keyOf } from '../../../domain/id.ts'
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
  return new Map(
    files.map((one) => {
      const actor = actorIn(deps, { link, register, application: one })
      return [
        one.state.nomination,
        { file: one, mayWithdraw: mayInFile(dossier, { file: one, actor }).includes('withdraw') },
      ]
    }),
  )
}

import type { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { ascending } from '../../domain/ascending.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf } from '../../domain/processes.ts'
import type { Subject } from '../../domain/subject.ts'
import { ladderKinds, type Wait } from '../../domain/wait.ts'
import { awaitedFrom } from '../../store/agenda.ts'
import { hrefOf } from '../address.ts'
import type { Agenda } from '../contracts/agenda.ts'
import { leavingView } from '../register/departures.ts'
import { toEraseView } from '../register/keeping.ts'
import { partiesMeet, partiesOf } from '../session/access.ts'
import { mayAbout, mayInFile } from './may.ts'
import { headed, readSubjects } from './subjects.ts'
import type { Viewing } from './viewing.ts'
import { waitLine } from './waits.ts'

type Item = z.output<typeof Agenda>['items'][number]
const most = 200

/** What open processes wait for from someone, the earliest first; nothing of what they are barred from doing. */
export async function agendaOf(viewing: Viewing): Promise<z.output<typeof Agenda>> {
  const awaited = await awaitedFrom(viewing.store, { parties: partiesOf(viewing.actor), limit: most })
  const ids = [...new Set(awaited.map(({ id }) => id))]
  const subjectOf = await readSubjects(viewing.store, ids)
  const items = ids.flatMap((id) => itemsOf(subjectOf(id), viewing))
  return {
    items: items.sort(ascending(orderOf)),
    leaving: await leavingView(viewing),
    toErase: await toEraseView(viewing),
  }
}

const orderOf = ({ passesAt, subject, about }: Item): string => `${passesAt} ${subject} ${about}`

function itemsOf(subject: Subject, viewing: Viewing): Item[] {
  const { file } = subject
  if (!file) return []
  return processOf(file.id)
    .waits(file, viewing)
    .flatMap((wait) => {
      const may = mayOn(wait, { file, actor: viewing.actor })
      const kind = ladderKinds.find((one) => one === wait.kind)
      if (!kind || may.length === 0) return []
      return [
        {
          ...waitLine(wait, viewing),
          subject: file.id,
          ...headed({ kind, about: wait.about }, { subject, viewing, reader: 'school' }),
          may,
          href: hrefOf(file.id),
        },
      ]
    })
}

/** What someone may do about a wait that is theirs; nothing where it waits for others. */
function mayOn({ from, about }: Wait, { file, actor }: { file: Stored; actor: Actor }): string[] {
  const process = processOf(file.id)
  const awaited = from ? (process.cast(file, about)[from] ?? []) : []
  if (!partiesMeet(actor, awaited)) return []
  const onIt = mayAbout(process, { file, actor, about })
  return onIt.length > 0 ? onIt : mayInFile(process, { file, actor })
}

import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { entriesOf } from '../stage.ts'

/** The mails a contact of a partner was sent: `2027-04-27 01:30 partnerOpinion`, in UTC. */
export const digestsOf = (stage: Rehearsal, contact: string): string[] =>
  entriesOf(stage, `correspondence/${contact}`).flatMap(({ at, type, data }) =>
    type === 'digested' && 'notices' in data && Array.isArray(data.notices)
      ? [`${at.slice(0, 16).replace('T', ' ')} ${data.notices.map(({ kind }: { kind: string }) => kind).join(', ')}`]
      : [],
  )

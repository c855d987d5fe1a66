import { audienceOf, audienceUp, type PartIn } from './audience.ts'
import type { Casting } from './casting.ts'
import { subjectIn } from './id.ts'
import { dated, movedFrom, notify, takeBack } from './notify.ts'
import type { Announcement, Context, Definition, EventOf, IdOf, Name, Shape, Stored, Tell } from './process.ts'
import { subjectOf, type Wait } from './wait.ts'

/** Who hears of an event, the wait it belongs to, and what they are sent; nobody where nobody could hear of that wait. */
export interface Announced {
  readonly to: readonly string[]
  readonly subject?: string | undefined
  readonly notices: readonly Tell[]
}
type Announcing<X extends Shape> = Pick<Definition<X>, 'announces' | 'waits'> &
  Pick<Casting<Stored<X['state'], IdOf<X>>>, 'partIn'>

/** The notices an event sends to people, each with the wait it belongs to. Whoever acted is not told of their own act. */
export const announcingOf = <X extends Shape>({ announces, waits, partIn }: Announcing<X>) => {
  type File = Stored<X['state'], IdOf<X>>
  const announcements = <E extends Name<X['events']>>(
    { type, data }: EventOf<X, E>,
    file: File,
    context: Context,
  ): readonly Announcement[] => announces[type]?.(data, file.state, context) ?? []

  const waitOf = ({ state }: File, subject: string | undefined, context: Context): Wait | undefined =>
    subject === undefined ? undefined : waits(state, context).find((one) => subjectOf(one) === subject)

  return (event: EventOf<X>, { before, file }: { before: File; file: File }, context: Context): readonly Announced[] =>
    announcements(event, file, context).flatMap(
      (
        { part, person, kind, about, waitsFor, ifTold, unlessTold, untilOn, wasOn, reason, opinion, takenBack },
        index,
      ) => {
        const wait = waitOf(file, waitsFor, context)
        const stood = wait && waitOf(before, waitsFor, context)
        const partOf = (one: string): PartIn => partIn(file, one, about)
        const { to: all, none } = wait
          ? audienceUp(part, { wait, partIn: partOf, context })
          : audienceOf(person === undefined ? partOf(part) : { parties: [`person:${person}`], barred: [] }, context)
        const to = all.filter((one) => `person:${one}` !== context.actor.id)
        if (to.length === 0 && !none) return []
        const subject = subjectIn(file.id, waitsFor ?? about)
        if (takenBack) return [{ to, notices: to.map((one) => takeBack(one, { subject, reason: 'settled' })) }]
        const notices = to.map((one) =>
          notify(one, {
            key: `${file.id}#${file.seq}.${index}`,
            subject,
            about,
            kind,
            ...(ifTold !== undefined && { ifTold: subjectIn(file.id, ifTold) }),
            ...(unlessTold !== undefined && { unlessTold: subjectIn(file.id, unlessTold) }),
            ...(reason && { reason }),
            ...(opinion && { opinion }),
            ...(wait ? dated(wait, context) : untilOn && { untilOn, ...(wasOn && { wasOn }) }),
            ...(wait && stood && movedFrom(stood, wait, context)),
          }),
        )
        return [{ to, subject: wait && waitsFor, notices }]
      },
    )
}

import { expect } from 'chai'
import { clock } from '../../domain/actor.ts'
import { fileIn } from '../../domain/id.ts'
import { typeOf, processOf } from '../../domain/processes.ts'
import type { Context, Process, Stored } from '../../domain/process.ts'
import type { Happened, Rehearsal, World } from '../../domain/rehearsal.ts'
import { holdersOf, type Party } from '../../domain/roster.ts'
import { dayOf, instant, type Instant } from '../../domain/time.ts'
import { subjectOf, subjectOfKey } from '../../domain/wait.ts'
import { entriesOf } from './stage.ts'

const never = instant('9000-01-01T00:00:00Z')

/** What holds for every process after any rehearsal; a new process is checked by rehearsing it once. */
export async function assertLaws(stage: Rehearsal, world: World): Promise<void> {
  for (const id of new Set(stage.ledger.map((entry) => entry.id))) {
    const [process, file, entries] = [processOf(id), await stage.file(id), entriesOf(stage, id)]
    expect(process.fold(id, entries), `${id} is the fold of its ledger`).to.deep.equal(file)
    expect(JSON.parse(JSON.stringify(file)), `${id} survives JSON`).to.deep.equal(
      JSON.parse(JSON.stringify(process.fold(id, JSON.parse(JSON.stringify(entries))))),
    )
    expect(
      entries.map(({ seq }) => seq),
      `${id}: one number per entry`,
    ).to.deep.equal(entries.map((_, index) => index + 1))
    expect(file.seq, `${id}: as many numbers as entries`).to.equal(entries.length)
    const moments = entries.map(({ at }) => at)
    expect(moments, `${id}: moments never go back`).to.deep.equal(moments.toSorted())
    assertWaits(process, file, world)
    await assertMet(process, file, world)
  }
  assertHeard(stage, world)
}

/** Every wait has someone or the clock, and nothing is remembered of a wait that is over. */
function assertWaits(process: Process, file: Stored, world: World): void {
  const waits = process.waits(file, world)
  for (const wait of waits) {
    const someone = wait.from === undefined ? [] : (process.cast(file, wait.about)[wait.from] ?? [])
    expect(
      someone.length > 0 || wait.then !== undefined,
      `${file.id}: ${subjectOf(wait)} has someone or the clock`,
    ).to.equal(true)
  }
  const open = waits.map(subjectOf)
  expect(new Set(open).size, `${file.id}: one wait per subject`).to.equal(open.length)
  const remembered = [
    ...Object.keys(file.heard),
    ...[...Object.keys(file.climbed), ...Object.keys(file.parked)].map(subjectOfKey),
  ]
  for (const subject of remembered) expect(open, `${file.id} remembers ${subject}, which is over`).to.include(subject)
  if (process.ended(file, world))
    expect(process.due(file, world), `${file.id} has ended and waits for nothing`).to.deep.equal([])
}

/** What was met is no longer due, whichever is met first. */
async function assertMet(process: Process, file: Stored, world: World): Promise<void> {
  const due = process.due(file, world)
  for (const { key, at } of due.slice(0, 40)) {
    const others = due.filter((one) => one.key !== key).map((one) => [one.key, { tries: 1, until: never }])
    const now: Instant = file.at !== null && file.at > at ? file.at : at
    const context: Context = {
      ...world,
      calendarOf: (place) => world.calendarOf(place),
      hash: (text) => world.hash(text),
      now,
      takenAt: now,
      actor: clock,
      facts: await world.facts(file.id),
    }
    const step = process.meet({ ...file, parked: Object.fromEntries(others) }, context)
    expect(step, `${file.id}: ${key} can be met`).to.not.equal(undefined)
    expect(
      step!.due.map((one) => one.key),
      `${file.id}: what was met is no longer due`,
    ).to.not.include(key)
    expect(step!.events.length, `${file.id}: what was met is written`).to.be.above(0)
  }
}

/** Nothing is told to who was not in the cast: whoever receives a notice of a process answers for one of its parties that day. */
function assertHeard(stage: Rehearsal, { roster, calendar }: World): void {
  const senders = new Map<string, (moment: Instant) => readonly Party[]>()
  for (const { id, at, type, data } of stage.ledger) {
    if (typeOf(id) !== 'correspondence' || type !== 'received' || !('subject' in data)) continue
    const sender = fileIn(String(data.subject))
    const partiesAt = senders.get(sender) ?? partiesOver(sender, entriesOf(stage, sender))
    senders.set(sender, partiesAt)
    const heard = partiesAt(at).some((party) =>
      holdersOf(party, roster, dayOf(at, calendar)).some((holder) => id === `correspondence/${holder.id}`),
    )
    expect(heard, `${id} was told of ${String(data.subject)} and is in its cast`).to.equal(true)
  }
}
/** The parties of a file at a moment: before and after what happened then. It is folded once, entry by entry. */
function partiesOver(id: string, entries: readonly Happened[]): (moment: Instant) => readonly Party[] {
  const process = processOf(id)
  const files = [process.open(id)]
  for (const entry of entries) files.push(process.after(files.at(-1)!, [entry]))
  const known = new Map<number, readonly Party[]>()
  const partiesAfter = (count: number): readonly Party[] => {
    const parties = known.get(count) ?? process.parties(files[count]!)
    known.set(count, parties)
    return parties
  }
  return (moment) => {
    const before = entries.filter(({ at }) => at < moment).length
    const then = entries.filter(({ at }) => at <= moment).length
    return [...partiesAfter(before), ...partiesAfter(then)]
  }
}

/** Why a server or the product cannot start: one line a person can act upon, shown without a stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

const fullDisk = /No space left on device|ENOSPC|disk is full/i

/** True for the words that MongoDB, Temporal and Node use when a disk is full. */
export function tellsFullDisk(text: string): boolean {
  return fullDisk.test(text)
}

/** True for what is printed, or not, in the place of a program that cannot be run at all. */
export function tellsBrokenProgram(text: string): boolean {
  return text.trim() === '' || /error while loading shared libraries|failed to execute|cannot execute/i.test(text)
}

/** The one line for a full disk. */
export function diskIsFull(folder: string): CannotStart {
  return new CannotStart(
    `The disk that holds ${folder} is full. Make room there, or set LONGITUDE_HOME to a folder elsewhere.`,
  )
}

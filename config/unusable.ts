/** A setting that cannot be used; the message names every variable concerned, one per line. */
export class UnusableEnvironment extends Error {
  override readonly name = 'UnusableEnvironment'
}

/** How we were asked to end. */
export type Asked = 'graceful' | 'quick'

/** npm passes Ctrl-C on to us, who had it from the terminal already: two within this time are one. */
const sameAskMs = 500
const watchParentMs = 250

/**
 * Tells of every way this process is asked to end: Ctrl-C (a second one means quick), TERM, HUP, and a killed npm, which only its
 * missing parent shows. Answers a function that stops listening.
 */
export function onAskedToEnd(end: (asked: Asked, why: string) => void): () => void {
  let askedAt: number | undefined
  const ask = (why: string) => {
    if (askedAt !== undefined && Date.now() - askedAt < sameAskMs) return
    const asked = askedAt === undefined ? 'graceful' : 'quick'
    askedAt = Date.now()
    end(asked, why)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, ask)
  const watch = watchParent(() => ask('npm is gone'))
  // A closed terminal must not end us by a failed write, before the servers are ended.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, ask)
  }
}

/** Only below npm: whoever runs the file by itself may well leave it alone. */
function watchParent(gone: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    gone()
  }, watchParentMs)
  return watch.unref()
}

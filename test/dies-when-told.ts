import { writeSync } from 'node:fs'

/** What a process of a test is told to end at: the first time it passes that point after it was told. */
export function diesWhenTold(): (point: string) => void {
  let dieAt: string | undefined
  process.on('message', (message: { dieAt?: string }) => {
    if (message.dieAt === undefined) return
    dieAt = message.dieAt
    process.send?.({ armed: true })
  })
  process.on('disconnect', () => process.exit())
  return (point) => {
    if (point !== dieAt) return
    writeSync(1, `SIGKILL pid ${process.pid} at ${point}\n`)
    process.kill(process.pid, 'SIGKILL')
    for (;;); // nothing of this process happens after the point
  }
}

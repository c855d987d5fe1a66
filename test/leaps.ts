/** How many milliseconds a process of a test lives ahead of every clock: as it began, until it is told otherwise. */
export function leaps(beganMs = 0): () => number {
  let aheadMs = beganMs
  process.on('message', (message: object) => {
    if (!('aheadMs' in message) || typeof message.aheadMs !== 'number') return
    aheadMs = message.aheadMs
    process.send?.({ leapt: true })
  })
  return () => aheadMs
}

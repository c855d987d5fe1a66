/** Work that runs beside the step queue, one at a time: who cannot be rung holds up nobody who asks. */
export function beside(work: () => Promise<void>, already = false): { start: () => void; pending: () => boolean } {
  let asked = already
  let running = false
  const start = (): void => {
    asked = true
    if (!running) void loop()
  }
  async function loop(): Promise<void> {
    running = true
    try {
      while (asked) {
        asked = false
        await work()
      }
    } catch {
      // The reconciler rings whoever stayed.
    } finally {
      running = false
    }
  }
  if (already) void loop()
  return { start, pending: () => asked || running }
}

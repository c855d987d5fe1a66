import { Gauge, type Registry } from 'prom-client'

interface Read {
  /** As Prometheus names it, with its unit: `longitude_inbox_oldest_age_seconds`. */
  readonly name: string
  readonly help: string
  read(): Promise<number> | number
}

/** A number that is read whenever it is asked for. Where it cannot be read it is missing, and the others are there all the same. */
export function gaugeOf(registry: Registry, { name, help, read }: Read): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      try {
        this.set(await read())
      } catch {
        this.remove()
      }
    },
  })
}

import { Histogram, type Registry } from 'prom-client'

/** A request that was answered, in words that say nothing of whoever asked, or for what. */
export interface Answered {
  readonly method: string
  /** The address as it is declared, `/api/v1/plans/{key}`; `none` where there is nothing. */
  readonly route: string
  /** `'200'`; `'cut'` where whoever asked did not wait for it. */
  readonly status: string
  readonly seconds: number
}

// People feel a tenth of a second; after 1.8 s a command is answered with a receipt (api/http/patience.ts).
const buckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5]

/** Counts requests and how long each took, by method, route and status. */
export function requestDurations(registry: Registry): (answered: Answered) => void {
  const histogram = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method, declared route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  return ({ seconds, ...labels }) => histogram.observe(labels, seconds)
}

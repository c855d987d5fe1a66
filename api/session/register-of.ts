import type { IncomingMessage } from 'node:http'
import { registerNow, type RegisterNow } from '../../store/register/now.ts'
import type { Deps } from '../deps.ts'

const read = new WeakMap<IncomingMessage, Promise<RegisterNow>>()

/** The register as it stood when a request first asked for it: whether its person may still come, and what they stand for, come of one look. */
export function registerOf(req: IncomingMessage, { store }: Pick<Deps, 'store'>): Promise<RegisterNow> {
  const known = read.get(req) ?? registerNow(store)
  read.set(req, known)
  return known
}

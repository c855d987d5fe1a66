import { randomBytes } from 'node:crypto'
import { rowIdOf } from '../../store/inbox.ts'
import { findAsked, hashOfAsked, type Done } from '../../store/register/asked.ts'
import type { Authorship } from '../../store/register/edit.ts'
import { Problem } from '../http/problem.ts'
import { idempotencyKeyOf } from '../http/request.ts'
import type { Reply } from '../http/route.ts'
import type { Scene } from './scene.ts'

/** A request to edit, as it is kept once it is done. */
export interface Asking {
  /** The same for the same `Idempotency-Key` of the same person within one scope, else new. */
  readonly cause: string
  /** What was asked, as a keyed hash; absent without a key. */
  readonly asked?: string | undefined
}
/** What is done the first time, and how what was done then is answered again. */
export interface Acting {
  act(asking: Asking): Promise<Reply>
  again(done: Done): Promise<Reply>
}

/**
 * Does what is asked once for one `Idempotency-Key`, which stands for one body for ever; two that come at once are answered alike. A refusal
 * binds no key. `scope` is the document, or the kind where one is added. Throws `key-reused`.
 */
export async function once(scene: Scene, scope: string, { act, again }: Acting): Promise<Reply> {
  const { asking, done } = await askedIn(scene, scope)
  if (done) return again(done)
  try {
    return await act(asking)
  } catch (error) {
    const meanwhile = await askedIn(scene, scope)
    if (meanwhile.done) return again(meanwhile.done)
    throw error
  }
}

async function askedIn(
  { asked: { req }, actor, deps }: Scene,
  scope: string,
): Promise<{ asking: Asking; done?: Done | undefined }> {
  const key = idempotencyKeyOf(req)
  if (key === undefined) return { asking: { cause: randomBytes(16).toString('hex') } }
  const cause = rowIdOf(scope, actor.id, key)
  const asked = hashOfAsked(deps.secret, [req.method, `${req.baseUrl}${req.path}`, bodyIn(req)])
  const before = await findAsked(deps.store, cause)
  if (before && before.hash !== asked) throw new Problem(422, 'key-reused')
  return { asking: { cause, asked }, done: before?.written }
}

/** Whose edit it is and when, and under which request, as `editRegister` notes it. */
export const authorshipOf = ({ deps, actor }: Pick<Scene, 'deps' | 'actor'>, asking: Asking): Authorship => ({
  actor: actor.id,
  at: deps.now(),
  policy: deps.rules.policy.version,
  ...asking,
  written: () => deps.reached('registerWritten'),
})

function bodyIn({ body }: Scene['asked']['req']): unknown {
  const sent: unknown = body
  return sent instanceof Uint8Array ? Buffer.from(sent).toString('base64') : (sent ?? {})
}

import type { Request } from 'express'
import { invalid, Problem } from './problem.ts'

const tag = /^(?:W\/)?"(0|[1-9]\d{0,8})"$/

/** The `ETag` of what was last changed by that entry. `tagOf(12)` → `'"12"'` */
export const tagOf = (seq: number): string => `"${seq}"`

/** The entry that a command is based on where it says so in `If-Match`; nothing where it does not. Throws `invalid-body` as `basisOf` does. */
export const statedBasisOf = (req: Request): number | undefined =>
  req.get('if-match') === undefined ? undefined : basisOf(req)

/**
 * The entry that an edit is based on: `seq` of the body, or `If-Match`; nothing for `If-Match: *`, which is to hold whatever there is. Throws
 * `basis-missing` (428) where neither is sent, and `invalid-body` for a tag that is none of ours (RFC 9110, 13.1.1), or where both are sent and differ.
 */
export function basisOf(req: Request, { seq }: { seq?: number | undefined } = {}): number | undefined {
  const sent = req.get('if-match')?.trim()
  if (sent === undefined) {
    if (seq === undefined) throw new Problem(428, 'basis-missing')
    return seq
  }
  if (sent === '*') return seq
  const matched = tag.exec(sent)?.[1]
  if (matched === undefined) throw invalid('invalid-body', [{ path: 'If-Match', code: 'invalid_format' }])
  if (seq !== undefined && seq !== Number(matched))
    throw invalid('invalid-body', [{ path: 'seq', code: 'basis_differs' }])
  return Number(matched)
}

import type { Request } from 'express'
import { invalid, Problem } from './problem.ts'

const tag = /^(?:W\/)?"(\d{1,9})"$/

/** The `ETag` of what was last changed by that entry. `tagOf(12)` → `'"12"'` */
export const tagOf = (seq: number): string => `"${seq}"`

/**
 * The entry that an edit is based on: `seq` of the body, or `If-Match`; nothing for `If-Match: *`, which is to hold whatever there is. Throws
 * `basis-missing` (428) where neither is sent, and `invalid-body` for a tag that is none of ours (RFC 9110, 13.1.1).
 */
export function basisOf(req: Request, { seq }: { seq?: number | undefined } = {}): number | undefined {
  if (seq !== undefined) return seq
  const sent = req.get('if-match')?.trim()
  if (sent === undefined) throw new Problem(428, 'basis-missing')
  if (sent === '*') return undefined
  const matched = tag.exec(sent)?.[1]
  if (matched === undefined) throw invalid('invalid-body', [{ path: 'If-Match', code: 'invalid_format' }])
  return Number(matched)
}

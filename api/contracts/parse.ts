import type { z } from 'zod'
import { faultKindOf } from '../../domain/input.ts'
import { invalid, type Fault } from '../http/problem.ts'

// Whoever corrects that many sends it again anyway; a body of nothing but faults has hundreds of thousands.
const mostFaults = 100

/** Reads what was sent with its contract; throws a problem that names each field at fault, the first hundred, and never what it held. */
export function parse<T extends z.ZodType>(
  contract: T,
  { value, or }: { value: unknown; or: Parameters<typeof invalid>[0] },
): z.output<T> {
  const result = contract.safeParse(value)
  if (result.success) return result.data
  throw invalid(or, result.error.issues.slice(0, mostFaults).flatMap(faultsOf).slice(0, mostFaults))
}

/** An unknown entry is named itself, as it has no path of its own. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: issue.code }))
  return [{ path: issue.path.join('.'), ...faultKindOf(issue) }]
}

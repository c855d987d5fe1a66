import type { FaultKind } from '../domain/input.ts'
import type { FaultCode, ProblemFields } from './problems.ts'
import { faultCodes } from './problems.ts'
import type { TitleAndDetail } from './catalogue.ts'
import type { Formatter } from './formatter.ts'

/** Words a problem, `said`; what is not known is `none` or 0 in its messages, which leave it out. */
export function problemWords(
  fields: ProblemFields,
  { said, format }: { readonly said: TitleAndDetail; readonly format: Formatter },
): TitleAndDetail {
  const {
    reads = false,
    seconds = 0,
    id = 'none',
    allowed = [],
    limitKilobytes = 0,
    found = 'none',
    most = 0,
    of = 'none',
  } = fields
  const values = {
    reads: reads ? 'yes' : 'no',
    seconds,
    id,
    allowed: allowed.length > 0 ? format.list(allowed) : 'none',
    limitKilobytes,
    found,
    most,
    of,
  }
  return { title: format.text(said.title, values), detail: format.text(said.detail, values) }
}

const isFaultCode = (code: string): code is FaultCode => faultCodes.some((known) => known === code)

/** Places as a cell says them: direction, level, first year, number. */
const placesExample = 'incoming:master:2027:2'
// More are no help to whoever reads them in a sentence; programs find them all beside it.
const mostValues = 40

/** Words one fault of an input; a code that zod adds later reads as a custom one. */
export const faultWords = (
  { path, code, values = [], expected = 'none', limit }: FaultKind & { readonly path: string },
  words: Record<FaultCode, string>,
  format: Formatter,
): string =>
  format.text(words[isFaultCode(code) ? code : 'custom'], {
    path: path || 'none',
    values: values.length > 0 && values.length <= mostValues ? format.quoted(values) : 'none',
    expected,
    limit: limit === undefined ? 'none' : `${limit}`,
    places: placesExample,
  })

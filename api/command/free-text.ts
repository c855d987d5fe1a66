import { z } from 'zod'

/** What stands for a text, once it is kept elsewhere. */
export type Replace = (text: string) => string

/**
 * Replaces every free text of an input by what stands for it, wherever its contract has one. The input has been read
 * with the contract before. Whatever a client sent in such a field is a text, also where it looks like a reference.
 */
export function replaceFreeTexts(
  contract: z.ZodType,
  { input, replace }: { input: unknown; replace: Replace },
): unknown {
  const inner = (part: unknown, value: unknown): unknown =>
    part instanceof z.ZodType ? replaceFreeTexts(part, { input: value, replace }) : value

  if (typeof input === 'string') return isFreeText(contract) ? replace(input) : input
  if (contract instanceof z.ZodUnion)
    return inner(
      contract.options.find((option) => fits(option, input)),
      input,
    )
  if (Array.isArray(input)) {
    return contract instanceof z.ZodArray
      ? input.map((element: unknown) => inner(contract.element, element))
      : inner(withoutWrapper(contract), input)
  }
  if (typeof input !== 'object' || input === null) return input
  if (!(contract instanceof z.ZodObject)) return inner(withoutWrapper(contract), input)
  const shape: Readonly<Record<string, unknown>> = contract.shape
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, inner(shape[name], value)]))
}

const fits = (option: unknown, input: unknown): boolean =>
  option instanceof z.ZodType && option.safeParse(input).success

const isFreeText = (contract: z.ZodType): boolean => {
  const wrapped = withoutWrapper(contract)
  return contract.meta()?.['freeText'] === true || (wrapped !== undefined && isFreeText(wrapped))
}

/** The contract inside `optional()`, `nullable()`, `default()` or `readonly()`. */
function withoutWrapper(contract: z.ZodType): z.ZodType | undefined {
  if (!(
    contract instanceof z.ZodOptional ||
    contract instanceof z.ZodNullable ||
    contract instanceof z.ZodDefault ||
    contract instanceof z.ZodReadonly
  ))
    return undefined
  const inside: unknown = contract.unwrap()
  return inside instanceof z.ZodType ? inside : undefined
}

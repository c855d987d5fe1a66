import type { z } from 'zod'
import { textRefOf, type KeptText } from '../../store/texts.ts'
import { replaceFreeTexts } from './free-text.ts'

/** Takes the free texts out of an input that its contract has read: what is left is as it will be stored. */
export function withoutTexts<T extends z.ZodType>(
  contract: T,
  { value, stream, author, secret }: { value: z.output<T>; stream: string; author: string; secret: string },
): { input: unknown; texts: readonly KeptText[] } {
  const texts = new Map<string, KeptText>()
  const replace = (text: string): string => {
    const kept = { text, stream, author }
    const ref = textRefOf(secret, kept)
    texts.set(ref, { ref, ...kept })
    return ref
  }
  const input = plain(replaceFreeTexts(contract, { input: value, replace }))
  return { input, texts: [...texts.values()] }
}

/** Without what JSON does not keep. */
const plain = (input: unknown): unknown => JSON.parse(JSON.stringify(input))

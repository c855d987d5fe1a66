/**
 * The words of a text without accents, case and signs, as names are compared and searched.
 * `wordsIn('École Polytechnique (Turin)')` → `['ecole', 'polytechnique', 'turin']`
 */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => plainOf[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

// Letters that Unicode does not take apart.
const plainOf: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** Whether each word searched for begins some word of a text. */
export const hasWords = (text: string, searched: readonly string[]): boolean => {
  const words = wordsIn(text)
  return searched.every((start) => words.some((word) => word.startsWith(start)))
}

/** A short id out of words: `slugOf('Politecnico di Torino')` → `'politecnico-di-torino'`; `fallback` where none is left. */
export const slugOf = (text: string, fallback: string): string =>
  wordsIn(text)
    .filter((word) => /^[a-z0-9]+$/.test(word))
    .join('-')
    .slice(0, 32)
    .replace(/-+$/, '') || fallback

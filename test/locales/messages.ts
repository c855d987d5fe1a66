import { createIntl } from '@formatjs/intl'
import type { Language } from '../../domain/language.ts'
import { english } from '../../locales/en/catalogue.ts'
import { localeOf } from '../../locales/formatter.ts'
import { french } from '../../locales/fr/catalogue.ts'

/** One message of a catalogue, with the path that finds it: `refusals/plan.date-past/detail`. */
export interface Message {
  readonly path: string
  readonly text: string
}
const catalogues = { en: english, fr: french }

const walk = (value: unknown, path: readonly string[]): readonly Message[] => {
  if (typeof value === 'string') return [{ path: path.join('/'), text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, [...path, name]))
}

/** Every message of a language, names of cities excepted: those need no argument and differ by language. */
export const messagesOf = (language: Language): readonly Message[] => {
  const { zones: _, ...messages } = catalogues[language]
  return walk(messages, [])
}

const intl = createIntl({ locale: 'en', defaultLocale: 'en' })
const parse = (text: string, language: Language) => intl.formatters.getMessageFormat(text, localeOf[language]).getAst()
type Element = ReturnType<typeof parse>[number]

const branchesOf = (element: Element): readonly Element[] => {
  if ('options' in element) return Object.values(element.options).flatMap(({ value }) => value)
  return 'children' in element ? element.children : []
}
const flat = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [element, ...flat(branchesOf(element))])

// The parser's numbers: 0 is text, 7 the # of a plural; everything else names an argument.
const text = 0
const pound = 7

/** The arguments a message uses in any of its branches. */
export const argumentsIn = ({ text: source }: Message, language: Language): readonly string[] =>
  [
    ...new Set(
      flat(parse(source, language)).flatMap((element) =>
        element.type !== text && element.type !== pound && 'value' in element ? [element.value] : [],
      ),
    ),
  ].toSorted()

/** What a message says literally, in all of its branches, without its syntax. */
export const literalsIn = ({ text: source }: Message, language: Language): readonly string[] =>
  flat(parse(source, language)).flatMap((element) =>
    element.type === text && 'value' in element ? [element.value] : [],
  )

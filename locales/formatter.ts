import type { Language } from '../domain/language.ts'
import { zoneAt } from '../domain/zones.ts'
import { createIntl, createIntlCache } from '@formatjs/intl'

/** The variety whose dates, plurals and lists are used; the school writes British English. */
export const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>

const quotes = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const satisfies Record<Language, readonly string[]>

export type Values = Readonly<Record<string, string | number>>

/** Formats ICU messages and dates of one language. */
export interface Formatter {
  /** Throws when an argument is missing: tests format every message with all of its arguments. */
  text(message: string, values?: Values): string
  /** `'a, b and c'` */
  list(names: readonly string[]): string
  /** `'“a”, “b” and “c”'`: of names that may hold an “and” themselves. */
  quoted(names: readonly string[]): string
  /** `'€5,000'`, the cents where there are any. */
  money(cents: number, currency: string): string
  /** A country by its ISO code; a code that names none stays as it is. */
  country(code: string): string
  /** The named parts of an instant there: weekday, day, month, year, hour, minute. */
  parts(moment: string, zone: string): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>
}

const rethrow = (error: Error): never => {
  throw error
}

/** The formatter of one language; made once, as making it is slow. */
export function formatterOf(language: Language): Formatter {
  const locale = localeOf[language]
  const intl = createIntl({ locale, defaultLocale: locale, onError: rethrow }, createIntlCache())
  const list = (names: readonly string[]): string => intl.formatList(names, { type: 'conjunction' })
  const [opening, closing] = quotes[language]
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  return {
    text: (message, values) => intl.formatMessage({ id: message, defaultMessage: message }, values),
    list,
    quoted: (names) => list(names.map((name) => `${opening}${name}${closing}`)),
    money: (cents, currency) =>
      intl.formatNumber(cents / 100, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    parts: (moment, zone) =>
      Object.fromEntries(
        intl
          .formatDateToParts(moment, {
            timeZone: zoneAt(zone, moment),
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          })
          .map(({ type, value }) => [type, value]),
      ),
  }
}

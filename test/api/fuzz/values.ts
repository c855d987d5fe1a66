import { nested, Verbatim } from './json.ts'
import type { Place } from './places.ts'
import type { Kind } from './schema.ts'

/** Stands in most of what is sent: no answer repeats it. */
export const mark = 'Quagga'

const objects: readonly object[] = [{}, { $gt: '' }, { $where: `${mark}()` }, { toString: mark, length: 1, 0: mark }]
const lists = [[], [mark], [[]], [null]]
const numbers = [7, 0.5, new Verbatim('1e400'), new Verbatim('-0')]
const truths = [true, false]
const texts = ['', mark, 'NaN', 'Infinity', '0x10', 'true', 'null']
const notATexts = [...numbers, ...truths, ...lists, ...objects]

/** Neither shown nor meant for people: control characters, NUL, directions, ends of lines. */
const controls = [
  `${mark}\u0000`,
  `${mark}\u001b[31m!`,
  `${mark}\u0007!`,
  `${mark}\u0085!`,
  `${mark}\u009b!`,
  `${mark}\u202egnp.exe`,
  `\u2067${mark}\u2069!`,
]
const nothingShown = ['', ' ', '\u200b\u200b', '\u2060', '\u00ad', '\ufeff']
const brokenLines = [`${mark}\r\nBcc: ${mark}@x.example`, `${mark}\n!`, `${mark}\t!`]

/** Shown, and in no script a word. */
const letterless = ['!!!', '...', '123', '٣', '😀', '\u0301!']

const days = [
  ...['2027-02-30', '2027-02-29', '2027-13-01', '2027-00-10', '2027-06-31', '2027-06-00', '2027-6-1', '27-06-15'],
  ...['0000-00-00', '0000-01-01', '0000-02-29', '9999-12-31', '10000-01-01', '+010000-01-01', '-000001-01-01'],
  ...['2027-06-15T00:00:00Z', '2027-06-15 00:00', '2027-06-15Z', ' 2027-06-15', '2027-06-15\n', '2027-06-15\u0000'],
  ...[
    '15/06/2027',
    '20270615',
    '2027-W24-2',
    '2027-166',
    'today',
    'NaN',
    'Infinity',
    '',
    '２０２７-06-15',
    '2027‐06‐15',
  ],
]

export const addresses = [
  ...[
    '',
    ' ',
    'a',
    '@',
    'a@',
    '@x.example',
    'a@@x.example',
    'a@b@x.example',
    'a@x..example',
    'a@.example',
    'a@-x.example',
  ],
  ...['a@x.example,b@y.example', 'a@x.example, b@y.example', 'a@x.example;b@y.example', 'a@x.example b@y.example'],
  ...['a@x.example\r\nBcc: b@y.example', 'a@x.example\nb@y.example', 'a@x.example\rb@y.example', 'a\r\n@x.example'],
  ...[
    '<>',
    '<a@x.example>',
    'A <a@x.example>',
    '"A" <a@x.example>',
    'a@x.example (A)',
    '"a b"@x.example',
    '"a"@x.example',
  ],
  ...[
    'a@[127.0.0.1]',
    'a@x.example>',
    'a@x.example\u0000',
    'a\u0000@x.example',
    'a\u202e@x.example',
    'mailto:a@x.example',
  ],
  ...['é@x.example', 'a@é.example', 'а@x.example', `${'a'.repeat(65)}@x.example`, `a@${'x.'.repeat(130)}example`],
  ...[
    'a@x.example?bcc=b@y.example',
    'a@x.example%0d%0aBcc:b@y.example',
    'undisclosed:;',
    'a@x.example,',
    ',a@x.example',
  ],
]

const codes = [
  ...['', ' ', '-', '$', '__proto__', 'constructor', 'toString', 'a b', 'a/b', '../a', '.', 'a#b', '%00'],
  ...[
    `${mark}\u0000`,
    `a\u0000`,
    'a\nb',
    'é',
    '\u202ea',
    '*',
    '{}',
    '[object Object]',
    'NaN',
    '${7*7}',
    'a'.repeat(5000),
  ],
]
const choices = ['', ' ', mark, '__proto__', 'constructor', 'toString', '0', 'NaN']

const tooLong = ({ schema: { maxLength } }: Place): readonly unknown[] =>
  maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '😀'.repeat(maxLength + 1)]
const outside = ({ schema: { minimum, maximum } }: Place): readonly unknown[] => [
  ...(minimum === undefined ? [] : [minimum - 1]),
  ...(maximum === undefined ? [] : [new Verbatim(String(BigInt(maximum) + 1n)), new Verbatim('9'.repeat(400))]),
]

// A body holds no more.
const longestBytes = 900_000
/** A list of 10,000, or as many as a body holds; one element too few, one too many. */
function lengths({ schema: { minItems = 0, maxItems }, value }: Place): readonly unknown[] {
  const one = Array.isArray(value) ? value[0] : undefined
  const copies = (many: number): unknown[] => Array.from({ length: many }, () => one)
  const fitting = Math.floor(longestBytes / (JSON.stringify(one ?? '').length + 1))
  return [
    ...(minItems > 0 ? [[]] : []),
    ...(maxItems === undefined || one === undefined ? [] : [copies(maxItems + 1), copies(Math.min(10_000, fitting))]),
  ]
}

const noLine = (place: Place): readonly unknown[] => [
  ...nothingShown,
  ...controls,
  ...brokenLines,
  ...tooLong(place),
  ...notATexts,
]
const wrong: Readonly<Record<Kind, (place: Place) => readonly unknown[]>> = {
  object: () => [...texts, ...numbers, ...truths, [], [[]], [mark], nested(2000)],
  list: (place) => [...texts, ...numbers, ...truths, ...objects, [nested(2000)], ...lengths(place)],
  choice: ({ schema }) => [
    ...choices,
    ...[...numbers, ...truths, ...lists, ...objects].filter((value) => value !== schema.const),
  ],
  truth: () => [...texts, ...numbers, ...lists, ...objects],
  whole: (place) => [
    ...[...texts, '7', ...truths, ...lists, ...objects, 0.5, new Verbatim('1e400'), new Verbatim('-1e400'), -1e308],
    ...outside(place),
  ],
  day: () => [...days, ...notATexts],
  address: () => [...addresses, ...notATexts],
  text: (place) => [...nothingShown, ...controls, ...tooLong(place), ...notATexts],
  line: noLine,
  name: (place) => [...noLine(place), ...letterless],
  code: () => [...codes, ...notATexts],
  words: (place) => [...tooLong(place), ...notATexts],
}

/** What cannot stand at a place, whatever else the body says. */
export const wrongAt = (place: Place): readonly unknown[] => [
  ...wrong[place.kind](place),
  ...(place.isNullable ? [] : [null]),
]

/** Names that no object of ours has. */
export const strangeNames = [
  ...['$where', '$gt', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'a.b'],
  ...[' ', 'ſeq', '0', '-1', 'length', '\u0000', '\u202e'],
]

/** What may stand in whatever people write, odd as it is. */
export const oddLines = [
  ...['😀', '👩‍🔬 Zoë', 'مختبر الأبحاث', 'מעבדה', 'e\u0301cole', '\u00e9cole', 'ﬁn', '東京大学', '‏-A', 'Ǆ'],
  ...[
    '<b>&amp;"\'</b>',
    '{{7*7}}',
    '${7*7}',
    '%00%0d%0a',
    '=1+1',
    '-- ',
    '$where',
    '__proto__',
    'constructor',
    'NaN',
    '0',
  ],
  ...[
    'null',
    'undefined',
    'text:0123456789abcdef0123456789abcdef',
    "'); drop table people",
    'Bcc: a@x.example',
    'one\u2028two',
  ],
]
/** Those that hold a letter, as names do. */
export const oddNames = oddLines.filter((line) => /\p{L}/u.test(line))
/** Beside those: several lines. */
const oddTexts = [...oddLines, 'one\n\ttwo\r\nthree', `${'x'.repeat(1999)}.`]
const oddAddresses = [
  'a+b@x.example',
  "o'brien@x.example",
  `${'a'.repeat(64)}@x.example`,
  'A@B.EXAMPLE',
  ' a@x.example\r\n',
  'a@b',
]

/** The first and the last day that may be said, one of a leap year, and days about today. */
export const oddDays = [
  '1900-01-01',
  '2099-12-31',
  '2028-02-29',
  '2027-09-02',
  '2027-08-31',
  '2076-12-31',
  '2077-01-01',
]

/** What may stand at a place although it looks as if it could not. */
export function oddAt({ kind, schema: { maxLength = 0, minimum = 0, maximum } }: Place): readonly unknown[] {
  if (kind === 'line') return [...oddLines, 'x'.repeat(maxLength)]
  if (kind === 'name') return [...oddNames, 'x'.repeat(maxLength)]
  if (kind === 'text') return oddTexts
  if (kind === 'address') return oddAddresses
  if (kind === 'day') return oddDays
  if (kind !== 'whole' || maximum === undefined) return []
  return [minimum, maximum, new Verbatim(`${maximum}.0`), new Verbatim(`${maximum}e0`)]
}

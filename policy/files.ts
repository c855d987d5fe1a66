import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import type { NamedFault } from '../domain/input.ts'
import { libraryVersion } from './holidays.ts'
import { OwnHolidays } from './schema-calendar.ts'
import { shapes } from './schema.ts'

/** One thing wrong in the policy: which file, where in it (`ladders.milestone.0.days`, or a line and column), and why. */
export interface PolicyDefect {
  readonly file: string
  readonly path: string
  readonly reason: string
}

/** The texts of a policy folder by their path in it, in one order on every file system, with `\n` line ends. */
export type Texts = ReadonlyMap<string, string>

const holidayFile = /^holidays\/([A-Z]{2})\.yaml$/

/** Reads every YAML file of a folder and of its `holidays/`. */
export function textsOf(folder: string): Texts {
  const inside = (name: string): string[] =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => join(name, file)) : []
  const files = [...inside('.'), ...inside('holidays')].filter((file) => /\.ya?ml$/.test(file)).sort()
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')]))
}

/** Names the rules an entry was decided under: the same files and holiday library, the same version on any machine. */
export function versionOf(texts: Texts): string {
  const hash = createHash('sha256').update(libraryVersion)
  for (const [file, text] of texts) hash.update(JSON.stringify([file, text]))
  return hash.digest('hex').slice(0, 12)
}

/**
 * Sorts the files into those of the right shape, as plain data for `SoundFiles`, and what is wrong with the others. The
 * holiday files are one part: where one is not sound, none is judged further.
 */
export function examine(texts: Texts): { sound: Record<string, unknown>; defects: PolicyDefect[] } {
  const holidays: Record<string, unknown> = {}
  const sound: Record<string, unknown> = { holidays }
  const defects = strangers(texts)
  for (const [file, shape] of Object.entries(shapes)) {
    const { data, wrong } = examineOne(file, texts.get(file), shape)
    if (wrong.length === 0) sound[file] = data
    defects.push(...wrong)
  }
  for (const [file, text] of texts) {
    const country = holidayFile.exec(file)?.[1]
    if (!country) continue
    const { data, wrong } = examineOne(file, text, OwnHolidays)
    holidays[country] = data
    if (wrong.length > 0) delete sound['holidays']
    defects.push(...wrong)
  }
  return { sound, defects }
}

/** A misspelt file would silently change nothing. */
const strangers = (texts: Texts): PolicyDefect[] =>
  [...texts.keys()]
    .filter((file) => !(file in shapes) && !holidayFile.test(file))
    .map((file) => whole(file, `nobody reads it; expected are ${Object.keys(shapes).join(', ')} and holidays/XX.yaml`))

function examineOne(
  file: string,
  text: string | undefined,
  shape: z.ZodType,
): { data?: unknown; wrong: PolicyDefect[] } {
  if (text === undefined) return { wrong: [whole(file, 'is missing')] }
  const document = parseDocument(text)
  const unreadable = [...document.errors, ...document.warnings]
  if (unreadable.length > 0) return { wrong: unreadable.map((error) => unreadableDefect(file, error)) }
  const data: unknown = document.toJS()
  const { error } = shape.safeParse(data, { reportInput: true })
  return { data, wrong: error?.issues.map((issue) => shapeDefect(file, issue)) ?? [] }
}

const whole = (file: string, reason: string): PolicyDefect => ({ file, path: '(file)', reason })

function unreadableDefect(
  file: string,
  {
    linePos,
    message,
  }: ReturnType<typeof parseDocument>['errors'][number] | ReturnType<typeof parseDocument>['warnings'][number],
): PolicyDefect {
  const reason = message.split('\n')[0] ?? message
  return linePos ? { file, path: `line ${linePos[0].line}, column ${linePos[0].col}`, reason } : whole(file, reason)
}

/** What contracts name by a code, for whoever edits a file. */
const named: Readonly<Partial<Record<string, string>>> = {
  day_form: 'expected a day such as 2028-02-29',
  day_outside: 'expected a day from 1900 to 2099',
  mail_address: 'expected an address such as name@school.example',
  country_form: 'expected two capital letters',
} satisfies Partial<Record<NamedFault, string>>

function shapeDefect(file: string, { path, message, input }: z.core.$ZodIssue): PolicyDefect {
  const found = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean' ? `: ${input}` : ''
  const reason = (named[message] ?? message) + found
  return path.length > 0 ? { file, path: path.join('.'), reason } : whole(file, reason)
}

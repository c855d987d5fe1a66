import { wordsOf, type Words } from '../locales/words.ts'
import { bodyOf } from './digest-html.ts'
import {
  footerOf,
  groupsOf,
  nameOf,
  type Counts,
  type DigestInput,
  type Entry,
  type Group,
  type Subjects,
} from './digest-item.ts'
import { textOf } from './digest-text.ts'
import { frame, type Rendered } from './frame.ts'

/**
 * Words and lays out one digest: grouped by partner, most urgent first, each thing with its final date, what happens if
 * nobody acts, and why it comes. Pure: the same input makes the same mail. Throws `TypeError` without any item, and for a
 * link that is not http or https.
 */
export function renderDigest(input: DigestInput): Rendered {
  const { language } = input
  const words = wordsOf(language)
  const groups = groupsOf(input, words)
  const counts = countsOf(groups)
  const subject = subjectOf(groups, counts, words)
  const shown = { counts, footer: footerOf(input, words) }
  return {
    subject,
    language,
    text: textOf(groups, shown, words),
    html: frame({ language, title: subject, body: bodyOf(groups, shown, words) }),
  }
}

function countsOf(groups: readonly Group[]): Counts {
  const entries = groups.flatMap((group) => group.entries)
  const late = entries.filter((entry) => entry.words.late).length
  return { total: entries.length, late, what: whatOf(groups) }
}

function whatOf(groups: readonly Group[]): Subjects {
  const all = new Set(groups.flatMap(({ entries }) => entries.map(subjectsOf)))
  const [one = 'plans', another] = all
  if (another === undefined) return one
  return all.has('agreements') || all.has('admissions') ? 'several' : 'both'
}
const subjectsOf = ({ isLabel, isAgreement, cycle, dossier }: Entry): Subjects => {
  if (isLabel) return 'labels'
  if (cycle ?? dossier) return 'admissions'
  return isAgreement ? 'agreements' : 'plans'
}

/** What the others are that a subject counts: plans, where it names each by its years. */
function othersOf(groups: readonly Group[], what: Subjects): Subjects | 'partners' {
  if (what !== 'plans' || groups.every(({ years }) => years)) return what
  return groups.some(({ years }) => years) ? 'several' : 'partners'
}

function subjectOf(groups: readonly Group[], { total, late, what }: Counts, words: Words): string {
  const first = groups[0]?.entries[0]
  if (!first) throw new TypeError('a digest holds at least one notice')
  const named = groups.filter((group) => group.partner)
  const one = { heading: first.words.heading, late: late > 0 ? 'yes' : 'no' }
  if (total > 1) {
    const others = Math.max(named.length - 1, 0)
    const partner = named[0] ? nameOf(named[0], words) : 'none'
    return words.mail('subjectOfMany', { total, late, partner, others, what: othersOf(named, what) })
  }
  return first.isLabel || !first.partner
    ? words.mail('subjectOfLabel', one)
    : words.mail('subjectOfOne', { ...one, partner: nameOf(first, words) })
}

import { wordsOf, type Words } from '../locales/words.ts'
import { bodyOf } from './digest-html.ts'
import { groupsOf, type DigestInput, type Group } from './digest-item.ts'
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
  return {
    subject,
    language,
    text: textOf(groups, counts, words),
    html: frame({ language, title: subject, body: bodyOf(groups, counts, words) }),
  }
}

interface Counts {
  readonly total: number
  readonly late: number
}

function countsOf(groups: readonly Group[]): Counts {
  const entries = groups.flatMap((group) => group.entries)
  return { total: entries.length, late: entries.filter((entry) => entry.words.late).length }
}

function subjectOf(groups: readonly Group[], { total, late }: Counts, words: Words): string {
  const first = groups[0]?.entries[0]
  if (!first) throw new TypeError('a digest holds at least one notice')
  const { partner } = first
  if (total === 1)
    return words.mail('subjectOfOne', { heading: first.words.heading, partner, late: late > 0 ? 'yes' : 'no' })
  return words.mail('subjectOfMany', { total, late, partner, others: groups.length - 1 })
}

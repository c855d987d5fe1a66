import type { Words } from '../locales/words.ts'
import { headingOf, type Counts, type Entry, type Group } from './digest-item.ts'
import { paragraphs } from './frame.ts'

/** A digest as plain text, complete by itself. */
export const textOf = (
  groups: readonly Group[],
  { counts, footer }: { readonly counts: Counts; readonly footer: string },
  words: Words,
): string =>
  paragraphs([
    words.mail('greeting'),
    words.mail('introduction', counts),
    ...groups.flatMap((group) => [
      underlined(headingOf(group, words)),
      ...group.entries.map((entry) => textOfEntry(entry, words)),
    ]),
    `-- \n${footer}`,
  ])

const underlined = (heading: string): string => `${heading}\n${'='.repeat(heading.length)}`

const textOfEntry = (
  {
    words: { heading, body, date, distance, consequence, why, late },
    answerUrl,
    partnerUrl,
    dossierUrl,
    pageUrl,
    dossier,
  }: Entry,
  words: Words,
): string =>
  [
    `* ${late ? `[${words.mail('late')}] ` : ''}${heading}`,
    body,
    date && [date, distance].filter(Boolean).join(' '),
    consequence,
    answerUrl && words.mail('linkLine', { label: words.mail('answerLink'), url: answerUrl }),
    answerUrl && words.mail('answerWarning'),
    partnerUrl &&
      words.mail('linkLine', { label: words.mail(dossier ? 'nominationsLink' : 'partnerLink'), url: partnerUrl }),
    partnerUrl && words.mail('partnerWarning'),
    dossierUrl && words.mail('linkLine', { label: words.mail('dossierLink'), url: dossierUrl }),
    dossierUrl && words.mail('dossierWarning'),
    pageUrl && words.mail('linkLine', { label: words.mail('pageLink'), url: pageUrl }),
    why,
  ]
    .filter(Boolean)
    .join('\n')
    .replaceAll('\n', '\n  ')

import { z } from 'zod'
import type { Notice } from '../domain/correspondence/correspondence.ts'
import { keyOf } from '../domain/id.ts'
import type { Rules } from '../domain/policy.ts'
import type { Stored } from '../domain/process.ts'
import type { Instant } from '../domain/time.ts'
import type { Language } from '../locales/language.ts'
import { wordsOf } from '../locales/words.ts'

const WithMilestones = z.object({ milestones: z.record(z.string(), z.object({ title: z.string() })) })

const WithName = z.object({ name: z.string() })

/** The title of a milestone, where the file is one of a plan that has it; the name of a label. */
function titleIn(file: Stored, milestone: string): string | undefined {
  const { data } = WithMilestones.safeParse(file.state)
  if (!data) return WithName.safeParse(file.state).data?.name
  return Object.hasOwn(data.milestones, milestone) ? data.milestones[milestone]?.title : undefined
}

/** A notice in a few words: `'Milestone “Joint master opened”'`. `file` is that of its subject. */
export const headingOf = (
  notice: Omit<Notice, 'key' | 'subject'>,
  { file, rules, now, language }: { file: Stored; rules: Rules; now: Instant; language: Language },
): string =>
  wordsOf(language).notice(notice.kind, {
    ...notice,
    title: file.id.startsWith('correspondence/') ? keyOf(file.id) : titleIn(file, notice.about),
    ladders: rules.policy.ladders,
    now,
    schoolZone: rules.calendar.zone,
    readerZone: rules.calendar.zone,
  }).heading

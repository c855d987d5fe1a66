import type { Request } from 'express'
import type { Deps } from '../../deps.ts'
import { wordedProblem } from '../../http/errors.ts'
import { Named, type Problem } from '../../http/problem.ts'
import { nominationsView } from '../../views/nominations.ts'
import { viewing } from '../../views/viewing.ts'
import { wordsFor } from '../language.ts'
import { applicationsOf } from './applications.ts'
import { openUntil } from './ends-request.ts'
import type { CancelFault } from './nomination-form.ts'
import { nameOf, nominationsPage, type NominationsShown } from './nomination-pages.ts'
import { pathOf, type OpenReading } from './opening.ts'

interface Asked {
  readonly req: Request
  readonly reading: OpenReading
}

/** The nominations of a partner as they stand now, as a page for its own contact. */
export async function nominationsOf(
  deps: Deps,
  {
    req,
    reading,
    fault,
    unsaid,
    refused,
  }: Asked & {
    readonly fault?: CancelFault | undefined
    readonly unsaid?: boolean
    readonly refused?: string | undefined
  },
): Promise<string> {
  const shown = await nominationsShown(deps, { req, reading })
  return nominationsPage(shown, { words: wordsFor(req), path: pathOf(req), fault, unsaid, refused })
}

async function nominationsShown(deps: Deps, { req, reading }: Asked): Promise<NominationsShown> {
  const { file, seq, actor, register, partner, open } = reading
  const view = viewing(deps, { caller: { actor, register }, language: wordsFor(req).language })
  const [{ nominations, numbers }, applications] = await Promise.all([
    nominationsView(file, view),
    applicationsOf(deps, reading),
  ])
  return {
    partner: partner.name,
    nominations,
    numbers,
    applications,
    may: open.may,
    openUntil: openUntil(file.state),
    seq,
  }
}

/** The nominations as they stand now, below what was refused: with the name of whom it is about, which is for those alone who entered the code. */
export async function nominationsAgain(
  deps: Deps,
  { problem, ...asked }: Asked & { readonly problem: Problem },
): Promise<string> {
  const words = wordsFor(asked.req)
  const shown = await nominationsShown(deps, asked)
  const about = shown.nominations.find(({ nomination }) => nomination === problem.fields['nomination'])
  const said = about ? new Named(problem, { ...problem.names, nomination: nameOf(about) }) : problem
  const refused = wordedProblem(said, words).detail
  return nominationsPage(shown, { words, path: pathOf(asked.req), refused })
}

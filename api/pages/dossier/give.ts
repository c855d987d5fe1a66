import type { Request } from 'express'
import type { Deps } from '../../deps.ts'
import { giveByLink, type Given, type Late } from '../links/give.ts'
import type { OpenReading } from './opening.ts'

/** Does it, once however often one page sends it. Answers nothing when it is recorded, and a receipt when it is only received. */
export const give = (
  deps: Deps,
  {
    req,
    reading: { link, file, actor, register, candidate },
    given,
    until,
  }: { req: Request; reading: OpenReading; given: Given; until?: number | undefined },
): Promise<Late | undefined> =>
  giveByLink(deps, { req, under: 'dossier', link, file, actor, register, language: candidate.language, given, until })

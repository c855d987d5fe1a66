import type { Request } from 'express'
import type { Deps } from '../../deps.ts'
import { giveByLink, type Given, type Late } from '../links/give.ts'
import type { OpenReading } from './opening.ts'

/** Does it, once however often one page sends it. Answers nothing when it is recorded, and a receipt when it is only received. */
export const give = (
  deps: Deps,
  {
    req,
    reading: { link, file, seq: page, actor, register, contact },
    given,
  }: { req: Request; reading: OpenReading; given: Given },
): Promise<Late | undefined> =>
  giveByLink(deps, { req, under: 'partner', link, file, page, actor, register, language: contact.language, given })

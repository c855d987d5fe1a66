import type { Request, Router } from 'express'
import type { Deps } from '../../deps.ts'
import { nominationsView } from '../../views/nominations.ts'
import { viewing } from '../../views/viewing.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage } from './closed.ts'
import { give } from './give.ts'
import { readNominationForm, type CancelFault } from './nomination-form.ts'
import { nominationsPage } from './nomination-pages.ts'
import { entered, pathOf, type OpenReading } from './opening.ts'

/** The nominations of a partner, by its own contact: who they are is shown, and done anything about, with the code alone. */
export function nominationPages(deps: Deps, pages: Router): void {
  const address = '/partner/:token/nominations'
  pages.get(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (reading) res.send(await page(deps, { req, reading }))
  })

  pages.post(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const read = readNominationForm(req.body)
    if (!('given' in read)) return void res.status(422).send(await page(deps, { req, reading, fault: read.fault }))
    const late = await give(deps, { req, reading, given: read.given })
    const writing = { words: wordsFor(req), zone: deps.rules.calendar.zone }
    if (late) return void res.status(202).send(closedPage(late, { ...writing, ...reading }))
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })
}

async function page(
  deps: Deps,
  { req, reading, fault }: { req: Request; reading: OpenReading; fault?: CancelFault | undefined },
): Promise<string> {
  const { file, seq, actor, register, partner, open } = reading
  const words = wordsFor(req)
  const view = viewing(deps, { caller: { actor, register }, language: words.language })
  const { nominations, numbers } = await nominationsView(file, view)
  const shown = { partner: partner.name, nominations, numbers, may: open.may, seq }
  return nominationsPage(shown, { words, path: pathOf(req), fault })
}

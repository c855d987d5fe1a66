import type { Router } from 'express'
import type { Deps } from '../../deps.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage } from './closed.ts'
import { endsUnsaid } from './ends-request.ts'
import { give } from './give.ts'
import { readNominationForm } from './nomination-form.ts'
import { entered, pathOf } from './opening.ts'
import { nominationsOf } from './own-nominations.ts'

/** The nominations of a partner, by its own contact: who they are is shown, and done anything about, with the code alone. */
export function nominationPages(deps: Deps, pages: Router): void {
  const address = '/partner/:token/nominations'
  pages.get(address, async (req, res) => {
    const reading = await entered(deps, { req, res, afterClose: true })
    if (reading) res.send(await nominationsOf(deps, { req, reading }))
  })

  pages.post(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const words = wordsFor(req)
    const read = readNominationForm(req.body)
    if (!('given' in read)) {
      const refused = read.fault ? undefined : words.links('noButton')
      return void res.status(422).send(await nominationsOf(deps, { req, reading, fault: read.fault, refused }))
    }
    if (endsUnsaid(read.given, { state: reading.file.state, body: req.body }))
      return void res.status(422).send(await nominationsOf(deps, { req, reading, unsaid: true }))
    const late = await give(deps, { req, reading, given: read.given })
    const { zone } = deps.rules.calendar
    if (late) return void res.status(202).send(closedPage(late, { words, zone, path: pathOf(req), ...reading }))
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })
}

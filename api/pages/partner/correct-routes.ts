import type { Router } from 'express'
import type { Deps } from '../../deps.ts'
import { programmesOf } from '../../nominations-file/programmes.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage, receivedBy } from './closed.ts'
import { correctableIn } from './correctable.ts'
import { readCorrection } from './correct-form.ts'
import { correct } from './correcting.ts'
import { correctPage } from './correct-page.ts'
import { entered, pathOf } from './opening.ts'

/** Correcting one's own nominations, by a partner's contact, with the code: while they stand, by the rules that there are for each. */
export function correctPages(deps: Deps, pages: Router): void {
  const address = '/partner/:token/correct/:nomination'
  pages.get(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const found = await correctableIn(deps, reading, req.params.nomination)
    const programmes = programmesOf(reading.file, reading)
    const shown = { ...found, seq: reading.seq, name: found.record.name, programmes }
    res.send(correctPage(shown, { words: wordsFor(req), path: pathOf(req) }))
  })

  pages.post(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const words = wordsFor(req)
    const found = await correctableIn(deps, reading, req.params.nomination)
    const programmes = programmesOf(reading.file, reading)
    const form = readCorrection(req.body, found)
    const { faults, confirms, receipt } = await correct(deps, { req, reading, found, form, programmes })
    if (faults.length > 0 || confirms) {
      const shown = {
        ...found,
        typed: form.typed,
        faults,
        confirms,
        seq: reading.seq,
        name: found.record.name,
        programmes,
      }
      return void res.status(422).send(correctPage(shown, { words, path: pathOf(req) }))
    }
    if (receipt) {
      const { zone } = deps.rules.calendar
      return void res.status(202).send(closedPage(receivedBy(receipt), { words, zone, path: pathOf(req), ...reading }))
    }
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })
}

import type { Router } from 'express'
import { keyOf } from '../../../domain/id.ts'
import { nominationColumns } from '../../contracts/nominations-file.ts'
import type { Deps } from '../../deps.ts'
import { mediaTypes } from '../../exports/formats.ts'
import { templateOf } from '../../imports/table-file.ts'
import { programmesOf } from '../../nominations-file/programmes.ts'
import { nominationsTemplate } from '../../nominations-file/template.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage, receivedBy } from './closed.ts'
import { readNominateForm } from './nominate-form.ts'
import { nominatePage } from './nominate-page.ts'
import { nominate } from './nominating.ts'
import { entered, pathOf } from './opening.ts'

/** Nominating by a partner's own contact, with the code: one candidate by a form, and what a spreadsheet is made with. */
export function nominatePages(deps: Deps, pages: Router): void {
  pages.get('/partner/:token/nominate', async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const programmes = programmesOf(reading.file, reading)
    res.send(nominatePage({ seq: reading.seq, programmes }, { words: wordsFor(req), path: pathOf(req) }))
  })

  pages.post('/partner/:token/nominate', async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const programmes = programmesOf(reading.file, reading)
    const words = wordsFor(req)
    const { typed, read, seq } = readNominateForm(req.body)
    const nominating = { req, reading, read, programmes, seq }
    const { faults } = (await nominate(deps, { ...nominating, dry: true })).view
    if (faults.length > 0) {
      const shown = { seq: reading.seq, typed, faults, programmes }
      return void res.status(422).send(nominatePage(shown, { words, path: pathOf(req) }))
    }
    const { receipt } = await nominate(deps, { ...nominating, dry: false })
    if (receipt) {
      const { zone } = deps.rules.calendar
      return void res.status(202).send(closedPage(receivedBy(receipt), { words, zone, path: pathOf(req), ...reading }))
    }
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })

  pages.get('/partner/:token/template.xlsx', async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const bytes = await nominationsTemplate(wordsFor(req), {
      programmes: programmesOf(reading.file, reading),
      most: deps.rules.policy.standingNominations,
    })
    res
      .attachment(`nominations-${keyOf(reading.file.id)}.xlsx`)
      .type(mediaTypes.xlsx)
      .send(Buffer.from(bytes))
  })

  pages.get('/partner/:token/template.csv', async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const words = wordsFor(req)
    const columns = nominationColumns.map((column) => words.column(column))
    res
      .attachment(`nominations-${keyOf(reading.file.id)}.csv`)
      .type('text/csv; charset=utf-8')
      .send(templateOf(columns))
  })
}

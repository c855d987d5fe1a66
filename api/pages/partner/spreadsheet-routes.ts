import type { Request, Router } from 'express'
import type { Deps } from '../../deps.ts'
import { programmesOf } from '../../nominations-file/programmes.ts'
import { readNominations, type SentFile } from '../../nominations-file/read.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage, receivedBy } from './closed.ts'
import { nominate } from './nominating.ts'
import { entered, pathOf, type OpenReading } from './opening.ts'
import { fileOf, sentForm, type SentForm } from './sent-file.ts'
import { spreadsheetPage, type Checked } from './spreadsheet-page.ts'

const address = '/partner/:token/spreadsheet'

/** Nominations from a spreadsheet, by a partner's own contact, with the code: checked first, then taken as a whole. */
export function spreadsheetPages(deps: Deps, pages: Router): void {
  pages.get(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (reading) res.send(page(req, { reading }))
  })

  pages.post(address, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const words = wordsFor(req)
    const sent = await sentForm(req)
    const file = fileIn(sent)
    if (!file) return void res.status(422).send(page(req, { reading, refused: words.partner('fileMissing') }))
    const programmes = programmesOf(reading.file, reading)
    const read = await readNominations(file, { programmes, most: deps.rules.policy.standingNominations })
    const nominating = { req, reading, read, programmes, seq: sent.fields['seq'] ?? '' }
    const { view } = await nominate(deps, { ...nominating, dry: true })
    if (view.faults.length > 0 || sent.fields['do'] !== 'import') {
      const checked = { view, file: Buffer.from(file.bytes).toString('base64') }
      return void res.status(view.faults.length > 0 ? 422 : 200).send(page(req, { reading, checked }))
    }
    const { receipt } = await nominate(deps, { ...nominating, dry: false })
    if (receipt) {
      const { zone } = deps.rules.calendar
      return void res.status(202).send(closedPage(receivedBy(receipt), { words, zone, path: pathOf(req), ...reading }))
    }
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })
}

/** The file that was chosen, or the one that was checked and comes back. */
function fileIn({ file, fields }: SentForm): SentFile | undefined {
  if (file) return file
  const bytes = Buffer.from(fields['checked'] ?? '', 'base64')
  return bytes.length > 0 ? fileOf(bytes) : undefined
}

const page = (
  req: Request,
  { reading, ...shown }: { reading: OpenReading; checked?: Checked; refused?: string },
): string => spreadsheetPage({ seq: reading.seq, ...shown }, { words: wordsFor(req), path: pathOf(req) })

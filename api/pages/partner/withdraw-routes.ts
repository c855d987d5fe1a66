import type { Request, Response, Router } from 'express'
import { keyOf } from '../../../domain/id.ts'
import { candidatesById } from '../../../store/register/candidates.ts'
import type { Deps } from '../../deps.ts'
import { wordsFor } from '../language.ts'
import { giveByLink } from '../links/give.ts'
import { backTo } from '../links/place.ts'
import { readWithdrawal, type WithdrawFault } from '../links/withdrawal.ts'
import { actorIn, applicationOf, type Application } from './applications.ts'
import { closedPage } from './closed.ts'
import { entered, pathOf, type OpenReading } from './opening.ts'
import { withdrawPage } from './withdraw-page.ts'

const address = '/partner/:token/withdraw/:nomination'

/** Withdrawing the application of somebody whom a partner nominated, by its own contact, with the code; after the close of nominations as well (ADR 72). */
export function withdrawPages(deps: Deps, pages: Router): void {
  /** The application that may be withdrawn; anybody else is led to where a code is entered, or to where what was withdrawn already reads so. */
  const asked = async (
    req: Request,
    res: Response,
  ): Promise<{ readonly reading: OpenReading; readonly application: Application } | undefined> => {
    const reading = await entered(deps, { req, res, afterClose: true })
    if (!reading) return undefined
    const application = await applicationOf(deps, reading, String(req.params['nomination']))
    if (application?.mayWithdraw) return { reading, application }
    backTo(`${pathOf(req)}/nominations`, { req, res })
    return undefined
  }

  pages.get(address, async (req, res) => {
    const found = await asked(req, res)
    if (found) res.send(await page(deps, { req, application: found.application }))
  })

  pages.post(address, async (req, res) => {
    const found = await asked(req, res)
    if (!found) return
    const { reading, application } = found
    const read = readWithdrawal(req.body)
    if (!('given' in read)) return void res.status(422).send(await page(deps, { req, application, ...read }))
    const { link, register, contact } = reading
    const actor = actorIn(deps, { link, register, application: application.file })
    const giving = { link, register, actor, file: application.file, language: contact.language, given: read.given }
    const late = await giveByLink(deps, { req, under: 'partner', ...giving })
    const { zone } = deps.rules.calendar
    if (late)
      return void res.status(202).send(closedPage(late, { words: wordsFor(req), zone, path: pathOf(req), ...reading }))
    backTo(`${pathOf(req)}/nominations`, { req, res })
  })
}

async function page(
  { store }: Deps,
  {
    req,
    application: { file },
    ...again
  }: { req: Request; application: Application; fault?: WithdrawFault; reason?: string },
): Promise<string> {
  const words = wordsFor(req)
  const { id, seq, state } = file
  const who = (await candidatesById(store, [state.candidate])).get(state.candidate)
  const shown = {
    name: who?.name ?? words.dossier.title({ number: keyOf(id), cycle: state }),
    number: keyOf(id),
    status: words.dossier.statuses[state.status],
    seq,
  }
  return withdrawPage(shown, { words, path: pathOf(req), ...again })
}

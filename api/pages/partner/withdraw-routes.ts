import type { Request, Router } from 'express'
import { keyOf } from '../../../domain/id.ts'
import { candidatesById } from '../../../store/register/candidates.ts'
import type { Deps } from '../../deps.ts'
import { wordsFor } from '../language.ts'
import { giveByLink } from '../links/give.ts'
import { backTo } from '../links/place.ts'
import { readWithdrawal, type WithdrawFault } from '../links/withdrawal.ts'
import { actorIn, applicationsOf, type Application } from './applications.ts'
import { closedPage } from './closed.ts'
import { entered, pathOf } from './opening.ts'
import { withdrawPage } from './withdraw-page.ts'

const address = '/partner/:token/withdraw/:nomination'

/** Withdrawing the application of somebody whom a partner nominated, by its own contact, with the code; after the close of nominations as well (ADR 72). */
export function withdrawPages(deps: Deps, pages: Router): void {
  const asked = async (
    req: Request,
    reading: Parameters<typeof applicationsOf>[1],
  ): Promise<Application | undefined> => {
    const application = (await applicationsOf(deps, reading)).get(String(req.params['nomination']))
    return application?.mayWithdraw ? application : undefined
  }

  pages.get(address, async (req, res) => {
    const reading = await entered(deps, { req, res, afterClose: true })
    if (!reading) return
    const application = await asked(req, reading)
    // What was withdrawn already reads so there.
    if (!application) {
      backTo(`${pathOf(req)}/nominations`, { req, res })
      return
    }
    res.send(await page(deps, { req, application }))
  })

  pages.post(address, async (req, res) => {
    const reading = await entered(deps, { req, res, afterClose: true })
    if (!reading) return
    const application = await asked(req, reading)
    if (!application) {
      backTo(`${pathOf(req)}/nominations`, { req, res })
      return
    }
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

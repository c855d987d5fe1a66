import type { Request, Router } from 'express'
import { instant } from '../../../domain/time.ts'
import { sha256 } from '../../../store/chain.ts'
import type { Deps } from '../../deps.ts'
import { exactRouter } from '../../exact-router.ts'
import { gaveUp, patienceOf, takeTime } from '../../patience.ts'
import { sameOriginOnly } from '../../same-origin.ts'
import { submit } from '../../submit.ts'
import { formBody } from '../form.ts'
import { pageHeaders } from '../headers.ts'
import { wordsFor } from '../language.ts'
import { closedPage } from './closed.ts'
import { codePages } from './code-routes.ts'
import { partnerErrors } from './errors.ts'
import { readForm, type Given } from './form.ts'
import { backTo, opened, pathOf, type OpenReading } from './opening.ts'
import { invitationPage } from './pages.ts'
import type { Closed } from './reading.ts'
import { invitationShown } from './shown.ts'

/** `/partner/{token}`: what is asked of a partner, and done about it, without an account; what is personal, with a code. */
export function partnerPages(deps: Deps): Router {
  const pages = exactRouter()
  const { zone } = deps.rules.calendar
  pages.all(
    ['/partner/:token', '/partner/:token/code', '/partner/:token/contacts'],
    ...pageHeaders(deps, 'no-referrer'),
    sameOriginOnly(deps, { tokenInAddress: true }),
    ...formBody,
  )

  pages.get('/partner/:token', async (req, res) => {
    const reading = await opened(deps, req)
    const { open } = reading
    const words = wordsFor(req)
    const shown = await invitationShown(deps, { ...reading, may: open.may })
    res.send(invitationPage(shown, { words, zone, path: pathOf(req) }))
  })

  pages.post('/partner/:token', async (req, res) => {
    const reading = await opened(deps, req)
    const words = wordsFor(req)
    const read = readForm(req.body)
    if ('faults' in read) {
      const shown = await invitationShown(deps, { ...reading, may: reading.open.may })
      return void res.status(422).send(invitationPage(shown, { words, zone, path: pathOf(req), ...read }))
    }
    const late = await give(deps, { req, reading, given: read.given })
    if (late) return void res.status(202).send(closedPage(late, { words, zone, ...reading }))
    backTo(pathOf(req), { req, res })
  })

  codePages(deps, pages)
  pages.use('/partner/:token', ...partnerErrors(deps))
  return pages
}

/** Does it, once however often one page sends it. Answers nothing when it is recorded, and a receipt when it is only received. */
async function give(
  deps: Deps,
  { req, reading, given }: { req: Request; reading: OpenReading; given: Given },
): Promise<Extract<Closed, { is: 'received' }> | undefined> {
  const { link, actor, register, contact } = reading
  const { command, body } = given
  const submitted = await submit(deps, {
    actor,
    register,
    stream: link.file,
    command,
    body,
    key: sha256(JSON.stringify(['partner', link.file, link.party, given])),
    language: contact.language,
    until: patienceOf(req),
    gaveUp: () => gaveUp(req),
  })
  takeTime(req)
  return submitted.kind === 'received'
    ? { is: 'received', at: instant(submitted.receipt.receivedAt), row: submitted.receipt.id }
    : undefined
}

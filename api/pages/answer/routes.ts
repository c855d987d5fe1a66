import type { ErrorRequestHandler, Request, Response, Router } from 'express'
import type { Actor } from '../../../domain/actor.ts'
import { instant } from '../../../domain/time.ts'
import { sha256 } from '../../../store/chain.ts'
import { rowIdOf } from '../../../store/inbox.ts'
import { registerNow } from '../../../store/register/now.ts'
import { personIn } from '../../../store/register/people.ts'
import { readTexts } from '../../../store/texts.ts'
import { submit } from '../../command/submit.ts'
import type { Deps } from '../../deps.ts'
import { problemOf } from '../../http/errors.ts'
import { exactRouter } from '../../http/exact-router.ts'
import { takeTime, waitOf } from '../../http/patience.ts'
import { sameOriginOnly } from '../../http/same-origin.ts'
import { actorIn } from '../../session/actor.ts'
import { registerOf } from '../../session/register-of.ts'
import { readsPages } from '../errors.ts'
import { formBody } from '../form.ts'
import { pageHeaders } from '../headers.ts'
import { chosenLanguage, readIn, wordsFor } from '../language.ts'
import { inLanguageOfReader, linkErrors, type LinkPages } from '../links/errors.ts'
import { closedPage, unavailablePage, unknownPage } from './closed.ts'
import { readForm, type AnswerGiven } from './form.ts'
import { requestPage } from './pages.ts'
import { readLink, type Opened, type Reading } from './reading.ts'
import { requestShown } from './request.ts'

/** `/answer/{token}`: one approval, answered from the mail, without a session. */
export function answerPages(deps: Deps): Router {
  const pages = exactRouter()
  const inReadersLanguage = inLanguageOfReader(
    deps,
    async (party, req) => personIn(await registerOf(req, deps), party)?.language,
  )
  const { zone } = deps.rules.calendar
  pages.use('/answer', ...pageHeaders(deps, 'no-referrer'), sameOriginOnly(deps, { tokenInAddress: true }), ...formBody)

  pages.get('/answer/:token', async (req, res) => {
    const { opened, person, register } = await linkOf(req, { deps, token: req.params.token })
    readIn(req, person.language)
    const words = wordsFor(req)
    const again = req.query[againMark] !== undefined
    if (opened.is !== 'open') return void res.status(statusOf(opened)).send(closedPage(opened, { words, zone, again }))
    res.send(requestPage(await requestShown(deps, opened, register), { words, zone }))
  })

  pages.post('/answer/:token', async (req, res) => {
    const { token } = req.params
    const reading = await linkOf(req, { deps, token })
    const { opened, person, register } = reading
    readIn(req, person.language)
    const words = wordsFor(req)
    const read = readForm(req.body)
    const answered = async (answer: AnswerGiven): Promise<void> => {
      const late = await give(deps, { req, reading, answer })
      if (late) res.status(202).send(closedPage(late, { words, zone }))
      else backTo(token, { req, res })
    }
    if (opened.is !== 'open') {
      // Sent again while it is on its way it is waited for, as when it was sent first.
      if ('answer' in read && opened.is === 'received' && opened.row === rowOf(deps, reading, read.answer))
        return answered(read.answer)
      if ('answer' in read && (await isRepeated(deps, { opened, answer: read.answer }))) {
        backTo(token, { req, res, again: true })
        return
      }
      return void res
        .status(opened.is === 'given' ? 409 : statusOf(opened))
        .send(closedPage(opened, { words, zone, again: true }))
    }
    if ('faults' in read)
      return void res
        .status(422)
        .send(requestPage(await requestShown(deps, opened, register), { words, zone, ...read }))
    await answered(read.answer)
  })

  pages.use('/answer/:token', inReadersLanguage, overtaken(deps), linkErrors(answerLinks))
  return pages
}

/** What a token opens, by the one look of this request at the register (ADR 51). */
const linkOf = async (req: Request, { deps, token }: { deps: Deps; token: string }): Promise<Reading> =>
  readLink(deps, { token, register: await registerOf(req, deps) })

/** What became of a request is told as such, with a status that fits; what was answered is there to be read. */
const statusOf = ({ is }: Exclude<Opened, { is: 'open' }>): number =>
  is === 'given' ? 200 : is === 'received' ? 202 : 410

/** Says in an address that an answer came after the one that was recorded. */
const againMark = 'again'

/** Whether the person of a link sends the very answer that they gave before. */
async function isRepeated(
  { store }: Deps,
  { opened, answer: { opinion, reason } }: { opened: Opened; answer: AnswerGiven },
): Promise<boolean> {
  if (opened.is !== 'given' || !opened.own || opinion !== opened.given.opinion) return false
  const before = opened.given.reason
  return reason === (before && (await readTexts(store, [before])).get(before))
}

/** The same page again, by GET: it shows what was recorded, and loading it anew sends nothing twice. */
const backTo = (token: string, { req, res, again = false }: { req: Request; res: Response; again?: boolean }): void => {
  const language = chosenLanguage(req)
  const query = new URLSearchParams({ ...(language && { lang: language }), ...(again && { [againMark]: 'true' }) })
  res.redirect(303, `/answer/${token}${query.size > 0 ? `?${query.toString()}` : ''}`)
}

const actorOf = ({ now, rules }: Deps, { link, register }: Reading): Actor =>
  actorIn(register, link.party, { now: now(), rules, byLink: true })
/** The same answer by the same link is one. */
const keyOf = (link: Reading['link'], answer: AnswerGiven): string => sha256(JSON.stringify(['answer', link, answer]))
/** The row of an answer, once it was received. */
const rowOf = (deps: Deps, reading: Reading, answer: AnswerGiven): string =>
  rowIdOf(reading.link.file, actorOf(deps, reading).id, keyOf(reading.link, answer))

/** Gives the answer, once however often it is sent. Answers nothing when it is recorded, and a receipt when it is only received. */
async function give(
  deps: Deps,
  { req, reading, answer }: { req: Request; reading: Reading; answer: AnswerGiven },
): Promise<Extract<Opened, { is: 'received' }> | undefined> {
  const { link, person, register } = reading
  const submitted = await submit(deps, {
    actor: actorOf(deps, reading),
    register,
    stream: link.file,
    command: 'give',
    body: answer,
    key: keyOf(link, answer),
    language: person.language,
    ...waitOf(req),
  })
  takeTime(req)
  return submitted.kind === 'received'
    ? { is: 'received', at: instant(submitted.receipt.receivedAt), row: submitted.receipt.id }
    : undefined
}

/** An answer that was refused, because the request ended while it was on its way: says how, where there is something to say. */
const overtaken =
  (deps: Deps): ErrorRequestHandler =>
  async (error: unknown, req, res, next) => {
    if (problemOf(error)?.status !== 409 || !readsPages(req)) {
      next(error)
      return
    }
    // Something changed since the look of this request.
    const register = await registerNow(deps.store)
    const { opened, person } = await readLink(deps, { token: String(req.params['token']), register })
    if (opened.is === 'open') {
      next(error)
      return
    }
    readIn(req, person.language)
    const words = wordsFor(req)
    res.status(409).send(closedPage(opened, { words, zone: deps.rules.calendar.zone, again: true }))
  }

/** What is told where a link is none, or an answer may be lost. */
export const answerLinks: LinkPages = { unknown: unknownPage, unavailable: unavailablePage }

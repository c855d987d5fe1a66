import type { Request, Router } from 'express'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { awaitsCode, codesByOrigin, enterCode, isEntered, leave, mailCode } from '../../link-code.ts'
import { wordsFor } from '../language.ts'
import { codePage, contactsPage } from './code-pages.ts'
import { backTo, opened, placeOf } from './opening.ts'

/** What a code opens of a link, and the code itself. */
export function codePages(deps: Deps, pages: Router): void {
  const code = codesByOrigin()
  pages.get('/partner/:token/code', async (req, res) => {
    await opened(deps, req)
    res.send(codePage({ words: wordsFor(req), awaited: await awaitsCode(req, { deps, place: placeOf(req) }) }))
  })

  pages.post('/partner/:token/code', code, async (req, res) => {
    const { contact } = await opened(deps, req)
    const place = placeOf(req)
    const words = wordsFor(req)
    const entered = codeIn(req.body)
    if (entered === undefined) {
      if (await mailCode(res, { deps, place, contact })) {
        backTo(`${place.path}/code`, { req, res, to: goingTo(req) })
        return
      }
      const awaited = await awaitsCode(req, { deps, place })
      return void res.status(429).send(codePage({ words, awaited, fault: 'codeTooMany' }))
    }
    const tried = await enterCode(req, { res, deps, place, code: entered })
    if (tried === 'right') {
      backTo(`${place.path}/${goingTo(req) ?? 'contacts'}`, { req, res })
      return
    }
    const fault = tried === 'wrong' ? 'codeWrong' : 'codeOver'
    res.status(422).send(codePage({ words, awaited: tried === 'wrong', fault }))
  })

  pages.get('/partner/:token/contacts', async (req, res) => {
    const { institution, partner } = await opened(deps, req)
    const place = placeOf(req)
    if (!(await isEntered(req, { deps, place }))) {
      backTo(`${place.path}/code`, { req, res })
      return
    }
    const words = wordsFor(req)
    res.send(contactsPage(institution.contacts, { words, path: place.path, partner: partner.name }))
  })

  pages.post('/partner/:token/contacts', async (req, res) => {
    const place = placeOf(req)
    await leave(req, { res, deps, place })
    backTo(place.path, { req, res })
  })
}

/** Where whoever enters a code was going, where it is not the contacts. */
const goingTo = (req: Request): 'nominations' | undefined =>
  req.query['to'] === 'nominations' ? 'nominations' : undefined

const CodeForm = z.object({ do: z.literal('enter'), code: z.string().max(100) })
/** The code that was entered, its digits alone; nothing where one is asked for. */
const codeIn = (body: unknown): string | undefined => CodeForm.safeParse(body).data?.code.replaceAll(/\D/g, '')

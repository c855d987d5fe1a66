import type { Request, Router } from 'express'
import { z } from 'zod'
import type { Words } from '../../../locales/words.ts'
import type { Deps } from '../../deps.ts'
import { wordsFor } from '../language.ts'
import { codePage } from './code-page.ts'
import { awaitsCode, codesByOrigin, enterCode, mailCode, type Addressee, type LinkPlace } from './link-code.ts'
import { backTo } from './place.ts'

/** Where the pages of one kind of link ask for its code. */
export interface CodeAddress {
  /** `'/partner/:token/code'` */
  readonly address: string
  readonly placeOf: (req: Request) => LinkPlace
  /** Whom the code goes to, of a link on which something can be done. Throws where nothing can. */
  readonly addressee: (req: Request) => Promise<Addressee>
  /** What a code is asked for. */
  readonly lead: (words: Words) => string
  /** The pages behind the code, by the end of their address; the first, where nobody was going to another. */
  readonly behind: readonly [string, ...string[]]
}

/** A link's code: asked for, sent to its addressee, and entered. */
export function codeRoutes(
  deps: Deps,
  pages: Router,
  { address, placeOf, addressee, lead, behind }: CodeAddress,
): void {
  const code = codesByOrigin()
  const goingTo = (req: Request): string | undefined => behind.slice(1).find((one) => one === req.query['to'])

  pages.get(address, async (req, res) => {
    await addressee(req)
    const words = wordsFor(req)
    res.send(codePage({ words, lead: lead(words), awaited: await awaitsCode(req, { deps, place: placeOf(req) }) }))
  })

  pages.post(address, code, async (req, res) => {
    const to = await addressee(req)
    const place = placeOf(req)
    const words = wordsFor(req)
    const entered = codeIn(req.body)
    if (entered === undefined) {
      if (await mailCode(res, { deps, place, addressee: to })) {
        backTo(`${place.path}/code`, { req, res, to: goingTo(req) })
        return
      }
      const awaited = await awaitsCode(req, { deps, place })
      return void res.status(429).send(codePage({ words, lead: lead(words), awaited, fault: 'codeTooMany' }))
    }
    const tried = await enterCode(req, { res, deps, place, code: entered })
    if (tried === 'right') {
      backTo(`${place.path}/${goingTo(req) ?? behind[0]}`, { req, res })
      return
    }
    const fault = tried === 'wrong' ? 'codeWrong' : 'codeOver'
    res.status(422).send(codePage({ words, lead: lead(words), awaited: tried === 'wrong', fault }))
  })
}

const CodeForm = z.object({ do: z.literal('enter'), code: z.string().max(100) })
/** The code that was entered, its digits alone; nothing where one is asked for. */
const codeIn = (body: unknown): string | undefined => CodeForm.safeParse(body).data?.code.replaceAll(/\D/g, '')

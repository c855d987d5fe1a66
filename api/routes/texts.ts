import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { isProcessType } from '../../domain/catalogue.ts'
import { languages } from '../../domain/language.ts'
import { hasWords, wordsIn } from '../../domain/register/words.ts'
import { dayOf, instant } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import { eraseText, findText, findTexts } from '../../store/erasing/texts.ts'
import type { TextDoc } from '../../store/text-schema.ts'
import { idOfText, refOfText } from '../../store/texts.ts'
import { base, hrefOf } from '../address.ts'
import { parse } from '../contracts/parse.ts'
import { NoBody, NoQuery } from '../contracts/scalars.ts'
import { TextSearch, TextsFound, TextView } from '../contracts/text.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { jsonBodyOf } from '../http/request.ts'
import { route, type Route } from '../http/route.ts'
import { present } from '../register/amend.ts'
import { mayErase } from '../register/erasing.ts'
import { authorshipOf } from '../register/once.ts'
import { sceneOf, type Scene } from '../register/scene.ts'

/** Whoever has looked at two hundred says more words. */
const most = 200

/** Free texts that speak of somebody in files of others: data protection finds them by a name, and erases single ones (ADR 74). */
export const textRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'post',
      path: `${base}/texts/find`,
      id: 'texts.find',
      tag: 'texts',
      summary: 'Find what people wrote of somebody, in whichever file; nothing is recorded of what was looked for',
      query: NoQuery,
      body: TextSearch,
      answers: { 200: { description: 'The newest first.', body: TextsFound } },
    },
    async (asked) => {
      const scene = protectorScene(deps, asked)
      const { q } = parse(TextSearch, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
      const searched = wordsIn(q)
      const says = (text: string): boolean => hasWords(text, searched)
      const found = await findTexts(deps.store, { says, most: most + 1 })
      return { body: { items: found.slice(0, most).map((one) => textView(one, scene)), more: found.length > most } }
    },
  ),
  route(
    {
      method: 'post',
      path: `${base}/texts/{id}/erase`,
      id: 'texts.erase',
      tag: 'texts',
      summary:
        'Erase one free text for good: its place says that it was, and since when; the ledger says who erased it, and nothing of its words',
      query: NoQuery,
      body: NoBody,
      answers: { 200: { description: 'What stands in its place.', body: TextView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = protectorScene(deps, asked)
      parse(NoBody, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
      const ref = refOfText(id)
      present(await findText(deps.store, ref))
      const by = authorshipOf(scene, { cause: randomUUID() })
      await eraseText(deps.store, { ref, by, instead: insteadOf(scene.on) })
      deps.log.info({ text: id, by: by.actor }, 'text erased')
      return { body: textView(present(await findText(deps.store, ref)), scene) }
    },
  ),
]

function protectorScene(deps: Deps, asked: Parameters<typeof sceneOf>[1]): Scene {
  const scene = sceneOf(deps, asked)
  if (!mayErase(scene)) throw new Problem(403, 'forbidden')
  return scene
}

/** What stands in the place of a text that was erased, for every reader: `'[effacé le … · erased on …]'` */
const insteadOf = (on: Scene['on']): string =>
  `[${languages
    .map((language) => wordsOf(language))
    .map(({ register, day }) => `${register.textErasedOn} ${day(on)}`)
    .join(' · ')}]`

function textView(
  { _id, stream, text, author, writtenAt, erasedAt, erasedBy }: TextDoc,
  { calendar }: Scene,
): z.output<typeof TextView> {
  return {
    id: idOfText(_id),
    stream,
    text,
    author,
    writtenAt: writtenAt.toISOString(),
    erasedBy: erasedBy ?? null,
    erasedOn: erasedAt ? dayOf(instant(erasedAt.toISOString()), calendar) : null,
    href: isProcessType(stream.replace(/\/.*$/, '')) ? `${hrefOf(stream)}/history` : null,
  }
}

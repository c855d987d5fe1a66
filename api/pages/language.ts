import type { Request, RequestHandler } from 'express'
import { languages, type Language } from '../../domain/language.ts'
import { wordsOf, wordsOnPage, type Words } from '../../locales/words.ts'
import { languageOf } from '../session/caller.ts'

// Whose page it is stays known for what is told of an error later.
const readers = new WeakMap<Request, Language>()

/** Notes in which language the reader of a page reads. */
export const readIn = (req: Request, language: Language): void => void readers.set(req, language)

const withoutAccounts = new WeakSet<Request>()

/** Of pages whose readers have no account: what is refused is told to them in words of their own. */
export const forNoAccount: RequestHandler = (req, _res, next) => {
  withoutAccounts.add(req)
  next()
}

/** The words of a page: in the language asked for in the address, else the reader's own where we know it, else the browser's. */
export function wordsFor(req: Request): Words {
  const language = chosenLanguage(req) ?? readers.get(req) ?? languageOf(req)
  return withoutAccounts.has(req) ? wordsOnPage(language) : wordsOf(language)
}

/** The language chosen on the page itself, kept in its address. */
export const chosenLanguage = (req: Request): Language | undefined =>
  languages.find((language) => language === req.query['lang'])

import type { Request } from 'express'
import { languages, type Language } from '../../domain/language.ts'
import { wordsOf, type Words } from '../../locales/words.ts'
import { languageOf } from '../caller.ts'

/** The words of a page: in the language asked for in the address, else the reader's own where we know it, else the browser's. */
export const wordsFor = (req: Request, own?: Language): Words => wordsOf(chosenLanguage(req) ?? own ?? languageOf(req))

/** The language chosen on the page itself, kept in its address. */
export const chosenLanguage = (req: Request): Language | undefined =>
  languages.find((language) => language === req.query['lang'])

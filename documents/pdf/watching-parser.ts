import { PDFDict, PDFName, PDFNumber, PDFParser, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { mostPixels } from '../limits.ts'
import { Refused } from '../verdict.ts'
import { activeNames } from './names.ts'

const arrayBegins = '['.charCodeAt(0)

/** What the objects of a PDF come to. */
export interface Counted {
  pages: number
  catalogs: number
}

/** Parses objects, and looks at every name as it is read: also at those that a later one of the same dictionary replaces. */
export class WatchingParser extends PDFParser {
  readonly #counted: Counted
  constructor(bytes: Uint8Array, counted: Counted) {
    super(bytes)
    this.#counted = counted
  }

  /** The object that begins at a place. Throws `Refused` for one that does more than being read, or that cannot be. */
  objectAt(start: number): PDFObject {
    this.bytes.moveTo(start)
    try {
      return this.parseObject()
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('document-damaged')
    }
  }

  protected override parseName(): PDFName {
    const name = super.parseName()
    const text = name.decodeText()
    if (text === 'Encrypt') throw new Refused('document-encrypted')
    if (activeNames.includes(text)) throw new Refused('document-active', text)
    if (text === 'OpenAction') this.#refuseAction()
    return name
  }

  protected override parseDict(ref?: PDFRef): PDFDict {
    const dict = super.parseDict(ref)
    const type = dict.get(PDFName.of('Type'))
    if (type === PDFName.of('Page')) this.#counted.pages++
    if (type === PDFName.of('Catalog')) this.#counted.catalogs++
    const [width, height] = [dict.get(PDFName.of('Width')), dict.get(PDFName.of('Height'))]
    if (width instanceof PDFNumber && height instanceof PDFNumber && width.asNumber() * height.asNumber() > mostPixels)
      throw new Refused('document-oversized', `${width.asNumber()} × ${height.asNumber()}`)
    return dict
  }

  /** A place to open at is an array; anything else may be an action. */
  #refuseAction(): void {
    this.skipWhitespaceAndComments()
    if (this.bytes.peek() !== arrayBegins) throw new Refused('document-active', 'OpenAction')
  }
}

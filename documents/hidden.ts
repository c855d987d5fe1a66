import { Refused } from './verdict.ts'

// A ZIP is read from its end: its last record, and a comment of 65,535 bytes at most.
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
const zipEndWithin = 65_557
const markup = /<(?:!doctype\s+html|html|script|iframe|svg|body|\?php)[\s>]/i
const pdfHeader = Buffer.from('%PDF-', 'latin1')

/** Throws `document-mixed` for a file that is an archive or a page of the web as well. */
export function refuseHidden(bytes: Buffer): void {
  if (bytes.subarray(-zipEndWithin).includes(zipEnd)) throw new Refused('document-mixed', 'ZIP')
  if (markup.test(bytes.toString('latin1'))) throw new Refused('document-mixed', 'HTML')
}

/** Throws `document-mixed` for an image that a reader of PDF would open as well. */
export function refuseHiddenPdf(bytes: Buffer): void {
  if (bytes.includes(pdfHeader)) throw new Refused('document-mixed', 'PDF')
}

/** Throws `document-mixed` where more than white space follows the end of a document. */
export function refuseTrailing(bytes: Buffer, end: number): void {
  if (!/^[\0\t\n\f\r ]*$/.test(bytes.subarray(end).toString('latin1'))) throw new Refused('document-mixed')
}

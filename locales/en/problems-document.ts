import type { TitleAndDetail } from '../catalogue.ts'
import type { DocumentProblemCode } from '../problems-document.ts'

/** What can go wrong with a document, and what to do. */
export const documentProblems: Record<DocumentProblemCode, TitleAndDetail> = {
  'document-missing': {
    title: 'There is no file',
    detail: 'Choose one file, and send it as “file” and nothing beside it.',
  },
  'document-several': {
    title: 'There are several files',
    detail: 'One file can be sent at a time. Send them one after the other.',
  },
  'document-cut': {
    title: 'The file did not arrive whole',
    detail: 'The upload was broken off, and nothing of it was kept. Send the file again.',
  },
  'document-empty': {
    title: 'The file is empty',
    detail: 'Open it to see whether it is the right one, and send it again.',
  },
  'document-type': {
    title: 'This kind of file is not taken',
    detail:
      'Only PDF, JPEG and PNG are{found, select, none {} other {, and this is “{found}”}}. Print it to PDF, and send that.',
  },
  'document-extension': {
    title: 'The name does not say what the file is',
    detail:
      'Going by its content it is {found, select, pdf {a PDF: its name has to end in “.pdf”} jpeg {a JPEG: its name has to end in “.jpg” or “.jpeg”} other {a PNG: its name has to end in “.png”}}. Rename it, and send it again.',
  },
  'document-damaged': {
    title: 'The file cannot be read',
    detail:
      'It is damaged, or written in a way that cannot be checked. Print it to PDF again, or scan it again, and send that.',
  },
  'document-encrypted': {
    title: 'The PDF is protected',
    detail: 'A PDF with a password or restrictions cannot be checked. Print it to PDF without any, and send that.',
  },
  'document-active': {
    title: 'The PDF does more than being read',
    detail:
      'It holds something that runs, opens by itself or is attached{found, select, none {} other { (“{found}”)}}. Print it to PDF again, and send that.',
  },
  'document-mixed': {
    title: 'The file holds something else as well',
    detail:
      'Before, behind or inside the document there is more{found, select, none {} other { (“{found}”)}}. Print it to PDF again, or scan it again, and send that.',
  },
  'document-oversized': {
    title: 'The document is too large once it is opened',
    detail:
      'It has too many pages or pixels, or unpacks to too much{found, select, none {} other { (“{found}”)}}. Scan it again with at most 300 dots per inch, or send it in parts.',
  },
  'document-unchecked': {
    title: 'The file could not be checked',
    detail: 'Checking it took too long or too much memory. Print it to PDF again, and send that.',
  },
  'document-changed': {
    title: 'This document is no longer what was uploaded',
    detail:
      'It is not handed out. Nothing is lost on your side: whoever runs the product was told{id, select, none {} other {, under the number {id}}}.',
  },
  'documents-unused': {
    title: 'Too many of your documents are not used',
    detail:
      '{most} documents that you uploaded are attached to nothing. Attach them, or wait a day: then they are gone.',
  },
  'documents-full': {
    title: 'There is no room for documents just now',
    detail: 'Nothing of your file was kept. Try again later, and tell whoever runs the product.',
  },
  'documents-none': {
    title: 'There is no document',
    detail: 'What you asked for holds no document that you may read.',
  },
}

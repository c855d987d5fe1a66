import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const namespace = 'http://schemas.openxmlformats.org'
const related = `${namespace}/officeDocument/2006/relationships`
const spreadsheet = `${namespace}/spreadsheetml/2006/main`

/** A spreadsheet whose one sheet holds these rows, written as ECMA-376 writes them: `'<row r="7"><c r="A7"/></row>'`. */
export async function workbookOf(rows: string): Promise<Buffer> {
  const zip = new ZipFile()
  const part = (path: string, xml: string): void =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), path)
  const relating = (kind: string, target: string): string =>
    `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${related}/${kind}" Target="${target}"/></Relationships>`
  part('[Content_Types].xml', `<Types xmlns="${namespace}/package/2006/content-types"/>`)
  part('_rels/.rels', relating('officeDocument', 'xl/workbook.xml'))
  part('xl/_rels/workbook.xml.rels', relating('worksheet', 'worksheets/sheet1.xml'))
  part(
    'xl/workbook.xml',
    `<workbook xmlns="${spreadsheet}" xmlns:r="${related}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  part('xl/worksheets/sheet1.xml', `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData></worksheet>`)
  zip.end()
  return buffer(zip.outputStream)
}

/** A row of texts, from column A on. `rowOf(7, ['An Tran'])` */
export const rowOf = (line: number, cells: readonly string[]): string =>
  `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

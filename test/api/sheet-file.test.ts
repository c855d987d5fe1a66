import { expect } from 'chai'
import { sheetLines } from '../../api/imports/sheet-file.ts'
import { Problem } from '../../api/http/problem.ts'
import { rowOf, workbookOf } from '../workbook.ts'

const last = 1_048_576
const read = async (rows: string): Promise<string> => {
  try {
    return (await sheetLines(await workbookOf(rows))).map(({ line, cells }) => `${line} ${cells.join()}`).join('; ')
  } catch (error) {
    return error instanceof Problem ? `${error.code} ${JSON.stringify(error.fields)}` : String(error)
  }
}

describe('the lines of a spreadsheet', () => {
  const two = rowOf(1, ['name', 'city']) + rowOf(2, ['A', 'B'])

  it('are those that say something, under the number that each has in the sheet, however many empty ones lie between', async () => {
    const between = Array.from({ length: 3000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/></row>`).join('')
    expect(await read(two + between + rowOf(10_000, ['C']))).to.equal('1 name,city; 2 A,B; 10000 C')
  })

  it('that are formatted alone, or whose formulas come to nothing, are none, down to the last of a sheet', async () => {
    const formatted = `<row r="${last}" s="1" customFormat="1" ht="20"><c r="A${last}" s="1"/><c r="XFD${last}"/></row>`
    const formula = '<row r="20000"><c r="B20000" t="str"><f>IF(A20000="","",A20000)</f><v></v></c></row>'
    const blank = `<row r="20001"><c r="A20001" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>`
    expect(await read(two + formula + blank + formatted)).to.equal('1 name,city; 2 A,B')
  })

  it('below line 10,000 are refused, and what to do is said: nothing is left unread', async () => {
    const number = `<row r="${last}"><c r="C${last}"><v>7</v></c></row>`
    const formula = '<row r="20000"><c r="B20000" t="str"><f>A2</f><v>A</v></c></row>'
    for (const row of [rowOf(10_001, ['C']), number, formula, `<row r="${last}"><c r="XFD${last}"><v>1</v></c></row>`])
      expect(await read(two + row), row).to.equal('import-too-long {"most":10000}')
  })

  it('are read of every column: what stands far to the right is not left unread either', async () => {
    expect(await read(`<row r="1"><c r="A1"><v>1</v></c><c r="BA1"><v>2</v></c></row>`)).to.match(/^1 1,+2$/)
  })

  it('that are wide and empty are not read for ever', async () => {
    expect(await read('<row><c r="XFD1"/></row>'.repeat(5000))).to.equal('body-too-large {}')
  })

  it('that are no sheet are refused as that', async () => {
    for (const row of ['<row r="1"><c r="XFE1"><v>1</v></c></row>'])
      expect(await read(row), row).to.equal('import-unreadable {}')
  })
})

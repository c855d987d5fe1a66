import { expect } from 'chai'
import { csvLines } from '../../api/imports/table-file.ts'
import { Problem } from '../../api/http/problem.ts'

const read = (text: string): string => {
  try {
    const lines = csvLines(Buffer.from(text))
    return `${lines.length}, the last ${lines.at(-1)?.line}`
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('the lines of a CSV file', () => {
  it('are those that say something, under the number that each has in the file', () => {
    expect(read('name;city\r\n;;;;\r\n \r\n\r\nMilan;IT\r\n')).to.equal('2, the last 5')
    expect(read(`name;city\r\n${';;\r\n'.repeat(9_998)}Milan;IT\r\n`)).to.equal('2, the last 10000')
  })

  it('are read no further than 10,000, empty cells or not: reading holds up everyone', () => {
    expect(read(`name;city\r\n${'a\r\n'.repeat(9_999)}`)).to.equal('10000, the last 10000')
    for (const line of ['a\r\n', ';;\r\n'])
      expect(read(`name;city\r\n${line.repeat(10_000)}`), line).to.equal('import-too-long')
  })
})

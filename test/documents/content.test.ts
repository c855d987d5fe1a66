import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { contentType } from '../../documents/content.ts'
import { Refused } from '../../documents/verdict.ts'
import {
  chunk,
  deflated,
  emptyZip,
  joined,
  jpeg,
  objectStream,
  pdf,
  pdfStream,
  png,
  segment,
  type PdfParts,
} from './made.ts'

describe('the content of a document', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-content-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  /** What comes of it: its type, or why it is refused. */
  const judged = async (bytes: Uint8Array, name: string): Promise<string> => {
    const path = join(folder, 'file')
    writeFileSync(path, bytes)
    return contentType(path, name).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      return error.found === undefined ? error.fault : `${error.fault}: ${error.found}`
    })
  }
  const judgedPdf = (parts: PdfParts): Promise<string> => judged(pdf(parts), 'a.pdf')

  it('is a PDF, a JPEG or a PNG, by all that it says of itself', async () => {
    expect(await judged(pdf(), 'Accord signé.PDF')).to.equal('pdf')
    expect(await judged(jpeg(), 'scan.jpg')).to.equal('jpeg')
    expect(await judged(jpeg(), 'scan.jpeg')).to.equal('jpeg')
    expect(await judged(png(), 'a.b.png')).to.equal('png')
    expect(await judged(joined(pdf(), ' \r\n\0'), 'a.pdf')).to.equal('pdf')
    expect(await judged(joined(png(), '\n'), 'a.png')).to.equal('png')
    expect(await judged(joined(jpeg(), '\0\0'), 'a.jpg')).to.equal('jpeg')
  })

  it('has the extension of what it is', async () => {
    for (const name of ['a.png', 'a.pdf.exe', 'a.html', 'pdf', '.pdf.', 'a', ''])
      expect(await judged(pdf(), name), name).to.equal('document-extension: pdf')
    expect(await judged(png(), 'a.jpg')).to.equal('document-extension: png')
  })

  it('is nothing else', async () => {
    expect(await judged(Buffer.alloc(0), 'a.pdf')).to.equal('document-empty')
    expect(await judged(joined('GIF89a', Buffer.alloc(20)), 'a.pdf')).to.equal('document-type: gif')
    expect(await judged(joined('MZ', Buffer.alloc(200)), 'a.pdf')).to.equal('document-type: exe')
    expect(await judged(joined('<html>'), 'a.pdf')).to.equal('document-type')
    expect(await judged(joined('hello'), 'a.png')).to.equal('document-type')
  })

  it('is no two things at once', async () => {
    for (const [file, name] of [
      [pdf(), 'a.pdf'],
      [png(), 'a.png'],
      [jpeg(), 'a.jpg'],
    ] as const) {
      expect(await judged(joined(file, emptyZip), name), name).to.equal('document-mixed: ZIP')
      expect(await judged(joined(file, 'more'), name), name).to.equal('document-mixed')
      expect(await judged(joined(file, '<script>alert(1)</script>'), name), name).to.equal('document-mixed: HTML')
    }
    expect(await judged(joined('MZ', pdf()), 'a.pdf')).to.equal('document-mixed: PDF')
    expect(await judged(joined('\n', pdf()), 'a.pdf')).to.equal('document-mixed: PDF')
    expect(await judged(png({ chunks: [chunk('tEXt', joined('Comment\0<HTML ><body>'))] }), 'a.png')).to.equal(
      'document-mixed: HTML',
    )
    expect(await judged(jpeg({ segments: [segment(0xfe, pdf())] }), 'a.jpg')).to.equal('document-mixed: PDF')
    expect(await judged(png({ chunks: [chunk('abCd', joined(emptyZip, 'x'))] }), 'a.png')).to.equal(
      'document-mixed: ZIP',
    )
    expect(await judgedPdf({ objects: [pdfStream('', '<!DOCTYPE html><p>')] })).to.equal('document-mixed: HTML')
  })

  describe('of a PDF', () => {
    const script = '<< /S /JavaScript /JS (app.alert(1)) >>'

    it('does nothing by itself', async () => {
      const cases: readonly (readonly [PdfParts, string])[] = [
        [{ objects: [script] }, 'JavaScript'],
        [{ objects: ['<< /S /#4aava#53cript >>'] }, 'JavaScript'],
        [{ objects: ['<< /J#53 (app.alert(1)) >>'] }, 'JS'],
        [{ page: '/AA << /O 5 0 R >>' }, 'AA'],
        [{ catalog: '/OpenAction 5 0 R', objects: ['<< /S /URI /URI (https://evil.example) >>'] }, 'OpenAction'],
        [{ catalog: '/OpenAction << /S /URI >> /OpenAction [3 0 R /Fit]' }, 'OpenAction'],
        [{ catalog: '/Op#65nAction %\n<< /S /Named >>' }, 'OpenAction'],
        [{ objects: ['<< /S /Launch /F (cmd.exe) >>'] }, 'Launch'],
        [{ catalog: '/Names << /EmbeddedFiles 5 0 R >>' }, 'EmbeddedFiles'],
        [{ objects: [pdfStream('/Type /EmbeddedFile', 'x')] }, 'EmbeddedFile'],
        [{ page: '/Annots [<< /Subtype /RichMedia >>]' }, 'RichMedia'],
        [{ catalog: '/AcroForm << /XFA 5 0 R >>' }, 'XFA'],
        [{ objects: ['<< /S /SubmitForm >>'] }, 'SubmitForm'],
        [{ objects: [`<< /A ${script} /A null >>`] }, 'JavaScript'],
        [{ objects: [pdfStream('/F (\\\\\\\\host\\\\share)', '')] }, 'F'],
      ]
      for (const [parts, found] of cases) expect(await judgedPdf(parts), found).to.equal(`document-active: ${found}`)
    })

    it('may say at which page it opens, and link to the web', async () => {
      expect(await judgedPdf({ catalog: '/OpenAction [3 0 R /XYZ null null 0]' })).to.equal('pdf')
      expect(
        await judgedPdf({ page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://imt.fr/JS/AA) >> >>]' }),
      ).to.equal('pdf')
    })

    it('hides nothing in streams of objects, strings, comments or other streams', async () => {
      expect(await judgedPdf({ objects: [objectStream({ 7: '<< /Title (x) >>' })] })).to.equal('pdf')
      const hidden = [
        objectStream({ 7: '<< /Title (x) >>', 8: script }),
        objectStream({ 8: script }, pdfStream),
        // Whatever it is called: a reader looks at what the table says.
        deflated('/Type /XObject /N 1 /First 4', `8 0 ${script}`),
        `(unbalanced 8 0 obj ${script} endobj )`,
        `<< /X 1 >>\n%8 0 obj ${script} endobj\n`,
        pdfStream('', `8 0 obj\n${script}\nendobj`),
        pdfStream('', `8 %\n0 %x\r obj\n${script}\nendobj`),
      ]
      for (const object of hidden)
        expect(await judgedPdf({ objects: [object] }), joined(object).toString('latin1')).to.match(
          /^document-active: J/,
        )
    })

    it('is not encrypted, and nothing of it is beyond reading', async () => {
      expect(await judgedPdf({ trailer: '/Encrypt 5 0 R', objects: ['<< /Filter /Standard /V 1 >>'] })).to.equal(
        'document-encrypted',
      )
      expect(await judgedPdf({ objects: [pdfStream('/Type /XRef /Encrypt 6 0 R', '')] })).to.equal('document-encrypted')
      const unreadable: readonly PdfParts[] = [
        { objects: ['<< /Broken'] },
        { objects: [pdfStream('/Filter 6 0 R', ''), '/FlateDecode'] },
        { objects: [pdfStream('/Filter /LZWDecode', '')] },
        { objects: [pdfStream('/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode', '')] },
        { objects: [deflated('/Type /ObjStm /N 1 /First 4 /DecodeParms << /Predictor 12 >>', 'x')] },
      ]
      for (const parts of unreadable) expect(await judgedPdf(parts)).to.match(/^document-damaged/)
      expect(await judged(joined('%PDF-1.7\n%%EOF'), 'a.pdf')).to.equal('document-damaged')
      expect(await judged(joined('%PDF-1.7\nstartxref\n9\n%%EOF'), 'a.pdf')).to.equal('document-damaged')
      expect(await judged(pdf().subarray(0, -20), 'a.pdf')).to.equal('document-damaged')
    })

    it('is no bomb', async () => {
      const bomb = (megabytes: number) => deflated('', Buffer.alloc(megabytes * 1_048_576))
      expect(await judgedPdf({ objects: [bomb(8)] })).to.equal('pdf')
      expect(await judgedPdf({ objects: [bomb(257)] })).to.equal('document-oversized: Filter')
      expect(await judgedPdf({ objects: Array<Buffer>(5).fill(bomb(220)) })).to.equal('document-oversized')
      expect(await judgedPdf({ objects: [pdfStream('/Filter [/FlateDecode /FlateDecode]', '')] })).to.equal(
        'document-oversized: Filter',
      )
      expect(await judgedPdf({ objects: [objectStream({ 7: `(${' '.repeat(40_000_000)})` })] })).to.equal(
        'document-oversized: ObjStm',
      )
      expect(await judgedPdf({ objects: ['<< /Subtype /Image /Width 20000 /Height 20000 >>'] })).to.equal(
        'document-oversized: 20000 × 20000',
      )
      const pages = (more: number) => Array<string>(more).fill('<< /Type /Page >>')
      expect(await judgedPdf({ objects: pages(999) })).to.equal('pdf')
      expect(await judgedPdf({ objects: pages(1000) })).to.equal('document-oversized: 1001')
    }).timeout(60_000)
  })

  describe('of an image', () => {
    it('is whole, and in order', async () => {
      for (const [file, name] of [
        [png(), 'a.png'],
        [jpeg(), 'a.jpg'],
      ] as const)
        for (const length of [9, 30, file.length - 1])
          expect(await judged(file.subarray(0, length), name), `${name} ${length}`).to.equal('document-damaged')
      const flipped = png()
      flipped[20] = 0x42
      expect(await judged(flipped, 'a.png')).to.equal('document-damaged')
      expect(await judged(joined('\xff\xd8\xff\xd9'), 'a.jpg')).to.equal('document-damaged')
    })

    it('is no larger than anybody can open', async () => {
      expect(await judged(png({ width: 10_000, height: 10_000 }), 'a.png')).to.equal('png')
      expect(await judged(png({ width: 10_001, height: 10_000 }), 'a.png')).to.equal(
        'document-oversized: 10001 × 10000',
      )
      expect(await judged(png({ width: 20_001, height: 1 }), 'a.png')).to.equal('document-oversized: 20001 × 1')
      expect(await judged(jpeg({ width: 20_001, height: 1 }), 'a.jpg')).to.equal('document-oversized: 20001 × 1')
      expect(await judged(jpeg({ width: 12_000, height: 12_000 }), 'a.jpg')).to.equal(
        'document-oversized: 12000 × 12000',
      )
      for (const name of ['iCCP', 'zTXt', 'iTXt'])
        expect(await judged(png({ chunks: [chunk(name, Buffer.alloc(65_537))] }), 'a.png')).to.equal(
          `document-oversized: ${name}`,
        )
      expect(await judged(png({ width: 0 }), 'a.png')).to.equal('document-damaged')
    })
  })
})

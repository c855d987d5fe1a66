import { expect } from 'chai'
import fc from 'fast-check'
import { instant } from '../../domain/time.ts'
import { compose } from '../../mail/compose.ts'
import { renderDigest } from '../../mail/digest.ts'
import { rules } from '../domain/school.ts'
import { aMail } from './server.ts'

const seed = 20270902
const now = instant('2027-05-24T06:30:00Z')
const zone = 'Europe/Paris'
const once = ['From', 'To', 'Subject', 'Message-ID', 'Date', 'Auto-Submitted', 'Content-Language', 'MIME-Version']
const ofDigests = ['List-ID', 'List-Unsubscribe', 'Reply-To', 'Content-Type']

/** A digest about one thing of a partner, both of them called as somebody called them. */
const digestOf = (partner: string, title: string, isLabel: boolean) =>
  renderDigest({
    ...{ language: 'en' as const, zone, school: rules.calendar, now, reader: 'school' as const },
    ladders: rules.policy.ladders,
    office: 'officer@school.example',
    items: [
      {
        notice: { key: 'a', subject: 'partnershipPlan/usth-2027#milestone', about: 'm1', kind: 'milestoneDone' },
        ...{ partner, title, centre: title },
        ...(isLabel && { isLabel }),
      },
    ],
  })
const composed = async (subject: string): Promise<string> => {
  const mail = aMail({ subject, list: 'digests', replyTo: 'officer@school.example' })
  const { message, envelope } = await compose(mail, { from: 'longitude@school.example', date: new Date(now) })
  expect(envelope.to).to.deep.equal([mail.to])
  return message.toString('latin1')
}
/** Each header once, by the names of ours alone, in ASCII, on lines that every server takes. */
function expectOurHeaders(message: string): void {
  const [head = ''] = message.split('\r\n\r\n', 1)
  expect(head).to.match(/^[\x20-\x7e\t\r\n]*$/)
  expect(head.replaceAll('\r\n', '')).to.not.match(/[\r\n]/)
  for (const line of head.split('\r\n')) expect(line.length, line).to.be.below(999)
  const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')))
  expect(names).to.have.members([...once, ...ofDigests])
  expect(head).to.match(/^To: centre-head\.cmp@school\.example$/m)
}

describe('a mail about something that somebody named', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 })
  const heading = fc.constantFrom(
    'Bcc: a@x.example',
    'To: a@x.example',
    '\r\n\r\n<b>',
    '=?utf-8?q?=0d=0aBcc:?=',
    '.\r\n',
  )
  const name = fc.oneof(
    anything,
    fc
      .tuple(anything, fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0000'), heading, anything)
      .map((parts) => parts.join('')),
  )

  it(`has the headers it should, and goes to one reader (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(name, name, fc.boolean(), async (partner, title, isLabel) => {
        const { subject, text } = digestOf(partner, title, isLabel)
        expect(subject).to.not.match(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
        expect(text.replaceAll('\n', '')).to.not.match(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
        expectOurHeaders(await composed(subject))
      }),
      { seed, numRuns: 300 },
    )
  })

  it(`has them whatever its subject is made of (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(name, async (subject) => expectOurHeaders(await composed(`About ${subject}`))),
      { seed, numRuns: 300 },
    )
  })
})

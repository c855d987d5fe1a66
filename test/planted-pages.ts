import { expect } from 'chai'
import { visitTo, type Site, type Visit } from './api/candidate-nominated.ts'
import { seqIn } from './api/partner-nominating.ts'
import { decoded } from './decoded.ts'
import { pdf } from './documents/made.ts'
import { until } from './house.ts'
import type { MailServer } from './mail-server.ts'
import type { Office, planting } from './planted-person.ts'

/** The pages of a running API, and the mails that its worker sends. */
export const siteAt = (url: string, mails: Pick<MailServer, 'messages'>): Site => ({
  app: url,
  get mails() {
    return mails.messages.map((message) => ({ text: decoded(message) }))
  },
})

/** Somebody's browser at the link of their next mail, which an officer has sent at once. */
export async function visitByMail(
  office: Office,
  site: Site,
  { party, kind, reason }: { party: string; kind: 'partner' | 'dossier'; reason: string },
): Promise<Visit> {
  const seen = site.mails.length
  // What is to be said to them may be on its way to their mailbox still: there is none yet, or nothing in it.
  await until(async () => {
    const { status, body } = await office.post(`/messages/${party}/sendNow`, { reason })
    expect(status, JSON.stringify(body)).to.be.oneOf([200, 202, 404, 409])
    return status < 300
  })
  const link = (): string | undefined =>
    site.mails
      .slice(seen)
      .map(({ text }) => new RegExp(`/${kind}/[\\w-]{43}`).exec(text)?.[0])
      .find((one) => one !== undefined)
  await until(async () => link() !== undefined)
  return visitTo(site, link() ?? '')
}

interface Pages {
  readonly site: Site
  /** At the link of the contact of Hanoi. */
  readonly contact: Visit
  readonly word: ReturnType<typeof planting>['word']
  /** The record that a partner gave, once its nomination has begun a dossier. */
  given(): Promise<string | undefined>
  /** Whether that dossier was withdrawn. */
  withdrawn(): Promise<boolean>
}

/**
 * Has the contact of Hanoi nominate a candidate on their page, the office say whose the record is, and the candidate hand in and withdraw on theirs: by
 * the links and codes of the mails that a worker sends. Plants a string wherever something can be said.
 */
export async function liveThroughPages(
  office: Office,
  candidate: string,
  { site, contact, word, given, withdrawn }: Pages,
): Promise<void> {
  const seqOf = (page: { readonly text: string }): string => seqIn(page.text)
  const because = (): string => `Because of ${word('texts')}.`

  await contact.enter('nominations')
  const nominee = {
    name: `${word('candidates')} Three`,
    birthOn: '2006-03-15',
    email: `${word('candidates')}@student.example`,
    language: 'en',
    nationality: 'VN',
    residence: 'VN',
    level: 'bachelor',
    wish1: 'icm',
    channel: 'partnerContact',
    statement: because(),
  }
  const form = { seq: seqOf(await contact.get('/nominate')), ...nominee }
  expect((await contact.post(form, '/nominate')).status).to.be.within(202, 303)
  await until(async () => (await given()) !== undefined)
  const record = (await given()) ?? ''
  const same = await office.post(`/candidates/${record}/settle`, { other: candidate, same: true, reason: because() })
  expect(same.status, JSON.stringify(same.body)).to.equal(200)

  const visit = await visitByMail(office, site, { party: record, kind: 'dossier', reason: because() })
  await visit.enter()
  const scan = (): Uint8Array => pdf({ page: `/Plant (${word('documents')})` })
  const deposit = async (piece: string): Promise<number> =>
    (await visit.deposit(piece, scan(), `${word('texts')}.pdf`)).status
  expect(await deposit('cv')).to.be.within(202, 303)
  // Their partner's to hand in: what was sent belongs to no dossier.
  expect(await deposit('endorsement')).to.equal(403)
  const seq = seqOf(await visit.get('/documents'))
  const left = await visit.post({ do: 'withdraw', sure: 'yes', reason: because(), seq }, '/documents')
  expect(left.status, left.text).to.be.within(200, 303)
  await until(withdrawn)
}

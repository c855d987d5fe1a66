import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import { civil } from '../../domain/time.ts'
import type { Rendered } from '../../mail/frame.ts'
import { until } from '../house.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import type { Answered, Desk } from './desk.ts'
import type { Door } from './door.ts'
import { waitingMail } from './partner-invited.ts'

export const candidate = {
  id: 'c1',
  name: 'Account of a test',
  birthOn: civil('2006-03-14'),
  email: 'c1@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
} as const

/** The engineers' cycle of 2028 is open, Hanoi is invited to it and nominates `c1` on Monday 24 January 2028, 10:00 in Paris: dossier 00001, to be sent by 31 March; who sends is said by its programme. */
export async function nominateCandidate(desk: Desk, sentBy: 'partner' | 'candidate'): Promise<void> {
  const ok = async (answer: Promise<Answered>): Promise<void> => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).to.be.within(200, 201)
  }
  const officer = async (path: string, body: object = {}): Promise<void> =>
    ok((await desk.as('officer')).post(path, body))
  desk.at('2027-09-13T09:00:00Z')
  await ok((await desk.as('administrator')).patch('/programmes/icm', { sentBy }))
  await openCycle(desk)
  await officer('/candidates', candidate)
  desk.at('2028-01-24T09:00:00Z')
  const nomination = { candidate: 'c1', wishes: ['icm'], channel: 'partnerContact' }
  await officer(`/participations/${cycle}.usth/nominate`, nomination)
  await desk.settle()
}

/** The path of the signed link in the mail that waits for someone. */
export async function dossierLink(door: Door, id = 'c1', number = 1): Promise<string> {
  const { text }: Rendered = await waitingMail(door, id, number)
  const [path] = /\/dossier\/[\w-]{43}/.exec(text) ?? []
  if (path === undefined) throw new Error(`the mail to ${id} has no link: ${text}`)
  return path
}

/** A browser at the pages of one link: it keeps cookies, and reads what is shown. */
export interface Visit {
  get(path?: string): Promise<request.Response>
  post(form: object, path?: string): Promise<request.Response>
  /** Chooses a file for one document and sends it. */
  deposit(piece: string, bytes: Uint8Array, name?: string): Promise<request.Response>
  /** Sends a file with a form, under the name that it has. */
  send(
    path: string,
    file: { readonly bytes: Uint8Array; readonly name: string },
    form?: Fields,
  ): Promise<request.Response>
  /** Has a code mailed and enters it; of a partner's link, to go on to that page. */
  enter(to?: string): Promise<void>
}
type Fields = Readonly<Record<string, string>>
/** Where the pages are, and what is mailed. */
export interface Site {
  readonly app: Express | string
  readonly mails: readonly { readonly text: string }[]
}
export function visitTo(door: Site, link: string): Visit {
  const cookies = new Map<string, string>()
  const sent = async (test: request.Test, send: (test: request.Test) => request.Test): Promise<request.Response> => {
    test.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await send(test)
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  const post = (form: object, path = ''): Promise<request.Response> =>
    sent(request(door.app).post(link + path), (test) => test.type('form').send(form))
  return {
    get: (path = '') => sent(request(door.app).get(link + path), (test) => test),
    post,
    send: (path, { bytes, name }, form = {}) =>
      sent(request(door.app).post(link + path), (test) => {
        for (const [field, value] of Object.entries(form)) test.field(field, value)
        return test.attach('file', Buffer.from(bytes), name)
      }),
    deposit: (piece, bytes, name = 'file.pdf') =>
      sent(request(door.app).post(`${link}/documents/${piece}`), (test) =>
        test.attach('file', Buffer.from(bytes), name),
      ),
    enter: async (to) => {
      const before = door.mails.length
      await post({ do: 'send' }, '/code')
      await until(async () => door.mails.length > before, 5_000)
      const code = /\b\d{6}\b/.exec(door.mails.at(-1)?.text ?? '')?.[0] ?? ''
      const { status, headers } = await post({ do: 'enter', code }, to === undefined ? '/code' : `/code?to=${to}`)
      expect([status, headers['location']]).to.deep.equal([303, `${link}/${to ?? 'documents'}`])
    },
  }
}

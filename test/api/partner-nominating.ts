import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { until } from '../house.ts'
import type { Door } from './door.ts'

/** What a browser is answered. */
export interface Shown {
  readonly status: number
  readonly text: string
  readonly location: string | undefined
}
/** The browser of a partner's contact who entered the code of their link. */
export interface ContactBrowser {
  get(page: string): Promise<Shown>
  /** Sends a form of that page as it was just read, or as a page read before it. */
  post(page: string, form: Readonly<Record<string, string>>, seq?: string): Promise<Shown>
  /** Sends a file with it. */
  send(page: string, file: string | Buffer, fields?: Readonly<Record<string, string>>): Promise<Shown>
  /** Sends whatever it is, as a program would. */
  raw(page: string, body: string | Buffer, type: string): Promise<Shown>
  /** A file that is downloaded. */
  download(page: string): Promise<{ readonly status: number; readonly bytes: Buffer; readonly disposition: string }>
}

/** Somebody who is nominated, as a form says it. */
export const an = {
  name: 'An Tran',
  birthOn: '2006-03-14',
  email: 'an@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
  wish1: 'icm',
  wish2: 'ismin',
  channel: 'partnerContact',
  statement: 'She speaks French.',
}
const header = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
/** The same as a row of a file. */
export const anRow = Object.values(an).join(';')
/** Somebody else. */
export const binhRow = 'Binh Le;2005-12-01;binh@student.example;fr;VN;FR;master;ismin;;partnerContact;'
/** Rows as a file. */
export const csv = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n')

export const seqIn = (text: string): string => /name="seq" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Enters the code of a link; the app is one of its own, as each counts its requests. */
export async function enterLink(door: Door, link: string): Promise<ContactBrowser> {
  const app = createApp(door.deps)
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const kept = <T extends { readonly headers: Partial<Record<string, string | string[]>> }>(answer: T): T => {
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  const shownIn = ({ status, text, headers }: { status: number; text: string; headers: Record<string, string> }) => ({
    status,
    text,
    location: headers['location'],
  })
  const post = async (page: string, form: object): Promise<Shown> =>
    shownIn(kept(await request(app).post(`${link}${page}`).set('Cookie', cookie()).type('form').send(form)))
  const get = async (page: string): Promise<Shown> =>
    shownIn(await request(app).get(`${link}${page}`).set('Cookie', cookie()))
  const mailed = door.mails.length
  await post('/code', { do: 'send' })
  await until(async () => door.mails.length > mailed, 5_000)
  await post('/code?to=nominations', { do: 'enter', code: /\b\d{6}\b/.exec(door.mails.at(-1)?.text ?? '')?.[0] ?? '' })
  return {
    get,
    post: async (page, form, seq) => post(page, { seq: seq ?? seqIn((await get(page)).text), ...form }),
    send: async (page, file, fields = {}) => {
      const sent = request(app).post(`${link}${page}`).set('Cookie', cookie())
      for (const [name, value] of Object.entries(fields)) sent.field(name, value)
      if (file.length > 0) sent.attach('file', Buffer.from(file), 'nominations')
      return shownIn(await sent)
    },
    raw: async (page, body, type) =>
      shownIn(await request(app).post(`${link}${page}`).set('Cookie', cookie()).set('Content-Type', type).send(body)),
    download: async (page) => {
      const { status, body, headers } = await request(app)
        .get(`${link}${page}`)
        .set('Cookie', cookie())
        .responseType('blob')
      return { status, bytes: body, disposition: headers['content-disposition'] ?? '' }
    },
  }
}

import request from 'supertest'
import type { MailServer } from './mail-server.ts'
import { until } from './house.ts'

type Agent = ReturnType<typeof request.agent>
interface Account {
  readonly account: string
  readonly mails: MailServer
}

/** Someone signed in at a running API, by the link in their mail. */
export const signedIn = async (url: string, account: Account): Promise<Agent> => (await entered(url, account)).agent

/** The same, as the cookies that their browser keeps. */
export const cookiesOf = async (url: string, account: Account): Promise<string> => (await entered(url, account)).cookies

async function entered(
  url: string,
  { account, mails }: Account,
): Promise<{ readonly agent: Agent; readonly cookies: string }> {
  const agent = request.agent(url)
  const seen = mails.messages.length
  await agent
    .post('/api/v1/session/links')
    .send({ email: `${account}@school.example` })
    .expect(202)
  // Others may be written to meanwhile.
  const token = (): string | undefined =>
    mails.messages
      .slice(seen)
      .filter((mail) => mail.includes(`${account}@school.example`))
      // Quoted-printable breaks long lines with an equals sign.
      .map((mail) => /\/sign-in\/([\w-]+)/.exec(mail.replace(/=\r\n/g, ''))?.[1])
      .findLast((one) => one !== undefined)
  await until(async () => token() !== undefined)
  const { headers } = await agent.post(`/sign-in/${token()}`).expect(303)
  const set: readonly string[] = [headers['set-cookie'] ?? []].flat()
  return { agent, cookies: set.map((one) => one.split(';', 1)[0]).join('; ') }
}

import request from 'supertest'
import type { MailServer } from './mail-server.ts'
import { until } from './house.ts'

/** Someone signed in at a running API, by the link in their mail. */
export async function signedIn(
  url: string,
  { account, mails }: { account: string; mails: MailServer },
): Promise<ReturnType<typeof request.agent>> {
  const agent = request.agent(url)
  const seen = mails.messages.length
  await agent
    .post('/api/v1/session/links')
    .send({ email: `${account}@school.example` })
    .expect(202)
  await until(async () => mails.messages.length > seen)
  // Quoted-printable breaks long lines with an equals sign.
  const token = /\/sign-in\/([\w-]+)/.exec((mails.messages.at(-1) ?? '').replace(/=\r\n/g, ''))?.[1]
  await agent.post(`/sign-in/${token}`).expect(303)
  return agent
}

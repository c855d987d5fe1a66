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
  // Others may be written to meanwhile.
  const token = (): string | undefined =>
    mails.messages
      .slice(seen)
      .filter((mail) => mail.includes(`${account}@school.example`))
      // Quoted-printable breaks long lines with an equals sign.
      .map((mail) => /\/sign-in\/([\w-]+)/.exec(mail.replace(/=\r\n/g, ''))?.[1])
      .findLast((one) => one !== undefined)
  await until(async () => token() !== undefined)
  await agent.post(`/sign-in/${token()}`).expect(303)
  return agent
}

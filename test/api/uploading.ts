import type { Answered, Client } from './desk.ts'

/** Sends a file as a browser's form does. */
export async function upload(
  { agent }: Pick<Client, 'agent'>,
  bytes: Uint8Array,
  name: string,
  { key, language }: { readonly key?: string; readonly language?: string } = {},
): Promise<Answered> {
  const sending = agent.post('/api/v1/documents').attach('file', Buffer.from(bytes), name)
  if (key !== undefined) sending.set('Idempotency-Key', key)
  if (language !== undefined) sending.set('Accept-Language', language)
  const { status, headers, body } = await sending
  return { status, headers, body }
}

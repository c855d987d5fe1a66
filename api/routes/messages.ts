import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { base } from '../address.ts'
import { Messages, MessagesPage } from '../contracts/messages.ts'
import { ListQuery, NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { mediaTypes } from '../exports/formats.ts'
import { messageTable } from '../exports/table-operations.ts'
import { listFile, type Page } from '../http/list-route.ts'
import { Problem } from '../http/problem.ts'
import { route, type Asked, type Route } from '../http/route.ts'
import { partiesPage } from '../views/lists.ts'
import { viewing } from '../views/viewing.ts'
import { viewOf } from '../views/views.ts'

const path = `${base}/messages`
const tag = 'messages'

/** Reading what was written to people, and what will be. */
export function messageRoutes(deps: Deps): readonly Route[] {
  const mailOf = async (party: string, asked: Pick<Asked<unknown>, 'caller' | 'language'>): Promise<object> => {
    const mail = await viewOf(correspondenceId(party), viewing(deps, asked))
    if (!mail) throw new Problem(404, 'not-found')
    return mail.body
  }
  const others = async ({ query: { after }, ...asked }: Asked<{ after?: string | undefined }>): Promise<Page> => {
    const { parties: items, next } = await partiesPage(after, viewing(deps, asked))
    return { items, next }
  }
  return [
    route(
      {
        method: 'get',
        path,
        id: 'messages',
        tag,
        summary: 'Your mail, and the parties whose mail you may see',
        query: ListQuery,
        answers: {
          200: {
            description: 'Your own mail in full; other parties by id. With `format`: all of those, as a file.',
            body: MessagesPage,
            files: Object.values(mediaTypes),
          },
        },
      },
      async ({ query, ...asked }) => {
        const { format } = query
        if (format !== undefined)
          return listFile(deps, { query, ...asked }, { format, table: messageTable, name: 'messages', read: others })
        const [own, shown] = await Promise.all([
          mailOf(asked.caller.person.id, asked),
          partiesPage(query.after, viewing(deps, asked)),
        ])
        return { body: { own, ...shown } }
      },
    ),
    route(
      {
        method: 'get',
        path: `${path}/{party}`,
        id: 'messagesOf',
        tag,
        summary: 'One party’s mail: coming, sent, withdrawn, failed',
        query: NoQuery,
        answers: { 200: { description: 'Latest first.', body: Messages } },
      },
      async ({ key, ...asked }) => ({ body: await mailOf(key, asked) }),
    ),
  ]
}

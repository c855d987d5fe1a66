import { z } from 'zod'
import { base, documentHref } from '../address.ts'
import { UploadedView, UploadForm } from '../contracts/document.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { downloaded } from '../documents/download.ts'
import { uploaded } from '../documents/upload.ts'
import { route, type Route } from '../http/route.ts'
import { assertRight } from '../session/access.ts'

const tag = 'documents'

/** Documents that people upload, for commands to attach. */
export const documentRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'post',
      path: `${base}/documents`,
      id: 'uploadDocument',
      tag,
      summary: 'Upload a PDF, JPEG or PNG for a command to attach, within a day',
      query: NoQuery,
      body: UploadForm,
      mediaType: 'multipart/form-data',
      repeatable: true,
      answers: { 201: { description: 'Taken in; `Location` says where it is.', body: UploadedView } },
    },
    async (asked) => {
      assertRight(asked.caller.actor, 'uploadDocuments')
      const { id, type, bytes, sha256 } = await uploaded(deps, asked)
      const href = documentHref(id)
      return { status: 201, headers: { Location: href }, body: { id, href, type, bytes, sha256 } }
    },
  ),
  route(
    {
      method: 'get',
      path: `${base}/documents/{id}`,
      id: 'document',
      tag,
      summary: 'Download a document, by who sees what it belongs to',
      query: NoQuery,
      answers: {
        200: {
          description: 'Its content, as it was uploaded.',
          body: z.string(),
          mediaType: 'application/pdf',
          files: ['image/jpeg', 'image/png'],
        },
      },
    },
    ({ caller, key }) => downloaded(deps, { actor: caller.actor, id: key }),
  ),
]

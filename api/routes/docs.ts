import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Response, Router } from 'express'
import { exactRouter } from '../http/exact-router.ts'
import { headers } from '../http/headers.ts'
import type { Contract } from '../http/route.ts'
import type { Schema } from '../openapi/schemas.ts'

const bundle = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')
// The one thing it would fetch from elsewhere; its makers are named in words all the same.
const logo = 'https://cdn.redoc.ly/redoc/logo-mini.svg'
const noLogo = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

const redoc = async (): Promise<string> => (await readFile(bundle, 'utf8')).replaceAll(logo, noLogo)

const open = { method: 'get', tag: 'reference', open: true } as const

export const docsContracts: readonly Contract[] = [
  {
    ...open,
    path: '/openapi.json',
    id: 'openapi',
    summary: 'This description',
    answers: { 200: { description: 'OpenAPI 3.1.' } },
  },
  {
    ...open,
    path: '/docs',
    id: 'docs',
    summary: 'The reference page',
    answers: { 200: { description: 'A page that shows this description.', mediaType: 'text/html' } },
  },
  {
    ...open,
    path: '/',
    id: 'home',
    summary: 'The reference page',
    answers: { 200: { description: 'The same, until there are screens.', mediaType: 'text/html' } },
  },
]

/**
 * The reference page: everything it needs comes from here, and it asks no other host for anything. The description is made when it is
 * asked for first: it costs as much as the rest of a start.
 */
export function docsRoutes(openapi: () => Schema, { secure }: { secure: boolean }): Router {
  let description: Schema | undefined
  const router = exactRouter()
  router.use(['/docs', /^\/$/], headers({ secure, madeStyles: true }))
  const page = (_req: unknown, res: Response): void => void res.type('html').send(html)
  router.get('/openapi.json', (_req, res) => void res.json((description ??= openapi())))
  router.get('/', page)
  router.get('/docs', page)
  router.get('/docs/redoc.js', async (_req, res) => {
    const script = await redoc()
    res.set('Cache-Control', 'max-age=3600').type('text/javascript').send(script)
  })
  router.get('/docs/start.js', (_req, res) => void res.type('text/javascript').send(start))
  return router
}

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Longitude: reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<div id="reference"></div>
<script src="/docs/redoc.js"></script>
<script src="/docs/start.js"></script>
</html>
`

// Its search runs in a worker made of text, which our content policy does not let run.
const start = `Redoc.init('/openapi.json', { disableSearch: true, hideDownloadButton: false, nativeScrollbars: true }, document.getElementById('reference'))
`

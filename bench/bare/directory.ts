import { readFileSync } from 'node:fs'
import type { Express } from 'express'
import { z } from 'zod'

const most = 50
const Listed = z.array(z.object({ name: z.string() }))

/** Searches the names of real universities as they are written: no accents, no order of words, no rank. */
export function serveDirectory(app: Express): void {
  const file = new URL('../../data/universities.json', import.meta.url)
  const all = Listed.parse(JSON.parse(readFileSync(file, 'utf8')))
  app.get('/directory', ({ query: { q } }, res) => {
    const searched = typeof q === 'string' ? q.toLowerCase() : ''
    res.json(all.filter(({ name }) => name.toLowerCase().includes(searched)).slice(0, most))
  })
}

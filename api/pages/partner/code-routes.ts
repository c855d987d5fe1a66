import type { Router } from 'express'
import type { Deps } from '../../deps.ts'
import { wordsFor } from '../language.ts'
import { codeRoutes } from '../links/code-routes.ts'
import { isEntered, leave } from '../links/link-code.ts'
import { backTo } from '../links/place.ts'
import { contactsPage } from './contacts-page.ts'
import { opened, placeOf } from './opening.ts'

/** What a code opens of a link, and the code itself. */
export function codePages(deps: Deps, pages: Router): void {
  codeRoutes(deps, pages, {
    address: '/partner/:token/code',
    placeOf,
    addressee: async (req) => (await opened(deps, req, { afterClose: true })).contact,
    lead: (words) => words.partner('codeLead'),
    behind: ['contacts', 'nominations'],
  })

  pages.get('/partner/:token/contacts', async (req, res) => {
    const { institution, partner } = await opened(deps, req)
    const place = placeOf(req)
    if (!(await isEntered(req, { deps, place }))) {
      backTo(`${place.path}/code`, { req, res })
      return
    }
    const words = wordsFor(req)
    res.send(contactsPage(institution.contacts, { words, path: place.path, partner: partner.name }))
  })

  pages.post('/partner/:token/contacts', async (req, res) => {
    const place = placeOf(req)
    await leave(req, { res, deps, place })
    backTo(place.path, { req, res })
  })
}

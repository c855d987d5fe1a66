import { Router } from 'express'

/** A router to whom capitals matter, as they do to everything else of ours: what is called `openProposals` is no partner `openproposals`. */
export const exactRouter = (): Router => Router({ caseSensitive: true })

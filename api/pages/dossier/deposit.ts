import type { Request, Response } from 'express'
import type { Deps } from '../../deps.ts'
import { uploaded } from '../../documents/upload.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage } from './closed.ts'
import { give } from './give.ts'
import { entered, pathOf } from './opening.ts'
import { dossierShown } from './shown.ts'

/** Takes a document in from a candidate, and deposits it as one piece of their dossier. */
export const deposit =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const { actor, file } = reading
    const { id: document } = await uploaded(deps, { caller: { actor }, req })
    const body = { piece: String(req.params['piece']), document }
    const given = { command: 'deposit', body, seq: `${file.seq}`, regardless: true as const }
    // The upload may have taken longer than anyone waits for the engine.
    const until = Date.now() + deps.patience.engineMs
    const late = await give(deps, { req, reading, given, until })
    if (late) {
      const { zone } = dossierShown(deps, reading)
      return void res.status(202).send(closedPage(late, { words: wordsFor(req), zone }))
    }
    backTo(`${pathOf(req)}/documents`, { req, res })
  }

import { Busboy, type BusboyConfig, type BusboyInstance } from '@fastify/busboy'
import type { Request } from 'express'
import { Problem } from '../http/problem.ts'

/**
 * Reads a form of several parts to its end; `hears` says what becomes of its parts, and may end it with an error. Throws that error,
 * `unsupported-media-type` for what is no such form, and `document-cut` for what breaks off.
 */
export async function readParts(
  req: Request,
  limits: NonNullable<BusboyConfig['limits']>,
  hears: (form: BusboyInstance, reject: (error: unknown) => void) => void,
): Promise<void> {
  const form = formOf(req, limits)
  try {
    await new Promise<void>((resolve, reject) => {
      hears(form, reject)
      form.on('error', () => reject(new Problem(400, 'document-cut')))
      form.on('finish', resolve)
      req.once('close', () => {
        if (!req.complete) reject(new Problem(400, 'document-cut'))
      })
      req.pipe(form)
    })
  } catch (error) {
    // The rest of what is sent goes nowhere; whoever sends it is to hear why.
    req.unpipe(form)
    req.resume()
    throw error
  }
}

function formOf(req: Request, limits: NonNullable<BusboyConfig['limits']>): BusboyInstance {
  const type = req.get('content-type')
  if (type === undefined || !req.is('multipart/form-data'))
    throw new Problem(415, 'unsupported-media-type', { allowed: ['multipart/form-data'] })
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { headerPairs: 20, headerSize: 8192, ...limits } })
  } catch {
    throw new Problem(400, 'document-cut')
  }
}

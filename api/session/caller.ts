import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler } from 'express'
import type { Actor } from '../../domain/actor.ts'
import { languages, type Language } from '../../domain/language.ts'
import type { RegisterNow } from '../../store/register/now.ts'
import { personIn, type Person } from '../../store/register/people.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { actorIn } from './actor.ts'
import { registerOf } from './register-of.ts'
import { currentPerson } from './session.ts'

/** Whoever asks: a person of the register who is signed in, with everything they stand for now. */
export interface Caller {
  readonly person: Person
  readonly actor: Actor
  /** The register as it stood when they came: what they stand for, and every name in the answer, are of one look. */
  readonly register: RegisterNow
}

const callers = new WeakMap<IncomingMessage, Caller>()

/** Finds out who is signed in, once per request. */
export function identify(deps: Deps): RequestHandler {
  return async (req, _res, next) => {
    const id = currentPerson(req)
    if (id !== undefined) {
      const caller = callerIn(await registerOf(req, deps), id, deps)
      if (caller) callers.set(req, caller)
    }
    next()
  }
}

/** A person of the register, with everything they stand for now; nobody where it does not know them. */
export function callerIn(
  register: RegisterNow,
  id: string,
  { now, rules }: Pick<Deps, 'now' | 'rules'>,
): Caller | undefined {
  const person = personIn(register, id)
  return person && { person, actor: actorIn(register, id, { now: now(), rules }), register }
}

/** Who asks, where somebody is signed in. */
export const findCaller = (req: Request): Caller | undefined => callers.get(req)

/** Who asks. Throws `unauthenticated`. */
export function callerOf(req: Request): Caller {
  const caller = findCaller(req)
  if (!caller) throw new Problem(401, 'unauthenticated')
  return caller
}

/** The language to answer in: that of the person signed in, else what their browser asks for, else the school's. */
export const languageOf = (req: Request): Language =>
  callers.get(req)?.person.language ??
  languages.find((language) => language === req.acceptsLanguages([...languages])) ??
  'fr'

import { because, Problem } from '../http/problem.ts'

const fullCodes = ['ENOSPC', 'EDQUOT']
const retryAfterSeconds = 300

/** The problem `documents-full` in the place of what a full disk says; any other error as it is. */
export const diskFull = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && fullCodes.some((code) => code === error.code)
    ? because(new Problem(503, 'documents-full', { seconds: retryAfterSeconds }), error)
    : error

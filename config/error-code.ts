/** What Node calls what went wrong, `'ENOENT'`; `'unknown'` for what has no code. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

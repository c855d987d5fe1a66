import { fileURLToPath } from 'node:url'

/** The folder of the repository, absolute; relative settings are resolved against it, not against the caller's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

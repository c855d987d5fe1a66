import { memoized } from '../domain/memoized.ts'

// To look a zone up costs more than all else there is to a line of the policy.
const nameOf = memoized((timeZone): { readonly name: string | undefined } => {
  try {
    return { name: new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone }
  } catch {
    return { name: undefined }
  }
})

/** The one name of an IANA zone that has several; nothing where there is no such zone. `'Asia/Kathmandu'` → `'Asia/Katmandu'` */
export const canonicalZone = (timeZone: string): string | undefined => nameOf(timeZone).name

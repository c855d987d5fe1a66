/** The one name of an IANA zone that has several; nothing where there is no such zone. `'Asia/Kathmandu'` → `'Asia/Katmandu'` */
export function canonicalZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

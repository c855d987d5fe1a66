// Words that no two names share, so that none is likely another.
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'ro', 'su', 'ta', 've']
const wordOf = (n: number): string =>
  [n % 12, Math.floor(n / 12) % 12, Math.floor(n / 144) % 12, (n * 7) % 12, (n * 5) % 12]
    .map((at) => syllables[at])
    .join('')

/** A file of so many partners with a contact each; `badRow` (1 is the first) names no country. */
export const bigFile = (rows: number, { badRow = 0 }: { badRow?: number } = {}): string =>
  [
    'id;name;country;contactRole;contactEmail;contactLanguage;confirmDuplicate',
    ...Array.from({ length: rows }, (_, at) => {
      const country = at + 1 === badRow ? 'Japan' : 'JP'
      return `big-${at};${wordOf(at)} University;${country};internationalOffice;office@big-${at}.example;en;true`
    }),
  ].join('\r\n')

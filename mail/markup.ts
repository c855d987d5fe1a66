/** Text that is HTML already: only `html` makes it, so that nothing reaches a page or a mail unescaped. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}
type Part = string | Markup | readonly Markup[] | false | undefined

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

const sourceOf = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  return part instanceof Markup ? part.source : part.map(({ source }) => source).join('\n')
}

/** HTML with every text in it escaped, in elements and in quoted attributes. ``html`<b>${'<'}</b>`.source`` → `'<b>&lt;</b>'` */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, index) => string + sourceOf(parts[index])).join(''))

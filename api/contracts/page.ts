/** What every page is, and what one answers. */
export const page = { tag: 'pages', open: true, forBrowsers: true } as const
export const aPage = { description: 'A page.', mediaType: 'text/html' } as const
export const shown = { 200: aPage }
export const done = { 303: { description: 'Done; see what came of it.' } }

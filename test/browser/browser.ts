import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Deps } from '../../api/deps.ts'
import { freePorts } from '../../local/ports.ts'
import { openDoor, type Door } from '../api/door.ts'
import { stack } from '../stack.ts'

/** Starts Chromium out of its npm package, which unpacks itself and the libraries it needs into the run's own folder. */
async function startBrowser(): Promise<Browser> {
  const folder = join(stack.home, 'chromium')
  mkdirSync(folder, { recursive: true })
  // Read when the package is loaded: it brings its own libraries only where it believes to be there.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  process.env['TMPDIR'] = folder
  process.env['FONTCONFIG_FILE'] = fontsIn(folder)
  const [{ default: package_ }, { chromium }] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ])
  // Not the package's own arguments: those run everything in one process, with the browser's own defences off.
  return chromium.launch({ executablePath: await package_.executablePath(), args: ['--no-sandbox', '--disable-gpu'] })
}

/** The package's own settings look for its fonts in /tmp only: elsewhere every text would be zero pixels high. */
function fontsIn(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')]
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return file
}

/** The API listening where browsers reach it, as `npm start` has it: plain http on 127.0.0.1. */
export interface Site extends Door {
  readonly url: string
}

async function openSite(changes: Partial<Deps> = {}): Promise<Site> {
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const door = await openDoor({ publicUrl: url, ...changes })
  const server = createServer(door.app)
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  return {
    ...door,
    url,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await door.close()
    },
  }
}

/** As a page looks to a telephone. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

/** A browser beside a site of its own, for one file of tests. */
export interface Browsing {
  readonly site: Site
  /** What the browser complained of, and every request to another host, since the last `forget`. */
  complaints: string[]
  visit(options?: BrowserContextOptions): Promise<Page>
  /** Empties what is stored, and what was complained of. */
  forget(): Promise<void>
  close(): Promise<void>
}

export async function startBrowsing(changes: Partial<Deps> = {}): Promise<Browsing> {
  // One after the other: while it unpacks itself nothing else in this process gets its turn.
  const browser = await startBrowser()
  const site = await openSite(changes)
  const browsing: Browsing = {
    site,
    complaints: [],
    visit: (options) => openPage({ browser, site, complain: (what) => browsing.complaints.push(what) }, options),
    forget: async () => {
      browsing.complaints = []
      await site.forget()
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
  return browsing
}

async function openPage(
  { browser, site, complain }: { browser: Browser; site: Site; complain: (what: string) => unknown },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage()
  page.on(
    'console',
    (message) => /Content Security Policy|blocked|refused to/i.test(message.text()) && complain(message.text()),
  )
  page.on('request', (request) => request.url().startsWith(site.url) || complain(request.url()))
  return page
}

/** Whether a page is wider than its window. */
export const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

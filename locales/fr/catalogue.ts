import type { Catalogue } from '../catalogue.ts'
import { answer } from './answer.ts'
import { calendar } from './calendar.ts'
import { columns } from './columns.ts'
import { dates, zones } from './dates.ts'
import { dossierPage } from './dossier-page.ts'
import { indicators } from './indicators.ts'
import { labels } from './labels.ts'
import { links } from './links.ts'
import { mail } from './mail.ts'
import { notices } from './notices.ts'
import { page } from './page.ts'
import { partner } from './partner.ts'
import { faults } from './faults.ts'
import { problems } from './problems.ts'
import { receipt } from './receipt.ts'
import { refusals } from './refusals.ts'
import { signIn } from './sign-in.ts'
import { toldOnPages } from './told-on-pages.ts'

export const french: Catalogue = {
  labels,
  dates,
  zones,
  refusals,
  problems,
  toldOnPages,
  faults,
  notices,
  indicators,
  mail,
  signIn,
  answer,
  page,
  links,
  partner,
  dossierPage,
  calendar,
  receipt,
  columns,
}

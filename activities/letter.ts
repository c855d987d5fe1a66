import type { Notice } from '../domain/correspondence/correspondence.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { Rules } from '../domain/policy.ts'
import { typeOf } from '../domain/processes.ts'
import { dayMs, dayOf, plusMs, type Instant } from '../domain/time.ts'
import { renderDigest } from '../mail/digest.ts'
import type { Rendered } from '../mail/frame.ts'
import type { Store } from '../store/connect.ts'
import { linkToken, type NewLink } from '../store/links.ts'
import { describeNotices } from '../store/notices.ts'
import { registerNow } from '../store/register/now.ts'
import { officeAddressIn } from '../store/register/office.ts'
import type { Recipient } from '../store/register/recipients.ts'

/** What a letter is written with. */
export interface LetterPorts {
  readonly store: Store
  /** The installation's secret, for signed links. */
  readonly secret: string
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string
  /** Where a file is read, behind `publicUrl`. `hrefOf('partnershipPlan/usth-2027')` → `'/api/v1/plans/usth-2027'` */
  readonly hrefOf: (file: string) => string
  readonly rules: Rules
}
/** What one mail says, and the moment it says it. */
interface Said {
  readonly notices: readonly Notice[]
  readonly at: Instant
  /** Its digest: each brings links of its own. */
  readonly digest: string
  /** How many digests went to an earlier address. */
  readonly earlier: number
}
/** A mail as it is written, and to whom whoever has no account answers. */
interface Letter extends Rendered {
  readonly replyTo?: string
}

/** The words of a digest, the same whenever it is written on one day. */
export async function letterTo(
  { id: party, language, place, candidate }: Recipient,
  { notices, at, digest, earlier }: Said,
  ports: LetterPorts,
): Promise<Letter> {
  const { store, publicUrl, hrefOf, rules } = ports
  const on = dayOf(at, rules.calendar)
  const reader = candidate ? 'candidate' : place ? 'partner' : 'school'
  const office = officeAddressIn(await registerNow(store), { on })
  const items = await Promise.all(
    (await describeNotices(store, { notices, on, reader, policy: rules.policy })).map(
      async ({ file, opens, ...described }) => ({
        ...described,
        ...(!place && { pageUrl: publicUrl + pageOf(described.notice.kind, hrefOf(file)) }),
        ...(opens && (await linkTo({ ...opens, party, earlier }, { at, digest }, ports))),
      }),
    ),
  )
  const rendered = renderDigest({
    language,
    reader,
    office,
    zone: (place ? rules.calendarOf(place) : rules.calendar).zone,
    school: rules.calendar,
    now: at,
    ladders: rules.policy.ladders,
    items,
  })
  return { ...rendered, ...(place && office && { replyTo: office }) }
}

/**
 * The address of a signed link. What a partner's contact and a candidate are sent has one of its own in each mail, which ends with what it opens,
 * and so many days after its mail at the latest; that of an approval ends with its round.
 */
async function linkTo(
  link: NewLink,
  { at, digest }: Pick<Said, 'at' | 'digest'>,
  { store, secret, publicUrl, rules }: LetterPorts,
): Promise<{ answerUrl: string } | { partnerUrl: string } | { dossierUrl: string }> {
  if (link.round !== undefined) return { answerUrl: `${publicUrl}/answer/${await linkToken(store, secret, link)}` }
  const until = plusMs(at, rules.policy.linkDays * dayMs)
  const token = await linkToken(store, secret, { ...link, until, mail: digest })
  // A dossier opens for its candidate, a participation for its partner's contact.
  return typeOf(link.file) === 'dossier'
    ? { dossierUrl: `${publicUrl}/dossier/${token}` }
    : { partnerUrl: `${publicUrl}/partner/${token}` }
}

// What these tell has its reason, and the reason stands in the history.
const toldWithReason: readonly NoticeKind[] = [
  'opinionNoted',
  'planReturned',
  'centreRemoved',
  'milestoneMoved',
  'labelExtended',
  'agreementOpinionGiven',
  'agreementSentBack',
  'cycleCancelled',
]

const pageOf = (kind: NoticeKind, href: string): string => (toldWithReason.includes(kind) ? `${href}/history` : href)

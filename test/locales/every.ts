import type { Words } from '../../locales/words.ts'

const day = 'D'
const lastDay = 'L'
const moment = 'M'

/** Every message of the mails, with arguments. */
export const everyMail = ({ mail }: Words): readonly string[] => [
  mail('subjectOfOne', { heading: 'H', partner: 'P', late: 'yes' }),
  mail('subjectOfMany', { total: 3, late: 1, partner: 'P', others: 2 }),
  mail('greeting'),
  mail('introduction', { total: 3, late: 2 }),
  mail('partnership', { partner: 'P' }),
  mail('late'),
  mail('answerLink'),
  mail('answerWarning'),
  mail('pageLink'),
  mail('linkLine', { label: 'L', url: 'U' }),
  mail('footer'),
  mail('signInSubject'),
  mail('signInLead', { minutes: 10 }),
  mail('signInLink'),
  mail('signInBrowser'),
  mail('signInIgnore'),
]

/** Every message of the sign-in pages, with arguments. */
export const everySignIn = ({ signIn }: Words): readonly string[] => [
  signIn('title'),
  signIn('lead'),
  signIn('email'),
  signIn('ask'),
  signIn('emailInvalid'),
  signIn('sentTitle'),
  signIn('sent', { minutes: 10 }),
  signIn('confirmTitle'),
  signIn('confirm'),
  signIn('enter'),
  signIn('expiredTitle'),
  signIn('expired', { minutes: 10 }),
  signIn('usedTitle'),
  signIn('used'),
  signIn('otherBrowserTitle'),
  signIn('otherBrowser'),
  signIn('unknownTitle'),
  signIn('unknown'),
  signIn('again'),
  signIn('signedInTitle'),
  signIn('signedIn', { role: 'R' }),
  signIn('signOut'),
]

/** Every message of the answer page, with arguments. */
export const everyAnswer = ({ answer }: Words): readonly string[] => [
  answer('title', { partner: 'P' }),
  answer('lead', { partner: 'P', centre: 'C', firstYear: '2027', lastYear: '2032' }),
  answer('lastDay', { lastDay }),
  answer('late', { lastDay }),
  answer('common'),
  answer('own', { centre: 'C' }),
  answer('milestoneLine', { title: 'T', pillar: 'P', day }),
  answer('gapLine', { pillar: 'P', reason: 'R' }),
  answer('partnershipLead', { name: 'N' }),
  answer('pillars', { pillars: 'P' }),
  answer('link'),
  answer('consent'),
  answer('mayAnswerToo', { day, who: 'W' }),
  answer('decision'),
  answer('approve'),
  answer('approveMeans'),
  answer('return'),
  answer('returnMeans'),
  answer('refuse'),
  answer('refuseMeans'),
  answer('opinionMissing'),
  answer('reason'),
  answer('reasonHint'),
  answer('reasonMissing'),
  answer('reasonTooLong', { limit: 2000 }),
  answer('send'),
  answer('doneTitle'),
  answer('done', { opinion: 'O', moment }),
  answer('doneByLink'),
  answer('receivedTitle'),
  answer('received', { moment }),
  answer('answeredTitle'),
  answer('answered', { opinion: 'O', moment }),
  answer('withdrawnTitle'),
  answer('withdrawn', { reason: 'R' }),
  answer('versionChangedTitle'),
  answer('versionChanged'),
  answer('reroutedTitle'),
  answer('rerouted'),
  answer('expiredTitle'),
  answer('expired'),
  answer('unknownTitle'),
  answer('unknown'),
  answer('unavailableTitle'),
  answer('unavailable', { seconds: 2 }),
]

/** Every message around a page, with arguments. */
export const everyPage = ({ page }: Words): readonly string[] => [
  page('product'),
  page('otherLanguage'),
  page('skip'),
  page('unavailable', { seconds: 2 }),
  page('problem', { id: 'T-17' }),
]

import { expect } from 'chai'
import type { NoticeKind } from '../../domain/notices.ts'
import { at, civil, endOf } from '../../domain/time.ts'
import type { DigestInput, DigestItem } from '../../mail/digest-item.ts'
import { renderDigest } from '../../mail/digest.ts'
import { rules } from '../domain/school.ts'

const schoolZone = 'Europe/Paris'
const pageUrl = 'https://longitude.school.example/plans/usj-2027'
const answerUrl = 'https://longitude.school.example/answer/abc_DEF-1'

/** An item due on a day, or news without one. */
const item = (kind: NoticeKind, on: string | undefined, more: Partial<DigestItem> = {}): DigestItem => ({
  notice: {
    key: `partnershipPlan/usj-2027#${kind}/${on ?? ''}`,
    subject: `partnershipPlan/usj-2027#${kind}`,
    about: 'm1',
    kind,
    ...(on && { days: -7, untilOn: civil(on), passesAt: endOf(civil(on), { zone: schoolZone }) }),
  },
  partner: 'St. Joseph University Beirut',
  title: `Milestone of ${on ?? 'no day'}`,
  pageUrl,
  ...more,
})
const render = (items: readonly DigestItem[], over: Partial<DigestInput> = {}) =>
  renderDigest({
    language: 'en',
    zone: schoolZone,
    school: rules.calendar,
    now: at(civil('2027-05-24'), '08:30', { zone: schoolZone }),
    ladders: rules.policy.ladders,
    items,
    reader: 'school',
    office: 'officer@school.example',
    ...over,
  })
const placesOf = (text: string, parts: readonly string[]): readonly number[] => parts.map((part) => text.indexOf(part))

describe('a digest', () => {
  it('names a label and no partner where it is about labels, and both where it is about both', () => {
    const label = item('labelRenewal', '2027-05-28', { partner: 'CeQuInt', title: 'CeQuInt', isLabel: true })
    const alone = render([label])
    expect(alone.subject).to.equal('Label “CeQuInt”: renewal due')
    expect(alone.text).to.contain('what concerns you today in the school’s labels.')
    expect(alone.text).to.contain('Label CeQuInt\n=============')
    expect(alone.text).to.not.contain('artner')
    const both = render([label, item('milestone', '2027-05-29')])
    expect(both.subject).to.equal('2 notices: CeQuInt and 1 other subject')
    expect(both.text).to.contain('in the partnership action plans and the school’s labels.')
    expect(both.html).to.contain('Label CeQuInt').and.to.contain('Partnership with St. Joseph')
    // A partner and a label of one name are two things.
    const named = render([label, item('milestone', '2027-05-29', { partner: 'CeQuInt' })])
    expect(named.text).to.contain('Label CeQuInt\n').and.to.contain('Partnership with CeQuInt\n')
  })

  it('counts an agreement as what it is, under the name of its partner', () => {
    const figures = {
      flows: { incoming: 3, outgoing: 1, balance: 2 },
      results: { milestones: 4, evidenced: 1 },
    }
    const agreement = item('agreementRenewal', '2027-05-28', { title: 'Exchanges', isAgreement: true, figures })
    const alone = render([agreement])
    expect(alone.subject).to.equal('Agreement “Exchanges”: renewal to be decided – St. Joseph University Beirut')
    expect(alone.text).to.contain('what concerns you today in the agreements with partner institutions.')
    expect(alone.text).to.contain(
      'So far 3 students came and 1 went (balance: +2). Results of plans: of 4 milestones of the plans with this partner, one has accepted evidence.',
    )
    const two = render([agreement, item('milestone', '2027-05-29')])
    expect(two.text).to.contain('in what you follow of plans, agreements, admissions and labels.')
    // One partner, one heading.
    expect(two.text.match(/Partnership with St\. Joseph/g)).to.have.length(1)
    const label = item('labelRenewal', '2027-05-28', { partner: 'CeQuInt', title: 'CeQuInt', isLabel: true })
    expect(render([agreement, label]).subject).to.equal('2 notices: St. Joseph University Beirut and 1 other subject')
  })

  it('names a cycle of admissions, which is about no partner, in the language of its reader', () => {
    const cycle = { firstYear: 2027, population: 'exchange', term: 'autumn' } as const
    const opening = item('cycleOpening', '2027-05-28', { partner: '', title: undefined, cycle })
    const alone = render([opening])
    expect(alone.subject).to.equal('Exchanges 2027/2028, autumn: to be opened')
    expect(alone.text).to.contain('what concerns you today in the school’s admissions.')
    expect(render([opening], { language: 'fr' }).subject).to.equal(
      'Échanges 2027/2028, automne\u00a0: campagne à ouvrir',
    )
    const beside = render([opening, item('milestone', '2027-05-29')])
    expect(beside.text).to.contain('in what you follow of plans, agreements, admissions and labels.')
  })

  it('puts what is late first, then the nearest date, then news, and a partner where its most urgent thing is', () => {
    const { text } = render([
      item('milestoneDone', undefined, { partner: 'Tohoku University', title: 'news of Tohoku' }),
      item('milestone', '2027-06-30', { partner: 'Tohoku University', title: 'in June' }),
      item('milestone', '2027-05-28', { title: 'this week' }),
      item('milestone', '2027-05-20', { title: 'late' }),
      item('milestone', '2027-05-03', { title: 'later still', partner: 'Tohoku University' }),
    ])
    const order = [
      'Partnership with Tohoku',
      'later still',
      'in June',
      'news of Tohoku',
      'Partnership with St. Joseph',
      'late”',
      'this week',
    ]
    expect(placesOf(text, order))
      .to.deep.equal([...placesOf(text, order)].sort((a, b) => a - b))
      .and.to.not.include(-1)
  })

  for (const [language, said] of [
    [
      'en',
      [
        'The last day was Wednesday 19 May 2027 included, until 24:00 Paris time',
        'Thursday 20 May 2027, 01:00 Beirut time',
        '5 days late',
        'No answer is ever consent',
        'whoever holds it counts as you',
        'You receive this because',
      ],
    ],
    [
      'fr',
      [
        'mercredi 19 mai 2027 inclus',
        'jeudi 20 mai 2027',
        'heure de Beyrouth',
        '5 jours de retard',
        'ne vaut jamais accord',
        'quiconque le détient',
        'Vous recevez ceci parce que',
      ],
    ],
  ] as const) {
    it(`says in ${language} what, until when, what follows, why, and whose the link is, in text and in HTML`, () => {
      const { text, html, subject } = render(
        [item('approval', '2027-05-19', { centre: 'Institut Henri Fayol', answerUrl })],
        { language, zone: 'Asia/Beirut' },
      )
      for (const part of [...said, answerUrl, pageUrl, 'Institut Henri Fayol', 'St. Joseph University Beirut']) {
        expect(text).to.contain(part)
        expect(html).to.contain(part)
      }
      expect(html).to.contain(`<html lang="${language}" dir="ltr">`)
      expect(subject).to.contain('Institut Henri Fayol').and.to.contain('St. Joseph University Beirut')
    })
  }

  it('warns of the link only where there is one', () => {
    expect(render([item('milestone', '2027-05-28')]).text).to.not.contain('whoever holds it')
  })

  it('names one thing in its subject, and counts several', () => {
    expect(render([item('milestone', '2027-05-28', { title: 'T' })]).subject).to.equal(
      'Milestone “T” – St. Joseph University Beirut',
    )
    expect(render([item('milestone', '2027-05-03', { title: 'T' })]).subject).to.equal(
      'Late: Milestone “T” – St. Joseph University Beirut',
    )
    const two = [item('milestone', '2027-05-03'), item('milestone', '2027-05-28', { partner: 'Tohoku University' })]
    expect(render(two).subject).to.equal('2 notices, 1 late: St. Joseph University Beirut and 1 other partner')
    expect(render(two, { language: 'fr' }).subject.replace(/[\u00a0\u202f]/g, ' ')).to.equal(
      'Récapitulatif : 2 notifications, dont 1 en retard – St. Joseph University Beirut et 1 autre partenaire',
    )
  })

  it('says of a plan which years it is of, in the subject and above what concerns it', () => {
    const of = (firstYear: number, more: Partial<DigestItem> = {}): DigestItem =>
      item('milestone', `${firstYear + 1}-05-28`, {
        ...{ title: 'T', partner: 'RWTH Aachen', years: { firstYear, lastYear: firstYear + 5 } },
        ...more,
      })
    const one = render([of(2026)])
    expect(one.subject).to.equal('Milestone “T” – RWTH Aachen, 2026/2031')
    expect(one.text).to.contain('Partnership with RWTH Aachen, 2026/2031\n')
    const two = render([of(2026), of(2027)])
    expect(two.subject).to.equal('2 notices: RWTH Aachen, 2026/2031 and 1 other plan')
    expect(two.html).to.contain('>Partnership with RWTH Aachen, 2026/2031<')
    expect(two.html).to.contain('>Partnership with RWTH Aachen, 2027/2032<')
    expect(render([of(2026), of(2027)], { language: 'fr' }).subject.replace(/[\u00a0\u202f]/g, ' ')).to.equal(
      'Récapitulatif : 2 notifications – RWTH Aachen, 2026/2031 et 1 autre plan',
    )
    // Their contact, and no plan of theirs.
    const contact = item('contactUnreachable', undefined, { title: 'C', partner: 'RWTH Aachen' })
    expect(render([of(2026), contact]).subject).to.equal('2 notices: RWTH Aachen, 2026/2031 and 1 other subject')
  })

  it('tells a partner’s contact to whom they say what they think of a plan, and that it was revised', () => {
    const asked = item('partnerOpinion', '2027-05-28', {
      ...{ pageUrl: undefined, title: undefined, years: { firstYear: 2027, lastYear: 2032 } },
    })
    for (const [language, of, first, again] of [
      ['en', '2027/2032', 'The school has drawn up', 'has been revised'],
      ['fr', '2027/2032', 'L’école a établi', 'a été révisé'],
    ] as const) {
      const { subject, text } = render([asked], { language, reader: 'partner' })
      const [said = ''] = text.split('\n-- \n')
      expect(subject).to.contain(of)
      expect(said).to.contain(first).and.to.contain('officer@school.example').and.to.not.contain(again)
      const revised = render([{ ...asked, askedAgain: true }], { language, reader: 'partner' }).text
      expect(revised).to.contain(again).and.to.not.contain(first)
    }
  })

  it('says how often it comes and whom to ask for none; a partner’s contact gets no page they could not open', () => {
    for (const language of ['en', 'fr'] as const) {
      const school = render([item('milestone', '2027-05-28')], { language })
      const { text, html } = render([item('milestone', '2027-05-28', { pageUrl: undefined })], {
        language,
        reader: 'partner',
      })
      for (const part of [school.text, school.html, text, html]) expect(part).to.contain('officer@school.example')
      expect(school.text).to.contain(pageUrl)
      expect(text + html)
        .to.not.contain('http')
        .and.to.not.match(/Longitude:|dans Longitude|in Longitude/)
      expect(text).to.contain({ en: 'at most one a day', fr: 'au plus un par jour' }[language])
    }
  })

  it('asks for nothing when it is opened: no image, script, style sheet or frame', () => {
    const { html } = render([item('approval', '2027-05-19', { answerUrl }), item('milestone', '2027-05-28')])
    expect(html).to.not.match(
      /<(img|script|link|iframe|object|form|video|audio|base)\b|url\(|@import|\bsrc=|background=/i,
    )
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).to.have.members([answerUrl, pageUrl, pageUrl])
  })

  it('shows a hostile title or name as text', () => {
    const title = `<script>alert(1)</script>"'&\u202e`
    const { html, text, subject } = render([
      item('milestone', '2027-05-28', { title, partner: 'A\r\n-- \r\nBcc: <b>' }),
    ])
    expect(html)
      .to.contain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
      .and.to.not.contain('<script>')
      .and.to.not.contain('<b>')
    expect(text).to.contain('A -- Bcc: <b>').and.to.not.contain('\u202e')
    expect(subject).to.not.match(/[\r\n\u202e]/)
  })

  it('keeps ICU syntax in a title as it is', () => {
    expect(render([item('milestone', '2027-05-28', { title: "{x, plural, other {#}} ''" })]).text).to.contain(
      "{x, plural, other {#}} ''",
    )
  })

  it('refuses a link that is not of the web, and an empty digest', () => {
    expect(() => render([item('milestone', '2027-05-28', { pageUrl: 'javascript:alert(1)' })])).to.throw(TypeError)
    expect(() => render([item('approval', '2027-05-28', { answerUrl: '/answer/x' })])).to.throw(TypeError)
    expect(() => render([])).to.throw(TypeError)
  })

  it('is the same mail for the same input', () => {
    const items = [item('milestone', '2027-05-28'), item('approval', '2027-05-19', { answerUrl })]
    expect(render(items)).to.deep.equal(render(items.toReversed()))
  })
})

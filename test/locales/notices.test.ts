import { expect } from 'chai'
import { languages, type Language } from '../../domain/language.ts'
import { noticeKinds, type NoticeKind } from '../../domain/notices.ts'
import { civil, instant, endOf, at } from '../../domain/time.ts'
import { ladderKinds } from '../../domain/wait.ts'
import type { NoticeDetails, NoticeWords } from '../../locales/notices.ts'
import { wordsOf } from '../../locales/words.ts'
import { rules } from '../domain/school.ts'

const zone = 'Europe/Paris'
const untilOn = civil('2027-05-19')
const morningOf = (day: string) => at(civil(day), '08:30', { zone })
const { ladders } = rules.policy

const worded = (kind: NoticeKind, details: Partial<NoticeDetails> = {}, language: Language = 'en'): NoticeWords =>
  wordsOf(language).notice(kind, {
    about: 'm1',
    title: 'Joint master',
    centre: 'Institut Henri Fayol',
    ladders,
    now: morningOf('2027-05-12'),
    school: rules.calendar,
    readerZone: zone,
    ...details,
  })
const due = { untilOn, passesAt: endOf(untilOn, { zone }) }
const readable = (words: NoticeWords): void => {
  for (const text of [
    words.heading,
    words.body,
    words.why,
    words.date ?? 'x',
    words.distance ?? 'x',
    words.consequence ?? 'x',
  ]) {
    expect(text)
      .to.match(/\p{L}/u)
      .and.to.not.match(/[{}#]|undefined|NaN|\bnone\b| {2}/)
  }
}

/** The days of every rung of the policy, each once: of a rung its words see nothing else. */
const rungDays = new Set(ladderKinds.flatMap((ladder) => ladders[ladder] ?? []).map(({ days }) => days))

describe('notices in words', () => {
  for (const language of languages) {
    it(`word every kind in ${language}: first request, every rung of the policy, news, without title or centre`, () => {
      for (const kind of noticeKinds) {
        readable(worded(kind, {}, language))
        readable(worded(kind, { title: undefined, centre: undefined }, language))
        readable(worded(kind, { ...due }, language))
        for (const days of rungDays) {
          const now = morningOf(days < 0 ? '2027-05-12' : '2027-06-21')
          readable(worded(kind, { days, now, ...due }, language))
        }
      }
    })
  }

  it('count what is left from the day of the mail, not from the rung', () => {
    expect(worded('milestone', { days: -7, now: morningOf('2027-05-17'), ...due }).distance).to.equal('2 days left.')
    expect(worded('milestone', { days: -7, now: morningOf('2027-05-18'), ...due }).distance).to.equal('1 day left.')
    expect(worded('milestone', { days: -7, now: morningOf('2027-05-19'), ...due }).distance).to.equal(
      'Today is the last day.',
    )
  })
  it('are late from 24:00 on, and not a moment before', () => {
    const before = worded('milestone', { days: -7, now: instant('2027-05-19T21:59:59.999Z'), ...due })
    const after = worded('milestone', { days: -7, now: instant('2027-05-19T22:00:00Z'), ...due })
    expect(before).to.deep.include({
      late: false,
      date: 'Last day: Wednesday 19 May 2027 included, until 24:00 Paris time.',
    })
    expect(after).to.deep.include({
      late: true,
      distance: '1 day late.',
      date: 'The last day was Wednesday 19 May 2027 included, until 24:00 Paris time.',
    })
  })
  it('say of an approval who may answer when, and that no answer is ever consent', () => {
    expect(worded('approval', { days: -7, ...due }).consequence).to.equal(
      'If nobody answers: the deputy head may answer too from Saturday 22 May 2027; direction may answer too from Saturday 29 May 2027, with a reminder every 7 days. No answer is ever consent.',
    )
    const late = worded('approval', { days: 3, now: morningOf('2027-05-24'), ...due })
    expect(late.consequence).to.equal(
      'If nobody answers: direction may answer too from Saturday 29 May 2027, with a reminder every 7 days. No answer is ever consent.',
    )
    const last = worded('approval', { days: 10, now: morningOf('2027-05-31'), ...due })
    expect(last.consequence).to.equal('The plan waits until someone answers. No answer is ever consent.')
    expect(worded('approval', due, 'fr').consequence).to.contain('ne vaut jamais accord')
  })
  it('follow the ladder of the policy, whatever it says', () => {
    const other = {
      approval: [
        { days: -5, to: 'head' },
        { days: 1, to: 'direction', opens: true as const },
      ],
    }
    expect(worded('approval', { ladders: other, ...due }).consequence).to.equal(
      'If nobody answers: direction may answer too from Thursday 20 May 2027. No answer is ever consent.',
    )
    expect(worded('approval', { ladders: {}, ...due }).consequence).to.equal(
      'The plan waits until someone answers. No answer is ever consent.',
    )
  })
  it('tell a deputy, and direction, why it is now up to them', () => {
    expect(worded('approval', { days: 3, ...due }))
      .to.have.property('body')
      .that.contains('you may now approve')
    expect(worded('approval', { days: 3, ...due }).why).to.contain('deputy head')
    expect(worded('approval', { days: 10, ...due }).why).to.contain('direction')
    expect(worded('milestone', { days: 14, ...due }).why).to.contain('partnership lead')
  })
  it('speak in a repetition to whom the rung that repeats is for', () => {
    const again = (days: number, now: string): NoticeWords => worded('approval', { days, now: morningOf(now), ...due })
    expect(again(17, '2027-06-07')).to.deep.include({
      why: again(10, '2027-05-31').why,
      body: again(10, '2027-05-31').body,
    })
    expect(again(18, '2027-06-07').why).to.not.equal(again(10, '2027-05-31').why)
    const ladder = {
      milestone: [
        { days: 1, to: 'owner', every: 30 },
        { days: 31, to: 'pilot' },
      ],
    }
    expect(worded('milestone', { days: 31, ladders: ladder, ...due }).why).to.contain('partnership lead')
    expect(worded('milestone', { days: 61, ladders: ladder, ...due }).why).to.not.contain('partnership lead')
  })
  it('say of a milestone who is told next', () => {
    expect(worded('milestone', { days: -7, ...due }).consequence).to.equal(
      'If it is not reported done: the partnership lead is told on Wednesday 2 June 2027; the head of the research centre is told on Friday 18 June 2027.',
    )
    expect(worded('milestone', { days: 14, now: morningOf('2027-06-02'), ...due }).consequence).to.equal(
      'If it is not reported done: the head of the research centre is told on Friday 18 June 2027.',
    )
  })
  it('name the days on which others may act, or are told, as a closure and a weekend leave them (R1, R2, R4)', () => {
    const before = { untilOn: civil('2027-07-30'), passesAt: endOf(civil('2027-07-30'), { zone }), days: -7 }
    const asked = { ...before, now: morningOf('2027-07-23') }
    // The school is closed from Saturday 31 July to Sunday 22 August 2027.
    expect(worded('approval', asked).consequence).to.contain('deputy head may answer too from Monday 23 August 2027;')
    expect(worded('approval', asked).consequence).to.contain('direction may answer too from Monday 23 August 2027,')
    expect(worded('approval', asked, 'fr').consequence).to.contain(
      'peut répondre à son tour dès le lundi 23 août 2027,',
    )
    // J+14 would be Saturday 5 June: whoever is told is told on the Monday after it.
    const owed = { untilOn: civil('2027-05-22'), passesAt: endOf(civil('2027-05-22'), { zone }), days: -7 }
    expect(worded('milestone', owed).consequence).to.contain('partnership lead is told on Monday 7 June 2027;')
  })
  it('say of an approval, and of a validation, that it is of an amendment', () => {
    expect(worded('approval', { ...due, amends: true })).to.deep.include({
      heading: 'Approval of an amendment needed: Institut Henri Fayol',
      body: 'You are asked to approve, return or refuse this research centre’s part of an amendment to the five-year plan. Until it is in force, the plan goes on as it was approved.',
    })
    expect(worded('approval', due).heading).to.equal('Approval needed: Institut Henri Fayol')
    expect(worded('approval', { ...due, amends: true }, 'fr').heading).to.equal(
      'Approbation d’un amendement attendue\u00a0: Institut Henri Fayol',
    )
    expect(worded('validation', { ...due, amends: true })).to.deep.include({
      heading: 'Validation of an amendment to the five-year plan',
      consequence: 'If direction does not act, the plan goes on without the amendment. No answer is ever consent.',
    })
    expect(worded('validation', due).heading).to.equal('Validation of the five-year plan')
  })
  it('say of a published plan for whom it is meant now', () => {
    const said = (audience: 'school' | 'partner' | 'public') => worded('planPublished', { audience }).body
    expect(said('school')).to.match(/^It is meant for the school alone from now on/)
    expect(said('partner')).to.match(/^It is meant for the partner institution, too, from now on/)
    expect(said('public')).to.match(/^It is meant for everyone from now on/)
  })
  it('ask nothing in news, and give no distance', () => {
    expect(worded('milestoneDone')).to.not.have.any.keys('consequence', 'distance', 'date')
    expect(worded('milestoneMoved', due).date).to.contain('Wednesday 19 May 2027')
  })
  it('name the date that stood before a move, beside the new one', () => {
    const moved = { ...due, wasOn: civil('2027-05-03') }
    expect(worded('milestoneMoved', moved).date).to.equal(
      'Last day: Wednesday 19 May 2027 included, until 24:00 Paris time. Until now it was Monday 3 May 2027.',
    )
    expect(worded('milestoneMoved', moved, 'fr').date).to.equal(
      'Dernier jour : mercredi 19 mai 2027 inclus, jusqu’à 24 h 00, heure de Paris. C’était jusqu’ici le lundi 3 mai 2027.',
    )
  })
})

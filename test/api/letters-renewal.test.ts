import { expect } from 'chai'
import { letterTo } from '../../activities/letter.ts'
import { hrefOf } from '../../api/address.ts'
import type { Language } from '../../domain/language.ts'
import { findRecipient } from '../../store/register/recipients.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { person, rules } from '../domain/school.ts'
import { openDesk, startPlan, type Answered, type Desk } from './desk.ts'

const at = '/agreements/00001'
/** In force since 2022; the steps of its renewal are the eves of 31 August, 30 November, 29 February and 31 May (R3). */
const agreement = {
  title: 'Exchanges of students',
  kind: 'exchange',
  partners: ['usth'],
  centres: [],
  validity: { from: '2022-09-01', until: '2028-08-31' },
  noticeMonths: 6,
  places: [],
  signedOn: '2022-05-04',
}
/** A milestone is reported by the pilot, and its evidence accepted by its centre. */
const evidenced = [
  ['pilot', 'completeMilestone', { milestone: 'cotutelles', evidence: 'Two are signed.' }],
  ['centre-head.cis', 'acceptEvidence', { milestone: 'cotutelles' }],
] as const

describe('the mail of each step of the renewal of an agreement (S13)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  const give = async (account: string, command: string, body: object): Promise<Answered> =>
    (await desk.as(account)).post(command, body)
  const flows = async (year: number, level: string, [incoming, outgoing]: readonly [number, number]): Promise<void> => {
    for (const [direction, students] of [
      ['incoming', incoming],
      ['outgoing', outgoing],
    ] as const)
      expect(
        (await give('officer', `${at}/recordFlows`, { year, level, direction, students })).status,
        `${year} ${level}`,
      ).to.equal(200)
    await desk.settle()
  }
  /** Lets it come to that moment, and gives what whoever is asked reads of it, in both languages. */
  async function told(account: string, moment: string): Promise<Record<Language, string>> {
    desk.at(moment)
    await desk.wake('agreement/00001')
    await desk.settle()
    const id = person(account)
    const [recipient, file] = await Promise.all([
      findRecipient(desk.store, id),
      loadCorrespondence(desk.store, `correspondence/${id}`),
    ])
    const notices = (file?.state.pending ?? []).filter(({ kind }) => kind === 'agreementRenewal')
    const letter = async (language: Language): Promise<string> => {
      const { text, html } = await letterTo(
        { ...recipient!, language },
        { notices, at: desk.deps.now(), digest: `${id}.1`, earlier: 0 },
        { ...desk.deps, rules, hrefOf },
      )
      const [said = ''] = text.split('\n').filter((line) => /^ {2}(?:It is to be|Il faut) d/.test(line))
      expect(html, 'the page of the mail says the same').to.contain(said.trim())
      return said.trim()
    }
    return { fr: await letter('fr'), en: await letter('en') }
  }
  const asked = async (): Promise<unknown> => {
    const { renewal } = (await (await desk.as('officer')).get(at)).body
    return [renewal.months, renewal.of.code, renewal.at]
  }

  it('holds what came and went by year and level, the balance, and the results of the plans, as they were then', async () => {
    desk.at('2027-01-11T09:00:00Z')
    expect((await give('officer', '/agreements', agreement)).status).to.equal(201)
    expect(await told('head-of-office', '2027-08-30T22:00:01Z')).to.deep.equal({
      fr: 'Il faut décider si cet accord est renouvelé, ou s’il finit à son dernier jour. À ce jour, aucun étudiant n’est venu et aucun n’est parti (solde\u00a0: 0). Résultats des plans\u00a0: aucun plan avec ce partenaire n’a de jalon.',
      en: 'It is to be decided whether this agreement is renewed, or ends on its last day. So far no student came and none went (balance: 0). Results of plans: no plan with this partner has a milestone.',
    })
    expect(await asked()).to.deep.equal([12, 'headOfOffice', '2027-08-30T22:00:00.000Z'])

    desk.at('2027-08-31T09:00:00Z')
    await flows(2025, 'bachelor', [2, 0])
    await flows(2026, 'master', [3, 5])
    await startPlan(desk)
    expect(await told('head-of-office', '2027-11-29T23:00:01Z')).to.deep.equal({
      fr: 'Il faut décider si cet accord est renouvelé, ou s’il finit à son dernier jour. À ce jour, 5 étudiants sont venus et 5 sont partis (solde\u00a0: 0), soit, par année universitaire et par niveau\u00a0: 2025/2026, licence\u00a0: 2 venus, aucun parti\u202f; 2026/2027, master ou ingénieur\u00a0: 3 venus, 5 partis. Résultats des plans\u00a0: sur 4 jalons des plans avec ce partenaire, aucun n’a des justificatifs acceptés.',
      en: 'It is to be decided whether this agreement is renewed, or ends on its last day. So far 5 students came and 5 went (balance: 0), by academic year and level: 2025/2026, bachelor: 2 came, 0 went; 2026/2027, master or engineer: 3 came, 5 went. Results of plans: of 4 milestones of the plans with this partner, none has accepted evidence.',
    })
    expect(await asked()).to.deep.equal([9, 'headOfOffice', '2027-11-29T23:00:00.000Z'])

    desk.at('2027-12-01T09:00:00Z')
    await flows(2026, 'doctorate', [0, 1])
    await flows(2027, 'master', [0, 2])
    await flows(2025, 'bachelor', [1, 0])
    expect(await told('direction', '2028-02-28T23:00:01Z')).to.deep.equal({
      fr: 'Il faut décider si cet accord est renouvelé, ou s’il finit à son dernier jour. À ce jour, 4 étudiants sont venus et 8 sont partis (solde\u00a0: \u22124), soit, par année universitaire et par niveau\u00a0: 2025/2026, licence\u00a0: 1 venu, aucun parti\u202f; 2026/2027, master ou ingénieur\u00a0: 3 venus, 5 partis\u202f; 2026/2027, doctorat\u00a0: aucun venu, 1 parti\u202f; 2027/2028, master ou ingénieur\u00a0: aucun venu, 2 partis. Résultats des plans\u00a0: sur 4 jalons des plans avec ce partenaire, aucun n’a des justificatifs acceptés.',
      en: 'It is to be decided whether this agreement is renewed, or ends on its last day. So far 4 students came and 8 went (balance: \u22124), by academic year and level: 2025/2026, bachelor: 1 came, 0 went; 2026/2027, master or engineer: 3 came, 5 went; 2026/2027, doctorate: 0 came, 1 went; 2027/2028, master or engineer: 0 came, 2 went. Results of plans: of 4 milestones of the plans with this partner, none has accepted evidence.',
    })
    expect(await asked()).to.deep.equal([6, 'direction', '2028-02-28T23:00:00.000Z'])

    // What is counted from now on is of the next step alone.
    desk.at('2028-03-01T09:00:00Z')
    await flows(2027, 'master', [7, 2])
    expect((await told('direction', '2028-03-02T09:00:00Z')).en).to.contain('So far 4 students came and 8 went')
    for (const [account, command, body] of evidenced)
      expect((await give(account, `/plans/usth-2027/${command}`, body)).status, command).to.equal(200)
    expect(await told('direction', '2028-05-30T22:00:01Z')).to.deep.equal({
      fr: 'Il faut décider si cet accord est renouvelé, ou s’il finit à son dernier jour. À ce jour, 11 étudiants sont venus et 8 sont partis (solde\u00a0: +3), soit, par année universitaire et par niveau\u00a0: 2025/2026, licence\u00a0: 1 venu, aucun parti\u202f; 2026/2027, master ou ingénieur\u00a0: 3 venus, 5 partis\u202f; 2026/2027, doctorat\u00a0: aucun venu, 1 parti\u202f; 2027/2028, master ou ingénieur\u00a0: 7 venus, 2 partis. Résultats des plans\u00a0: sur 4 jalons des plans avec ce partenaire, un a des justificatifs acceptés.',
      en: 'It is to be decided whether this agreement is renewed, or ends on its last day. So far 11 students came and 8 went (balance: +3), by academic year and level: 2025/2026, bachelor: 1 came, 0 went; 2026/2027, master or engineer: 3 came, 5 went; 2026/2027, doctorate: 0 came, 1 went; 2027/2028, master or engineer: 7 came, 2 went. Results of plans: of 4 milestones of the plans with this partner, one has accepted evidence.',
    })
    expect(await asked()).to.deep.equal([3, 'direction', '2028-05-30T22:00:00.000Z'])
  })
})

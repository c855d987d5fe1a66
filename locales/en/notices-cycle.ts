import type { CycleNotices } from '../catalogue.ts'

const why =
  'You receive this because {part, select, headOfOffice {you head the international office} other {you look after the school’s admissions}}, or because you stand in for that person.'
const newsWhy =
  'You receive this because you look after the school’s admissions, or because you stand in for someone who does.'

const partnerWhy =
  'You receive this because you are the contact of an institution that was invited to this cycle, or because you stand in for that person.'

/** What is told of admission cycles. */
export const cycleNotices: CycleNotices = {
  headings: {
    cycleOpening: '{title}: to be opened',
    cycleNominations: '{title}: nominations close',
    cycleArchive: '{title}: to be archived',
    cycleDossiers: '{title}: applications close',
    cycleUnsent: '{title}: applications that were never sent',
    cycleDossiersClosed: '{title}: applications closed',
    participationClosing: 'Nominations: {title}',
    participationUnreached: 'Not reached: {title}',
    participationExtension: 'More time asked for: {title}',
    participationPersons: 'Candidates to settle: {title}',
    participationDated: 'Date changed: nominations for {title}',
    participationCancelled: '{title}: cancelled',
    participationEnd: '{title}: nominations close',
    participationCorrection: 'Nomination {nomination} to be corrected: {title}',
    participationReturned: 'Nomination {nomination} returned: {title}',
    participationCorrected: 'Nomination {nomination} corrected: {title}',
    participationFinished: 'Nominations complete: {title}',
    participationExtensionGranted: 'More time given: nominations for {title}',
    participationExtensionRefused: 'No more time: nominations for {title}',
    participationExtensionWithdrawn: 'Request for more time taken back: nominations for {title}',
    cycleDated: 'Date changed: opening of {title}',
    cycleMove: 'Earlier date to be confirmed{date, select, none {} other {: {date}}}, {title}',
    cycleMoved: 'Date changed{date, select, none {} other {: {date}}}, {title}',
    cycleMoveRefused: 'Date stays{date, select, none {} other {: {date}}}, {title}',
    cycleOpened: '{title}: open',
    cycleNominationsClosed: '{title}: nominations closed',
    cycleCancelled: '{title}: cancelled',
  },
  asks: {
    cycleDossiers:
      'The applications close by themselves at the end of that day: not those that have a later day of their own, nor those that were sent.',
    cycleUnsent:
      '{part, select, headOfOffice {Applications were not sent by their last day, and nobody has confirmed that they are closed.} other {Applications were not sent by their last day. Read the list, give another day to those that are to have one, and confirm which are closed: until then nothing is.}}',
    cycleOpening:
      '{part, select, headOfOffice {The cycle is prepared, and nobody has opened it.} other {The cycle is prepared. Check its dates, then open it.}} Its dates can be set until it is open.',
    cycleNominations: 'The nominations close by themselves at the end of that day.',
    cycleMove:
      'It is proposed to bring this date forward, to an earlier day than was announced. Someone else than whoever proposed it confirms or refuses.',
    participationClosing:
      'Your institution is invited to nominate candidates. If it nominates nobody this year, say so on the page of the invitation, or answer this mail: no reminder will follow.',
    participationUnreached:
      'Nobody at this institution could be reached by mail when its nominations closed, so that it is not counted as silent. Find a contact, then give it another day, or record that it nominates nobody this year.',
    participationEnd: 'The nominations close by themselves at the end of that day.',
    participationCorrection:
      '{part, select, officer {The institution has not corrected this nomination, which was returned to it.} other {The international office returned this nomination, and cannot use it as it is. Answer this mail with what is to be corrected, or say that it is to be cancelled.}}',
    participationExtension:
      'This institution asks for more time to nominate candidates. Grant it, with the day that it asks for or another one, or refuse it with a reason: its nominations are not closed meanwhile.',
    participationPersons:
      'Among the candidates of this institution somebody may be in the register already. Compare the records, and say of each whether they are of one person or of two: their nominations and applications go on meanwhile.',
    cycleArchive: 'The cycle was cancelled. It is put away by itself.',
  },
  news: {
    cycleDossiersClosed:
      'The last day for applications has passed. Those that were never sent are closed once their list is confirmed.',
    cycleDated: 'The day on which it is to open was set anew. Reminders of the earlier day no longer count.',
    cycleOpened: 'It is open, with the dates that it has now.',
    cycleNominationsClosed: 'The last day for nominations has passed.',
    cycleMoved:
      'The office gave this date another day, with a reason. Whoever has to keep it is told of theirs, and reminded of the new day alone.',
    cycleMoveRefused:
      'It was proposed to bring this date forward. That was refused, or taken back: the announced day stands.',
    participationDated:
      'Your institution has until another day to nominate candidates. The earlier day no longer counts.',
    participationExtensionGranted:
      'Your institution asked for more time, and has until this day to nominate candidates. The earlier day no longer counts.',
    participationExtensionRefused:
      'Your institution asked for more time, which could not be given. Candidates can be nominated until this day, and no longer.',
    participationExtensionWithdrawn:
      '{reader, select, partner {Your institution has said that nothing more is to come, so its request for more time is taken back and is not answered any more. If you still need that time, answer this mail.} other {The institution has said that nothing more is to come, so its request for more time is taken back. Nobody has to answer it.}}',
    participationCancelled:
      'There will be no admissions in this cycle: your institution need not nominate anyone, and nothing more is asked of it.',
    participationReturned:
      'The international office cannot use this nomination as it is. Answer this mail with what is to be corrected, or say that it is to be cancelled.',
    participationCorrected: 'This nomination had been returned, and is corrected.',
    participationFinished: 'The institution said that these are all its nominations.',
    cycleCancelled: 'It was cancelled, with a reason. Nothing of it is owed any more.',
  },
  consequences: {
    cycleDossiers: 'Nobody has to act.',
    cycleUnsent:
      '{steps, select, none {None of them is closed until someone confirms it.} other {If nobody confirms it: {steps}. None of them is closed until someone does.}}',
    cycleOpening:
      '{steps, select, none {The cycle stays closed until someone opens or cancels it.} other {If nobody opens it: {steps}. It stays closed until someone opens or cancels it.}}',
    cycleNominations: 'Nobody has to act.',
    cycleMove:
      '{steps, select, none {The announced day stands until someone confirms an earlier one.} other {If nobody answers: {steps}. The announced day stands until then.}}',
    participationClosing: 'Without nominations, they close by themselves at the end of that day.',
    participationUnreached:
      '{steps, select, none {It stays open until someone acts.} other {If nobody acts: {steps}. It stays open until someone acts.}}',
    participationEnd: 'Nobody has to act.',
    participationCorrection:
      '{steps, select, none {It stays open until it is corrected or cancelled.} other {If nobody corrects it: {steps}. It stays open until it is corrected or cancelled.}}',
    participationExtension:
      '{steps, select, none {The request stays open until someone answers it.} other {If nobody answers: {steps}. The request stays open until someone answers it.}}',
    participationPersons:
      '{steps, select, none {It stays open until someone says who they are.} other {If nobody says who they are: {steps}. It stays open until someone does.}}',
    cycleArchive: 'Nobody has to act.',
  },
  whys: {
    cycleDossiers: why,
    cycleUnsent: why,
    cycleDossiersClosed: newsWhy,
    cycleOpening: why,
    cycleNominations: why,
    participationClosing: partnerWhy,
    participationUnreached: why,
    participationExtension: why,
    participationPersons: why,
    participationDated: partnerWhy,
    participationExtensionGranted: partnerWhy,
    participationExtensionRefused: partnerWhy,
    participationExtensionWithdrawn: `{reader, select, partner {${partnerWhy}} other {${newsWhy}}}`,
    participationCancelled: partnerWhy,
    participationEnd: newsWhy,
    participationCorrection: `{part, select, officer {${newsWhy}} other {${partnerWhy}}}`,
    participationReturned: partnerWhy,
    participationCorrected: newsWhy,
    participationFinished: newsWhy,
    cycleArchive: why,
    cycleDated: newsWhy,
    cycleMove: why,
    cycleMoved: newsWhy,
    cycleMoveRefused: newsWhy,
    cycleOpened: newsWhy,
    cycleNominationsClosed: newsWhy,
    cycleCancelled: newsWhy,
  },
}

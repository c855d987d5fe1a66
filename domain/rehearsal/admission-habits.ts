import type { Habits } from './habits.ts'

/** What the office does of admissions, whatever its partners are like; now and then a day late. */
export const officeHabits: Habits = {
  acknowledge: { from: 'since', days: [1, 4] },
  acceptPiece: { from: 'since', days: [1, 9] },
  refusePiece: { from: 'since', days: [1, 3], odds: 0.05 },
  decideOnRenewal: { from: 'since', days: [5, 40] },
  confirmClosing: { from: 'since', days: [1, 3] },
  returnNomination: { from: 'since', days: [1, 5], odds: 0.04 },
  settlePersons: { from: 'since', days: [1, 9] },
  grantExtension: { from: 'since', days: [1, 6], odds: 0.8 },
  refuseExtension: { from: 'since', days: [1, 6], odds: 0.3 },
  reopenDossier: { from: 'since', days: [1, 8], odds: 0.15 },
}

const punctual: Habits = {
  recordOpened: { from: 'since', days: [1, 10] },
  nominate: { from: 'date', days: [-45, -5] },
  sayNone: { from: 'date', days: [-60, -20] },
  finishNominations: { from: 'since', days: [1, 5], odds: 0.7 },
  correctNomination: { from: 'since', days: [1, 4] },
  deposit: { from: 'date', days: [-40, -12] },
  send: { from: 'date', days: [-10, -2] },
  depositAgain: { from: 'since', days: [1, 4] },
}

/** What a partner does of admissions when: whoever is late is late with all of it. */
export const partnerHabits: Readonly<Record<'onTime' | 'late' | 'incomplete' | 'silent', Habits>> = {
  onTime: punctual,
  late: {
    recordOpened: { from: 'since', days: [15, 60], odds: 0.7 },
    askExtension: { from: 'date', days: [-9, -3], odds: 0.5 },
    nominate: { from: 'date', days: [-2, 0] },
    sayNone: { from: 'date', days: [-2, 0] },
    finishNominations: { from: 'since', days: [1, 5], odds: 0.2 },
    correctNomination: { from: 'date', days: [1, 9] },
    // Some of it comes too late, unless the office gives another day.
    deposit: { from: 'date', days: [-9, 0] },
    send: { from: 'date', days: [-1, 1] },
    extendDossier: { from: 'date', days: [-6, -1], odds: 0.3 },
    depositAgain: { from: 'date', days: [1, 8] },
  },
  incomplete: {
    ...punctual,
    deposit: { from: 'date', days: [-40, -5], odds: 0.75 },
    sendIncomplete: { from: 'date', days: [-4, -1] },
    depositAgain: { from: 'date', days: [-3, 6], odds: 0.6 },
  },
  // Nominates at the last moment, if anybody, and is never heard of again.
  silent: { nominate: { from: 'date', days: [-2, -1] } },
}

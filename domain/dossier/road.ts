/**
 * The road of a dossier (S11, S17): nominated, inPreparation, sent, complete, then these; its exits are `withdrawn`, `closedIncomplete`, and later
 * `notEligible`, `rejected`, `declined`, `unanswered`, `notArrived`, `deferred`. What comes after `complete` is not there yet: its stages are named here, because a missing document may
 * block one of them.
 */
export const laterStages = ['eligible', 'proposed', 'decided', 'released', 'accepted', 'enrolled'] as const
/** A stage that a document asked again may block. */
export type LaterStage = (typeof laterStages)[number]

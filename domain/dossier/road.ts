/**
 * The road of a dossier (S11, S17). What comes after `complete` is not there yet: its stages are named here, because a missing document may
 * block one of them.
 */
export const laterStages = ['eligible', 'proposed', 'decided', 'released', 'accepted', 'enrolled'] as const
/** A stage that a document asked again may block. */
export type LaterStage = (typeof laterStages)[number]

/** Every stage in order; the exits are `withdrawn`, `closedIncomplete`, and later `notEligible`, `rejected`, `declined`, `unanswered`, `notArrived`, `deferred`. */
export const road = ['nominated', 'inPreparation', 'sent', 'complete', ...laterStages] as const

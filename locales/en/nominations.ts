import type { NominationRefusals, NominationWords } from '../nominations.ts'

export const nominationWords: NominationWords = {
  channels: {
    jointCampaign: 'joint campaign of the schools',
    ownCampaign: 'the school’s own campaign',
    partnerContact: 'direct contact with the partner institution',
  },
  states: {
    nominated: 'nominated',
    returned: 'returned for correction',
    cancelled: 'cancelled',
    withdrawn: 'withdrawn',
  },
}

export const nominationRefusals: NominationRefusals = {
  'participation.candidate-unknown': {
    title: 'This candidate is not in the register',
    detail: '“{candidate}” is nobody who can be nominated. Register the candidate first.',
  },
  'participation.candidate-twice': {
    title: 'This candidate is nominated already',
    detail: 'A candidate counts once in a cycle, and this one is nominated (“{nomination}”). Correct that nomination.',
  },
  'participation.candidate-elsewhere': {
    title: 'Another institution nominated this candidate',
    detail:
      'A candidate counts once in a cycle, and {partner} nominated this one. Agree on one nomination and cancel the other.',
  },
  'participation.candidate-not-here': {
    title: 'This person cannot be nominated here',
    detail: 'Our international office has to look at this nomination: write to it. Here, leave this person out.',
  },
  'participation.candidate-differs': {
    title: 'You nominated this person already',
    detail:
      '“{name}” is among your nominations, with details that are not those given here. Correct that nomination, or write to our international office. Here, leave this person out.',
  },
  'participation.candidate-another': {
    title: 'This reads like another person',
    detail:
      'A correction leaves the address, or the birth date with nearly the same name, or else the whole name, as they were. Correct one after the other; or cancel this nomination and nominate the other person.',
  },
  'participation.dossier-sent': {
    title: 'The application of this candidate was sent',
    detail: 'Who they are is no longer corrected here: write to our international office.',
  },
  'participation.programme-unknown': {
    title: 'This cycle does not admit to this programme',
    detail: '“{programme}” is not a programme of its population, or takes nobody any more. Choose one of the list.',
  },
  'participation.limit-reached': {
    title: 'No more nominations for this programme',
    detail:
      'An institution may nominate {limit} for “{programme}” as the first wish, and has. Choose another first wish, or cancel a nomination.',
  },
  'participation.too-many': {
    title: 'Too many nominations',
    detail: 'One institution has {most} nominations in one cycle at most. Cancel one first.',
  },
  'participation.nomination-unknown': {
    title: 'There is no such nomination',
    detail: 'This institution made no nomination “{nomination}” in this cycle. Reload to see those it made.',
  },
  'participation.nomination-over': {
    title: 'This nomination was cancelled',
    detail: 'Nomination “{nomination}” no longer counts, and no longer changes. Make a new one.',
  },
  'participation.nomination-same': {
    title: 'Nothing would change',
    detail: 'Nomination “{nomination}” says this already. Send what is to be different.',
  },
  'participation.nomination-returned': {
    title: 'This nomination was returned already',
    detail: 'Nomination “{nomination}” waits for its correction.',
  },
  'participation.not-returned': {
    title: 'This nomination is no longer corrected',
    detail:
      'The nominations are complete, and “{nomination}” was not returned. Until their last day they can be gone on with; after it, the office returns what is to be corrected.',
  },
  'participation.order-differs': {
    title: 'The order does not name each nomination once',
    detail: 'Name each nomination that stands exactly once: {nominations}.',
  },
  'participation.nominations-closed': {
    title: 'The nominations are closed',
    detail: 'Their last day was {on}. The office can give the institution another day.',
  },
}

import type { ApprovalRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why something may not be done with a centre’s approval. */
export const approvalRefusals: Record<ApprovalRefusal, TitleAndDetail> = {
  'approval.version-changed': {
    title: 'What you were asked about has changed',
    detail:
      'Your centre’s part of the plan was edited after this request, so an answer to the earlier version no longer counts. Read the new version and answer that one.',
  },
  'approval.withdrawn': {
    title: 'This request was withdrawn',
    detail:
      'Your answer is no longer needed: the plan was returned or abandoned, or your centre no longer carries it. There is nothing to do.',
  },
}

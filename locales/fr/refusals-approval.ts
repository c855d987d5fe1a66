import type { ApprovalRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why something may not be done with a centre’s approval. */
export const approvalRefusals: Record<ApprovalRefusal, TitleAndDetail> = {
  'approval.version-changed': {
    title: 'Ce qui vous était demandé a changé',
    detail:
      'La part de votre centre dans le plan a été modifiée après cette demande : une réponse à la version précédente ne compte plus. Lisez la nouvelle version et répondez à celle-ci.',
  },
  'approval.withdrawn': {
    title: 'Cette demande a été retirée',
    detail:
      'Votre réponse n’est plus nécessaire : le plan a été renvoyé ou abandonné, ou votre centre ne le porte plus. Vous n’avez rien à faire.',
  },
}

/** While it is written and approved. */
export const beforeApproval = ['draft', 'returned', 'inApproval'] as const

/** From its validation to its end. */
export const underWay = ['approved', 'running', 'suspended'] as const

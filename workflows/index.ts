export { durableProcess as partnershipPlan } from './durable-process.ts'
export { durableProcess as centreApproval } from './durable-process.ts'
export { durableProcess as correspondence } from './durable-process.ts'
export { reconcile } from './reconcile.ts'

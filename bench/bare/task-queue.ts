/** Where the bare workflows run, beside ours on the same server. */
export const taskQueue = 'bare'

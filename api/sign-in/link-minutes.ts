/** How long a sign-in link works: enough to open one's mail, too short to be found later. */
export const linkMinutes = 10

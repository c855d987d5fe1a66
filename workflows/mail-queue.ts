/** Where digests wait for a worker. A morning's are due at one moment: the engine hands this queue out no faster than the mail server likes (ADR 39). */
export const mailQueue = 'longitude-mail'

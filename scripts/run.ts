import { UnusableEnvironment } from '../config/unusable.ts'
import { UnusableDatabase } from '../store/connect.ts'
import { isOutage } from '../store/outage.ts'

/** Runs a maintenance command; what a person can mend is told in one line, and the exit code says that it failed. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.exitCode = 1
    if (isOutage(error))
      console.error(
        'MongoDB does not answer: "npm start" must be running, with the same settings, or MONGODB_URI name another.',
      )
    else if (error instanceof UnusableEnvironment || error instanceof UnusableDatabase) console.error(error.message)
    else throw error
  }
}

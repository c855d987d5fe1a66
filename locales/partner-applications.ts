import type { None } from './arguments.ts'

/** What the words of applications on `/partner/{token}` need to know. */
export interface ApplicationArguments {
  applicationLine: { number: string; status: string }
  applicationsLink: None
  withdrawLink: { name: string }
  withdrawTitle: { name: string }
  withdrawMeans: None
  withdrawSure: None
  withdraw: None
}

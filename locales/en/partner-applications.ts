import type { Messages } from '../arguments.ts'
import type { ApplicationArguments } from '../partner-applications.ts'

export const applications: Messages<ApplicationArguments> = {
  applicationLine: 'Application {number}: {status}',
  applicationsLink: 'Your candidates and their applications, with a code',
  withdrawLink: 'Withdraw the application of {name}',
  withdrawTitle: 'Withdraw the application of {name}',
  withdrawMeans:
    'The candidate and our international office are told, and the nomination ends with the application. It cannot be undone here.',
  withdrawSure: 'We withdraw this application. We know that this cannot be undone here.',
  withdraw: 'Withdraw this application',
}

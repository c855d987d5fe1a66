import type { CalendarArguments, Messages } from '../arguments.ts'

export const calendar: Messages<CalendarArguments> = {
  name: 'Longitude: what is waited for from you',
  until: 'Last day: {until}.',
  late: 'Late. The last day was {until}.',
}

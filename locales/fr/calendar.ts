import type { CalendarArguments, Messages } from '../arguments.ts'

export const calendar: Messages<CalendarArguments> = {
  name: 'Longitude : ce qui est attendu de vous',
  until: 'Dernier jour : {until}.',
  late: 'En retard. Le dernier jour était le {until}.',
}

import type { Messages, ReceiptArguments } from '../arguments.ts'

export const receipt: Messages<ReceiptArguments> = {
  received: 'Received on {moment}: {instant} by the clock of the database, the only one that counts.',
  inTime: 'It was in time: the day that counts (rule R5) is {lastDay}.',
  late: 'It was too late: the day that counts (rule R5) was {lastDay}.',
  from: 'That day comes from {from}.',
  since: 'It has been that day since {moment}.',
  moved: 'It was another day before, and has been this one since {moment}.',
}

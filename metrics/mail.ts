import { Counter, type Registry } from 'prom-client'
import { MailRefused, MailUnknown } from '../mail/failures.ts'
import type { MailSender } from '../mail/smtp.ts'

const outcomes = ['accepted', 'refused', 'putOff', 'unknown', 'unreachable'] as const

/** A sender that counts what became of each mail it offered. An `unknown` one is repeated once and then doubtful. */
export function countedMail(mail: MailSender, registry: Registry): MailSender {
  const offered = new Counter({
    name: 'longitude_mails_offered_total',
    help: 'Mails offered to the mail server, by what it said: putOff (4xx) and unreachable are tried again.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const outcome of outcomes) offered.inc({ outcome }, 0)
  return {
    send: async (letter) => {
      try {
        const accepted = await mail.send(letter)
        offered.inc({ outcome: accepted })
        return accepted
      } catch (error) {
        offered.inc({ outcome: outcomeOf(error) })
        throw error
      }
    },
  }
}

function outcomeOf(error: unknown): (typeof outcomes)[number] {
  if (error instanceof MailRefused) return error.permanent ? 'refused' : 'putOff'
  return error instanceof MailUnknown ? 'unknown' : 'unreachable'
}

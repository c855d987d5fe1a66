/** What is said of mail itself: who cannot be reached, and who hears in their place (R10). */
export const correspondenceNotices = {
  headings: {
    confirmation:
      '{reader, select, school {Confirmation awaited from a contact: {title}} other {Do you still answer for your institution?}}',
    newContact: 'Nobody there can be reached by mail: another contact is needed',
    newAddress: 'Someone cannot be reached by mail',
    contactUnreachable: 'A contact cannot be reached: {title}',
    nowAnswering: 'You are now our contact for this partnership',
    hold: 'Mail held: {title}',
    urgentHeld: 'Something urgent waits, for their mail is held: {title}',
    mailFailed: 'A mail did not arrive: {title}',
  },
  asks: {
    confirmation:
      '{part, select, keeper {The contact {title} was asked in September whether they still answer for their institution, and no answer is recorded. Find out, then record that they do, correct the address, or name another contact.} headOfOffice {The contact {title} was asked in September whether they still answer for their institution, and no answer is recorded. Find out, then record that they do, correct the address, or name another contact.} other {Each September we ask our contacts whether they still answer for their institution. Please answer this mail: that you do, or whom we should write to instead.}}',
    newContact:
      'Mails to {title} do not arrive, and no other contact of this partner institution can be reached. Name another contact, or correct the address and say so: what still holds then goes out in one digest.',
    newAddress:
      'Mails to {title} do not arrive. Correct the address in the register and say so: what still holds then goes out in one digest.',
    hold: 'Nothing is sent to {title} before this day is over. Release their mail, give the hold another day, or leave it.',
  },
  news: {
    contactUnreachable:
      'Mails to this contact do not arrive. The next contact of the partner institution answers from now on and hears what still holds. Correct the address, or leave it so.',
    nowAnswering:
      'Our mails no longer reach the contact we wrote to before, so we turn to you, the next contact of your institution. What still holds is in this mail; earlier links no longer work.',
    urgentHeld:
      'The policy calls it urgent, and it waits like everything else until the hold is over. Read it in their correspondence: release their mail if it cannot wait.',
    mailFailed:
      'It was sent twice and arrived neither time, although its address is not known to be wrong. See with the reader what they have to know; the reason stands in their correspondence.',
  },
  consequences: {
    confirmation:
      'Without an answer we go on writing to this address.{steps, select, none {} other { If nobody answers: {steps}.}}',
    newContact:
      'Until then nothing reaches this partner institution, and its silence counts for nothing.{steps, select, none {} other { If nobody acts: {steps}.}}',
    newAddress: 'Until then nothing reaches this person.{steps, select, none {} other { If nobody acts: {steps}.}}',
    hold: 'It ends by itself: what still holds then goes out in one digest in their next window, and says of each date whether it has passed.',
  },
  whys: {
    confirmation:
      'You receive this because {part, select, keeper {you act for the international office, or because you stand in for that person} headOfOffice {you head the international office, or because you stand in for that person} other {you are a contact of this partner institution}}.',
    newContact:
      'You receive this because {part, select, headOfOffice {you head the international office} other {you act for the international office}}, or because you stand in for that person.',
    newAddress:
      'You receive this because {part, select, headOfOffice {you head the international office} other {you keep the addresses of whoever is written to}}, or because you stand in for that person.',
    contactUnreachable:
      'You receive this because you act for the international office, or because you stand in for that person.',
    nowAnswering: 'You receive this because you are a contact of this partner institution.',
    hold: 'You receive this because you act for the international office, or because you stand in for that person.',
    urgentHeld:
      'You receive this because you act for the international office, or because you stand in for that person.',
    mailFailed:
      'You receive this because you act for the international office or administer Longitude, or because you stand in for that person.',
  },
} as const

/** What is said of mail itself: who cannot be reached, and who hears in their place (R10). */
export const correspondenceNotices = {
  headings: {
    newContact: 'Nobody there can be reached by mail: another contact is needed',
    newAddress: 'Someone of the school cannot be reached by mail',
    contactUnreachable: 'A contact cannot be reached: {title}',
    nowAnswering: 'You are now our contact for this partnership',
    mailFailed: 'A mail did not arrive: {title}',
  },
  asks: {
    newContact:
      'Mails to {title} do not arrive, and no other contact of this partner institution can be reached. Name another contact, or correct the address and say so: what still holds then goes out in one digest.',
    newAddress:
      'Mails to {title} do not arrive. Correct the address in the register and say so: what still holds then goes out in one digest.',
  },
  news: {
    contactUnreachable:
      'Mails to this contact do not arrive. The next contact of the partner institution answers from now on and hears what still holds. Correct the address, or leave it so.',
    nowAnswering:
      'Our mails no longer reach the contact we wrote to before, so we turn to you, the next contact of your institution. What still holds is in this mail; earlier links no longer work.',
    mailFailed:
      'It was sent twice and arrived neither time, although its address is not known to be wrong. See with the reader what they have to know; the reason stands in their correspondence.',
  },
  consequences: {
    newContact:
      'Until then nothing reaches this partner institution, and its silence counts for nothing.{steps, select, none {} other { If nobody acts: {steps}.}}',
    newAddress: 'Until then nothing reaches this person.{steps, select, none {} other { If nobody acts: {steps}.}}',
  },
  whys: {
    newContact:
      'You receive this because {part, select, headOfOffice {you head the international office} other {you act for the international office}}, or because you stand in for that person.',
    newAddress:
      'You receive this because {part, select, headOfOffice {you head the international office} other {you administer Longitude}}, or because you stand in for that person.',
    contactUnreachable:
      'You receive this because you act for the international office, or because you stand in for that person.',
    nowAnswering: 'You receive this because you are a contact of this partner institution.',
    mailFailed:
      'You receive this because you act for the international office or administer Longitude, or because you stand in for that person.',
  },
} as const

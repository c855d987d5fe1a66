import type { DateMessages } from '../catalogue.ts'

// « 24 h 00 » dit la fin du jour nommé ; « minuit » pourrait se lire comme son début (R1).
export const dates: DateMessages = {
  day: '{weekday} {day, select, 1 {1er} other {{day}}} {month} {year}',
  lastDay: '{day} inclus, jusqu’à 24 h 00, {zone}',
  lastDayElsewhere: '{there} (soit {here})',
  moment: '{day} à {hour} h {minute}, {zone}',
  zoneTime: 'heure de {city}',
  zoneTimeElided: 'heure d’{city}',
}

export const zones: Readonly<Record<string, string>> = {
  UTC: 'Greenwich (UTC)',
  'Africa/Algiers': 'Alger',
  'Africa/Bissau': 'Bissau',
  'Africa/Lome': 'Lomé',
  'America/Bogota': 'Bogota',
  'America/Cuiaba': 'Cuiabá',
  'America/Noronha': 'Fernando de Noronha',
  'America/Sao_Paulo': 'São Paulo',
  'Asia/Beirut': 'Beyrouth',
  'Asia/Ho_Chi_Minh': 'Hô-Chi-Minh-Ville',
  'Asia/Kolkata': 'Calcutta',
  'Asia/Seoul': 'Séoul',
  'Asia/Urumqi': 'Ürümqi',
  'Atlantic/Canary': 'Las Palmas de Gran Canaria',
  'Atlantic/Cape_Verde': 'Praia',
  'Pacific/Easter': 'Hanga Roa',
}

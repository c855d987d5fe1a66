import type { DateMessages } from '../catalogue.ts'

// 24:00 is the end of the day it stands beside; 00:00 would be read as its beginning (R1).
export const dates: DateMessages = {
  day: '{weekday} {day} {month} {year}',
  lastDay: '{day} included, until 24:00 {zone}',
  lastDayElsewhere: '{there} (that is {here})',
  moment: '{day}, {hour}:{minute} {zone}',
  zoneTime: '{city} time',
  zoneTimeElided: '{city} time',
}

export const zones: Readonly<Record<string, string>> = {
  UTC: 'Coordinated Universal',
  'Africa/Lome': 'Lomé',
  'America/Bogota': 'Bogotá',
  'America/Cuiaba': 'Cuiabá',
  'America/Noronha': 'Fernando de Noronha',
  'America/Sao_Paulo': 'São Paulo',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Asia/Urumqi': 'Ürümqi',
  'Atlantic/Canary': 'Canary Islands',
  'Pacific/Easter': 'Easter Island',
}

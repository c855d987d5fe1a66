/** What the school's statements give numbers of (S7, S8, S11, S13); what is true is counted, and never written down. */
export const measures = [
  'agreements',
  'partnerships',
  'strategicPartners',
  'completePartners',
  'mastersInEnglish',
] as const
export type Measure = (typeof measures)[number]

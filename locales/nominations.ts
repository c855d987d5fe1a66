import type { Channel, NominationState } from '../domain/participation/nominations/nomination.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type { TitleAndDetail } from './catalogue.ts'

/** Short names of what stands in a nomination. */
export interface NominationWords {
  readonly channels: Record<Channel, string>
  readonly states: Record<NominationState, string>
}

/** The fields of each refusal of nominations. */
export const nominationRefusalFields = {
  'participation.candidate-unknown': ['candidate'],
  'participation.candidate-twice': ['nomination'],
  'participation.candidate-elsewhere': ['partner'],
  'participation.candidate-not-here': [],
  'participation.candidate-differs': ['name'],
  'participation.candidate-another': [],
  'participation.dossier-sent': [],
  'participation.programme-unknown': ['programme'],
  'participation.limit-reached': ['programme', 'limit'],
  'participation.too-many': ['most'],
  'participation.nomination-unknown': ['nomination'],
  'participation.nomination-over': ['nomination'],
  'participation.nomination-same': ['nomination'],
  'participation.nomination-returned': ['nomination'],
  'participation.not-returned': ['nomination'],
  'participation.order-differs': ['nominations'],
  'participation.nominations-closed': ['on'],
} as const satisfies Partial<Record<RefusalCode, readonly string[]>>

export type NominationRefusals = Record<keyof typeof nominationRefusalFields, TitleAndDetail>

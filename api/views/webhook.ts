import type { z } from 'zod'
import type { DeliveryDoc, WebhookDoc } from '../../store/webhook-schemas.ts'
import { base } from '../address.ts'
import type { DeliveryView, WebhookView } from '../contracts/webhook.ts'
import type { Names } from './names.ts'

/** A webhook as it is shown: without the query of its address, which may be a password. */
export function webhookView(
  { _id: id, url, types, by, madeAt, over, failingSince }: WebhookDoc,
  names: Pick<Names, 'party'>,
): z.output<typeof WebhookView> {
  return {
    id,
    url: url.split('?', 1)[0] ?? url,
    types: [...types],
    by: { id: by, name: names.party(by) },
    madeAt,
    state: over?.why ?? 'on',
    overAt: over?.at ?? null,
    failingSince: failingSince ?? null,
    links: { deliveries: `${base}/webhooks/${id}/deliveries` },
  }
}

/** A delivery as it is shown. */
export const deliveryView = ({
  _id: id,
  webhook,
  type,
  process,
  seq,
  at,
  state,
  dueAt,
  tries,
}: DeliveryDoc): z.output<typeof DeliveryView> => ({
  ...{ id, webhook, type, at, state, process: process ?? null, seq: seq ?? null, dueAt: dueAt ?? null },
  tries: tries.map(({ at: triedAt, status, error, ms }) => ({
    at: triedAt,
    status: status ?? null,
    error: error ?? null,
    milliseconds: ms,
  })),
})

import type { z } from 'zod'
import { assertMergeable, contactsTaken } from '../../../domain/register/merge.ts'
import { registerStream } from '../../../domain/register/register.ts'
import { plusMonths, type CivilDate } from '../../../domain/time.ts'
import type { Store } from '../../../store/connect.ts'
import { contended } from '../../../store/contended.ts'
import { editRegister, type Editing, type Written } from '../../../store/register/edit.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { base } from '../../address.ts'
import { PartnerMerge, PartnerView } from '../../contracts/register/partner.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { takeTime } from '../../http/patience.ts'
import { invalid } from '../../http/problem.ts'
import { route, type Reply, type Route } from '../../http/route.ts'
import { handedOn, present } from '../../register/amend.ts'
import { bodyOf, found } from '../../register/documents.ts'
import { authorshipOf, once } from '../../register/once.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { sceneOf } from '../../register/scene.ts'
import { transfersAsked } from '../../register/transfers.ts'
import { assertRight } from '../../session/access.ts'

const { kind } = partnerDocuments
/** What is to come later than that is recorded nearer to its day. */
const furthestMonths = 12

/** A partner becomes part of another: both documents in one transaction, with word to its agreements that each awaits a transfer (ADR 21). Its plans go on under the successor's name from that day. */
export const mergeRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/partners/{id}/merge`,
      id: 'partner.merge',
      tag: 'partners',
      summary: 'From a day on this partner is part of another; its plans go on, its history keeps its name',
      query: NoQuery,
      body: PartnerMerge,
      repeatable: true,
      answers: { 200: { description: 'As it is now.', body: PartnerView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'decidePartners')
      const stream = registerStream('partner', id)
      const { input, texts } = bodyOf(scene, { contract: PartnerMerge, stream })
      // Until then both stand for themselves, and neither may merge with another.
      if (input.on > plusMonths(scene.on, furthestMonths))
        throw invalid('invalid-body', [{ path: 'on', code: 'day_far' }])
      const merged = (): Promise<Reply> => found(scene, partnerDocuments, id)
      return once(scene, stream, {
        act: async (asking) => {
          const by = authorshipOf(scene, asking)
          let written: readonly Written[] = []
          await contended(async () => {
            const both = await kind.read(deps.store, [id, input.into])
            const [from, into] = [id, input.into].map((one) => present(both.find(({ _id }) => _id === one)))
            const edits = mergerOf(input, {
              store: deps.store,
              from: present(from),
              into: present(into),
              today: scene.on,
            })
            written = await editRegister(deps.store, { kind, edits, by, texts })
          })
          await handedOn(deps, written)
          takeTime(asked.req)
          return merged()
        },
        again: merged,
      })
    },
  )

/** Both halves of it, judged on what both are. */
function mergerOf(
  { on, reason, takeContacts }: z.output<typeof PartnerMerge>,
  { store, from, into, today }: { store: Store; from: PartnerDoc; into: PartnerDoc; today: CivilDate },
): readonly Editing<PartnerDoc>[] {
  return [
    {
      id: from._id,
      decide: (before) => {
        assertMergeable(from._id, into._id, { from: present(before), into })
        return { act: 'Edited', change: { mergedInto: { partner: into._id, on, reason } }, notes: { reason } }
      },
      asks: (within) => transfersAsked(store, { from, into: into._id, on, within }),
    },
    {
      id: into._id,
      decide: (before) => ({
        act: 'Edited',
        change: {
          mergedFrom: [...(present(before).mergedFrom ?? []), { partner: from._id, on }],
          ...(takeContacts && contactsTaken(present(before), from, { id: into._id, on: today })),
        },
      }),
    },
  ]
}

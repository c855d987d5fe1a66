import { likenessBetween, type Compared } from '../../domain/register/likeness.ts'
import { nameOn } from '../../domain/register/partner.ts'
import { directory } from '../../store/register/directory.ts'
import { findPartners } from '../../store/register/lists.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import { base } from '../address.ts'
import type { Scene } from './scene.ts'

/** A registered partner that is likely the same institution, and why. */
export interface Duplicate {
  readonly id: string
  readonly name: string
  readonly why: 'domain' | 'name'
  readonly href: string
}

type DuplicatesOf = (one: Compared) => Duplicate[]

const known = new WeakMap<Scene, Promise<DuplicatesOf>>()

/** Finds the registered partners that an institution is likely to be, by the names they have or had; they are read once a request. */
export function duplicatesIn(scene: Scene): Promise<DuplicatesOf> {
  const duplicatesOf = known.get(scene) ?? readDuplicates(scene)
  known.set(scene, duplicatesOf)
  return duplicatesOf
}

async function readDuplicates(scene: Scene): Promise<DuplicatesOf> {
  const partners = (await findPartners(scene.store, {})).map((partner) => ({ partner, compared: comparedAs(partner) }))
  const { weightOf } = directory()
  return (one) =>
    partners.flatMap(({ partner, compared }) => {
      const why = likenessBetween(one, compared, weightOf)
      return why
        ? [{ id: partner._id, name: nameOn(partner, scene.on), why, href: `${base}/partners/${partner._id}` }]
        : []
    })
}

const comparedAs = ({ names, country, domains }: PartnerDoc): Compared => ({
  names: names.map(({ name }) => name),
  country,
  domains,
})

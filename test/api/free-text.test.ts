import { expect } from 'chai'
import { z } from 'zod'
import { replaceFreeTexts } from '../../api/command/free-text.ts'
import { orderOf } from '../../api/command/order.ts'
import { catalogue } from '../../domain/catalogue.ts'
import type { CommandTable } from '../../domain/process.ts'
import { FreeText } from '../../domain/text.ts'
import { isTextRef, textRefOf } from '../../store/texts.ts'

const secret = '5e'.repeat(32)
const actor = { id: 'person:p1', standings: [{ party: 'person:p1' }] }
const loud = (contract: z.ZodType, input: unknown): unknown =>
  replaceFreeTexts(contract, { input, replace: (text) => text.toUpperCase() })

describe('free texts of a command', () => {
  it('are found in objects, arrays, unions and behind wrappers', () => {
    const contract = z.strictObject({
      plain: z.string(),
      free: FreeText,
      optional: FreeText.optional(),
      list: z
        .array(z.strictObject({ why: FreeText, who: z.string() }))
        .max(5)
        .default([]),
      either: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), text: FreeText.nullable() }),
        z.strictObject({ kind: z.literal('b'), text: z.string() }),
      ]),
    })
    const input = {
      plain: 'a',
      free: 'b',
      optional: 'c',
      list: [{ why: 'd', who: 'e' }],
      either: { kind: 'a', text: 'f' },
    }
    expect(loud(contract, input)).to.deep.equal({
      plain: 'a',
      free: 'B',
      optional: 'C',
      list: [{ why: 'D', who: 'e' }],
      either: { kind: 'a', text: 'F' },
    })
    expect(loud(contract, { ...input, either: { kind: 'b', text: 'f' } })).to.have.nested.property('either.text', 'f')
  })

  it('are found wherever a command of today has one', () => {
    for (const [process, table] of Object.entries(catalogue))
      for (const [command, { input }] of Object.entries<CommandTable[string]>(table)) {
        const marked = JSON.stringify(z.toJSONSchema(input, { io: 'input' })).split('"freeText":true').length - 1
        expect(reachable(input), `${process}.${command}`).to.equal(marked)
      }
  })

  it('that look like a reference are texts like any other', () => {
    const forged = `text:${'0'.repeat(32)}`
    const { input, texts } = orderOf(
      { stream: 'partnershipPlan/usth-2027', command: 'return', actor, body: { reason: forged } },
      secret,
    )
    const ref = textRefOf(secret, { stream: 'partnershipPlan/usth-2027', text: forged })
    expect(input).to.deep.equal({ reason: ref })
    expect(texts).to.deep.equal([{ ref, text: forged, stream: 'partnershipPlan/usth-2027', author: 'person:p1' }])
    expect(isTextRef(ref)).to.equal(true)
  })

  it('are kept as they were read, without the spaces around them', () => {
    const { texts } = orderOf(
      { stream: 'partnershipPlan/usth-2027', command: 'return', actor, body: { reason: '  a strike \n' } },
      secret,
    )
    expect(texts.map(({ text }) => text)).to.deep.equal(['a strike'])
  })
})

/** How many places of a contract the replacement gets to, each with an input made for it. */
function reachable(contract: z.ZodType): number {
  let found = 0
  const inputs = contract instanceof z.ZodUnion ? contract.options.map(example) : [example(contract)]
  for (const input of inputs) replaceFreeTexts(contract, { input, replace: (text) => ((found += 1), text) })
  return found
}

/** An input of a contract: the first value of each kind that its JSON Schema allows. */
function example(contract: unknown): unknown {
  if (contract instanceof z.ZodOptional || contract instanceof z.ZodDefault) return example(contract.unwrap())
  if (contract instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(contract.shape).map(([name, inner]) => [name, example(inner)]))
  if (contract instanceof z.ZodArray) return [example(contract.element)]
  if (contract instanceof z.ZodLiteral) return [...contract.values][0]
  if (contract instanceof z.ZodEnum) return contract.options[0]
  if (contract instanceof z.ZodNumber) return 2027
  return '2028-01-01'
}

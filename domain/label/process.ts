import { tell } from '../catalogue.ts'
import { keyOf } from '../id.ts'
import { defineProcess } from '../machine.ts'
import { subjectOf, type LadderKind } from '../wait.ts'
import { labelCommands } from './commands.ts'
import { decideLabel } from './decide.ts'
import { evolveLabel } from './evolve.ts'
import { labelBecomes, newLabel, type LabelPart, type LabelShape } from './label.ts'
import { labelId, yearOf } from './span.ts'
import { aboutLabel, labelWaits } from './waits.ts'

/** News of a label, to each of these parts. */
const news = <K extends string>(
  kind: K,
  ...parts: readonly LabelPart[]
): { part: LabelPart; kind: K; about: string }[] => parts.map((part) => ({ part, kind, about: aboutLabel }))

const waitFor = (kind: LadderKind): string => subjectOf({ kind, about: aboutLabel })

/** One award of a label, from the day it is known to its renewal or its end (S14, S15). */
export const labelFile = defineProcess<LabelShape>({
  type: 'labelFile',
  commands: labelCommands,
  initial: newLabel,
  becomes: labelBecomes,
  ends: ['awarded', 'lapsed'],
  decide: decideLabel,
  evolve: evolveLabel,
  waits: labelWaits,

  cast: () => ({
    qualityOfficer: ['role:qualityOfficer'],
    headOfOffice: ['role:headOfOffice'],
    direction: ['role:direction'],
    process: ['process'],
    reader: ['role:officer', 'role:pilot', 'role:auditor', 'role:administrator'],
  }),
  notNow: ({ status }, command) => {
    if (command === 'register' || command === 'succeed') return 'label.exists'
    if (status === 'lapsed') return 'label.lapsed'
    return status === 'awarded' ? 'label.renewed' : undefined
  },
  tells: {
    awarded: ({ validity }, { label, name, scope, criteria }, id) => {
      const firstYear = yearOf(validity.from)
      return [
        tell(labelId(label, firstYear), {
          type: 'succeed',
          input: {
            label,
            firstYear,
            name,
            scope: scope.covers === 'school' ? scope : { ...scope, programmes: [...scope.programmes] },
            criteria: [...criteria],
            validity,
            predecessor: keyOf(id),
          },
        }),
      ]
    },
  },

  announces: {
    registered: () => news('labelRegistered', 'qualityOfficer'),
    validityUnknown: () => [
      { part: 'qualityOfficer', kind: 'labelValidity', about: aboutLabel, waitsFor: waitFor('labelValidity') },
    ],
    renewalOpened: () => [
      { part: 'qualityOfficer', kind: 'labelRenewal', about: aboutLabel, waitsFor: waitFor('labelRenewal') },
    ],
    validityExtended: () =>
      (['qualityOfficer', 'headOfOffice'] as const).map((part) => ({
        part,
        kind: 'labelExtended',
        about: aboutLabel,
        waitsFor: waitFor('labelEnd'),
      })),
    awarded: () => news('labelAwarded', 'qualityOfficer', 'headOfOffice', 'direction'),
    refused: () => news('labelRefused', 'qualityOfficer', 'headOfOffice', 'direction'),
    lapsed: ({ known }) => (known ? [] : news('labelLapsed', 'qualityOfficer', 'headOfOffice', 'direction')),
  },
})

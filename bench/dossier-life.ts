import { z } from 'zod'
import { cycle, nominate, openCycle } from './admissions.ts'
import { ask, startProcess } from './bare-processes.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { signIn, type Someone } from './people.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 5
/** Lived in one round, by as many people at once. */
const dossiers = 8
const Dossier = z.object({ pieces: z.array(z.object({ piece: z.object({ code: z.string() }) })) })
const Uploaded = z.object({ id: z.string() })

/**
 * How many commands a second are done over the lives of dossiers, from their acknowledgement to their second sending, eight at once, beside as many
 * updates of as many bare workflows. What is uploaded was before.
 */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const officer = await signIn(ours, 'officer')
  const invited = await openCycle(officer, 4)
  const keys = await nominate(officer, invited, dossiers * (rounds + 1))
  const { pieces } = Dossier.parse(await officer.get(`/dossiers/${keys[0]}`))
  const codes = pieces.map(({ piece: { code } }) => code)
  const commands = codes.length + 4
  const sides = await inTurn(rounds, {
    ours: async (round) => {
      const own = keys.slice(round * dossiers, (round + 1) * dossiers)
      const uploaded: string[] = []
      for (const key of own) uploaded.push(await upload(officer, key))
      const took = await millisecondsOf(() =>
        Promise.all(own.map((key, n) => live(officer, key, { codes, document: uploaded[n] ?? '' }))),
      )
      return (dossiers * commands * 1000) / took
    },
    bare: async () => {
      const ids = await Promise.all(Array.from({ length: dossiers }, () => startProcess(bare)))
      const took = await millisecondsOf(() =>
        Promise.all(
          ids.map(async (id) => {
            for (let n = 0; n < commands; n++) await ask(bare, id)
          }),
        ),
      )
      return (dossiers * commands * 1000) / took
    },
  })
  return [{ metric: 'dossier-life', unit: 'commands/s', ...sides, goals: [{ of: 'ratio', atLeast: 0.85 }] }]
}

/** One document, which is nobody's yet. */
async function upload(officer: Someone, key: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([pdf(key)], { type: 'application/pdf' }), `${cycle}-${key}.pdf`)
  return Uploaded.parse(await officer.send('/documents', { body: form })).id
}

async function live(
  officer: Someone,
  key: string,
  { codes, document }: { readonly codes: readonly string[]; readonly document: string },
): Promise<void> {
  const give = (command: string, body: object = {}): Promise<void> => officer.give(`/dossiers/${key}/${command}`, body)
  const [first, ...others] = codes
  await give('acknowledge')
  await give('deposit', { piece: first, document })
  for (const piece of others) await give('markNotConcerned', { piece, reason: 'Nothing of the kind' })
  await give('send')
  await give('takeBack')
  await give('send')
}

/** A page without anything on it, of each dossier another. */
function pdf(words: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> % ${words}`,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const place = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const lines = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
}

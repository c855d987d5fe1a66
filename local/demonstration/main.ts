import { engineOf } from '../../config/engine.ts'
import { readEnv, services } from '../../config/env.ts'
import { readSecret } from '../../config/secret.ts'
import { holdersOf } from '../../domain/roster.ts'
import { dayOf, instantOf } from '../../domain/time.ts'
import { lookVia, temporalClient } from '../../api/gateway.ts'
import { rulesOf } from '../../policy/calendar.ts'
import { loadPolicy } from '../../policy/load.ts'
import { connect } from '../../store/connect.ts'
import { openFiles } from '../../store/files.ts'
import { loadRoster } from '../../store/register/roster.ts'
import { isUntouched, seedRegister } from '../../store/register/seed.ts'
import { demonstrated } from './acts.ts'
import { Past } from './past.ts'

// Fills an installation in which nobody has done anything yet with a past, and has the engine take over from there.

const env = readEnv()
const { mongodbUri } = services(env)
const school = loadPolicy()
const rules = rulesOf(school)
const store = await connect(mongodbUri)
const now = instantOf(Date.now())
await seedRegister(store, school, { at: now })

if (await isUntouched(store)) {
  const roster = await loadRoster(store)
  const holder = (party: string): string => holdersOf(party, roster, dayOf(now, rules.calendar))[0]?.id ?? ''
  const cast = {
    pilot: holder('role:pilot'),
    direction: holder('role:direction'),
    quality: holder('role:qualityOfficer'),
    officer: holder('role:officer'),
    legal: holder('role:legalOfficer'),
    head: (centre: string) => holder(`head:${centre}`),
  }
  const past = new Past({ store, rules, secret: readSecret(env.secretFile) })
  await past.live(
    demonstrated(now, { labels: school.labels, policy: school.policy, calendar: rules.calendar, cast }),
    now,
  )
  const client = temporalClient(engineOf(env))
  const look = lookVia(client)
  for (const { id } of await openFiles(store)) await look(id)
  await client.connection.close()
}
await store.close()

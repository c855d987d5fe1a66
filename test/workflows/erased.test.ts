import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type request from 'supertest'
import { dossierId } from '../../domain/dossier/ids.ts'
import { keyOf } from '../../domain/id.ts'
import { freePorts } from '../../local/ports.ts'
import { untakenRows } from '../../store/inbox.ts'
import { loadDossier, loadParticipation } from '../../store/typed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { ensureSchedules } from '../../worker/schedule.ts'
import { upload } from '../api/uploading.ts'
import { cycle, invitation, ofHanoi, preparation } from '../current-cycle.ts'
import { dossier } from '../current-dossier.ts'
import { openHouse, until, type House, type Process } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { liveThroughPages, siteAt, visitByMail } from '../planted-pages.ts'
import { heldIn, liveThrough, planting, standingIn, type Planted } from '../planted-person.ts'
import { signedIn } from '../signed-in.ts'
import { stack } from '../stack.ts'

type Agent = ReturnType<typeof request.agent>
const second = dossierId(2)

describe('a candidate is erased from everything that runs', function () {
  this.timeout(240_000)
  let house: House
  let mails: MailServer
  let url: string
  let smtpUrl: string
  let port: number
  const printing: { readonly printed: readonly string[] }[] = []
  before(async () => {
    mails = await startMailServer()
    house = await openHouse()
    smtpUrl = mails.url
    ;[port = 0] = await freePorts(1)
    url = `http://127.0.0.1:${port}`
    printing.push(await house.startWorker({ smtpUrl }))
  })
  after(async () => {
    await house?.close()
    await mails?.close()
  })

  const started = async (): Promise<Process<'erased'>> => {
    const api = await house.startApi({ port, smtpUrl, logs: true })
    printing.push(api)
    return api
  }
  /** The record that Hanoi gave, once it has its dossier. */
  const given = async (): Promise<string | undefined> => (await loadDossier(house.store, second))?.state.candidate
  const candidateOf = async (agent: Agent): Promise<{ readonly candidate: string; readonly planted: Planted }> => {
    const { planted, word } = planting()
    const base = '/api/v1'
    const office = {
      get: (path: string) => agent.get(base + path),
      post: (path: string, body: object) =>
        agent
          .post(base + path)
          .set('If-Match', '*')
          .send(body),
      patch: (path: string, body: object) =>
        agent
          .patch(base + path)
          .set('If-Match', '*')
          .send(body),
      upload: (content: Uint8Array, name: string) => upload({ agent }, content, name),
    }
    const settle = async (): Promise<string> => {
      const n1 = (await loadParticipation(house.store, ofHanoi))?.state.nominations['n1']
      const status = n1?.state === 'cancelled' ? 'withdrawn' : 'nominated'
      await until(async () => (await loadDossier(house.store, dossier))?.state.status === status)
      return keyOf(dossier)
    }
    const site = siteAt(url, mails)
    const reason = 'The test does not wait.'
    const contact = await visitByMail(office, site, { party: 'usth-c1', kind: 'partner', reason })
    const { candidate } = await liveThrough(office, { cycle: keyOf(cycle), settle, word })
    const of = { given, withdrawn: async () => (await loadDossier(house.store, second))?.state.status === 'withdrawn' }
    await liveThroughPages(office, candidate, { site, contact, word, ...of })
    return { candidate, planted }
  }

  /** Whatever lies on disk but MongoDB’s own files: Temporal’s database, logs, mails. */
  const onDisk = (): string =>
    readdirSync(stack.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('mongodb'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n')
  const onShelf = (): string =>
    readdirSync(house.documents, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n')
  const histories = async (): Promise<string> => {
    const told: string[] = []
    for await (const { workflowId, runId } of house.client.workflow.list())
      told.push(JSON.stringify(await house.client.workflow.getHandle(workflowId, runId).fetchHistory()))
    return told.join('\n')
  }

  it('killed once it holds, it is finished: of 50 planted strings none is left in MongoDB, documents, Temporal, histories or logs', async () => {
    await house.insist('officer', cycle, preparation)
    await house.insist('officer', cycle, { type: 'open', input: {} })
    await house.insist('officer', cycle, invitation)
    await until(async () => (await loadParticipation(house.store, ofHanoi))?.state.status === 'invited')
    const first = await started()
    const administrator = await signedIn(url, { account: 'administrator', mails })
    await administrator.patch('/api/v1/programmes/icm').set('If-Match', '*').send({ sentBy: 'candidate' }).expect(200)
    const { candidate, planted } = await candidateOf(await signedIn(url, { account: 'officer', mails }))
    expect(planted.size).to.be.at.least(50)
    const protector = await signedIn(url, { account: 'data-protection', mails })
    const inDatabase = async (): Promise<string> => [...(await heldIn(house.store)).values()].join('\n')
    const count = (text: string): number => standingIn(text, planted.keys()).length
    const placed = [...planted.values()].filter((place) => place !== 'nowhere').length
    expect(count(`${await inDatabase()}\n${onShelf()}`)).to.equal(placed)

    await first.dieAt('erased')
    await protector
      .post(`/api/v1/candidates/${candidate}/erase`)
      .send({ reason: 'requested' })
      .catch(() => undefined)
    await first.ended
    expect([count(await inDatabase()), count(onShelf())]).to.deep.equal([
      0,
      [...planted.values()].filter((place) => place === 'documents').length,
    ])
    // Nobody asks again: the worker does what is left, each minute.
    await ensureSchedules(house.client)
    await house.client.schedule.getHandle('reconcile').trigger()
    await until(async () => count(onShelf()) === 0, 120_000)
    expect(await house.store.documents.countDocuments({})).to.equal(0)
    // What it asked of the dossier waits for whoever rings it: without this the reconciler, in a minute.
    const [asked] = await untakenRows(house.store, dossier, 1)
    await house.gateway.take(dossier, asked?.id ?? '', 'noteErased')
    expect((await loadDossier(house.store, dossier))?.state.erased).to.equal(true)

    await started()
    const again = await signedIn(url, { account: 'data-protection', mails })
    const { body } = await again.get(`/api/v1/candidates/${candidate}`)
    expect(body.name).to.equal('personne effacée')
    for (const [what, held] of Object.entries({
      database: await inDatabase(),
      shelf: onShelf(),
      servers: onDisk(),
      histories: await histories(),
      logs: printing.flatMap(({ printed }) => printed).join('\n'),
      // What went to themselves is out of reach.
      mails: mails.messages.join('\n').replace(/^To: .*$/gm, ''),
    }))
      expect(standingIn(held, planted.keys()), what).to.deep.equal([])
    expect(printing.flatMap(({ printed }) => printed).join('')).to.contain('/api/v1/candidates/:other')
    expect(await histories()).to.contain('dossier')
    expect((await verifyLedger(house.store)).faults).to.deep.equal([])
  })
})

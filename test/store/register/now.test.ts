import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { civil, type CivilDate } from '../../../domain/time.ts'
import { connect, type Store } from '../../../store/connect.ts'
import { contended } from '../../../store/contended.ts'
import { registerNow } from '../../../store/register/now.ts'
import { editPerson, findPerson } from '../../../store/register/people.ts'
import { seedRegister } from '../../../store/register/seed.ts'
import { person, registeredAt, school } from '../../domain/school.ts'
import { freshDatabase } from '../../stack.ts'

const officer = person('officer')

describe('the register as it stands', () => {
  let here: Store
  let elsewhere: Store
  before(async () => {
    const uri = freshDatabase()
    here = await connect(uri)
    elsewhere = await connect(uri)
    await seedRegister(here, school, { at: registeredAt })
  })
  after(async () => {
    await here?.connection.dropDatabase()
    await Promise.all([here?.close(), elsewhere?.close()])
  })

  const consent = (id: string, publicationConsentOn: CivilDate): Promise<void> =>
    contended(() =>
      editPerson(here, {
        id,
        change: { publicationConsentOn },
        actor: `person:${id}`,
        at: registeredAt,
        policy: school.policy.version,
        cause: randomUUID(),
      }),
    )
  const consentElsewhere = async (id: string): Promise<string | undefined> =>
    (await findPerson(elsewhere, id))?.publicationConsentOn

  it('is read again by another process the moment an edit is done, and not before', async () => {
    const before = await registerNow(elsewhere)
    expect(await registerNow(elsewhere)).to.equal(before)
    for (const day of ['2027-02-01', '2027-02-02', '2027-02-03'].map(civil)) {
      await consent(officer, day)
      expect(await consentElsewhere(officer)).to.equal(day)
    }
    expect(before.people.find(({ _id }) => _id === officer)).to.not.have.property('publicationConsentOn')
  })

  it('is looked at afresh by whoever asks once a look has begun', async () => {
    const first = registerNow(elsewhere)
    expect(registerNow(elsewhere)).to.equal(first)
    await consent(officer, civil('2027-02-04'))
    expect(await consentElsewhere(officer)).to.equal('2027-02-04')
    await first
    expect(await consentElsewhere(officer)).to.equal('2027-02-04')
  })

  it('holds every edit of many at once', async () => {
    const ids = school.people.slice(0, 12).map(({ id }) => id)
    await Promise.all(ids.map((id) => consent(id, civil('2027-03-01'))))
    expect(await Promise.all(ids.map(consentElsewhere))).to.deep.equal(ids.map(() => '2027-03-01'))
  })

  it('is not counted as edited by an edit that was given up', async () => {
    const before = await registerNow(elsewhere)
    const given = editPerson(here, {
      id: officer,
      change: { publicationConsentOn: civil('2027-04-01') },
      actor: `person:${officer}`,
      at: registeredAt,
      policy: school.policy.version,
      cause: randomUUID(),
      written: () => {
        throw new Error('given up')
      },
    })
    await given.then(
      () => expect.fail('it was not given up'),
      () => undefined,
    )
    expect(await registerNow(elsewhere)).to.equal(before)
    expect(await consentElsewhere(officer)).to.equal('2027-03-01')
  })
})

import { expect } from 'chai'
import { openDoor, type Door } from './door.ts'
import { invitePartners, partnerLink } from './partner-invited.ts'
import { an, anRow, csv, enterLink, type ContactBrowser } from './partner-nominating.ts'

describe('what is wrong with what a partner’s contact sends (S17)', function () {
  this.timeout(90_000)
  let door: Door
  let contact: ContactBrowser
  before(async () => {
    door = await openDoor()
    door.engine(true)
    await invitePartners(door, 'usth')
    const link = await partnerLink(door, 'usth-c1')
    door.at('2027-10-05T08:00:00Z')
    contact = await enterLink(door, link)
    await contact.post('/nominate', an)
  })
  after(() => door?.close())

  it('in a row of a spreadsheet is shown all at once, each with its column', async () => {
    const wrong = await contact.send(
      '/spreadsheet',
      csv(anRow.replace('VN;VN', 'ZZ;VN').replace('2006', '2031').replace(';icm;ismin;', ';ismin;ismin;')),
      { do: 'check' },
    )
    const lines = [...wrong.text.matchAll(/<li>(Row 2[,:] .*?)<\/li>/g)].map(([, line = '']) => line)
    const named = ['Nationality', 'Born on', 'Second wish', 'Mail address']
    expect(lines.map((line) => named.filter((column) => line.includes(column)))).to.deep.equal(
      named.map((one) => [one]),
    )
    expect(lines[2]).to.match(/^Row 2: “Second wish” /)
    expect(wrong.text).to.contain('4 things are wrong in the file')
  })

  it('in a correction is shown all at once, at each field, also beside what cannot be read', async () => {
    const fields = async (form: Readonly<Record<string, string>>): Promise<string[]> =>
      [...(await contact.post('/correct/n1', form)).text.matchAll(/id="(\w+)-error"/g)].map(([, field = '']) => field)
    const wrong = { ...an, birthOn: '2031-01-01', nationality: 'ZZ', wish2: 'icm' }
    expect(await fields(wrong)).to.deep.equal(['birthOn', 'nationality', 'wish2'])
    expect(await fields({ ...wrong, name: '', wish2: 'nowhere' })).to.deep.equal(['name', 'birthOn', 'nationality'])
  })
})

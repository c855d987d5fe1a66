import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '../house.ts'
import type { Desk } from './desk.ts'

/** A desk's API on a port of its own, for whoever speaks HTTP by hand. */
export const listening = async ({ app }: Pick<Desk, 'app'>): Promise<{ server: Server; port: number }> => {
  const server = app.listen(0, '127.0.0.1')
  await until(async () => server.listening)
  const address = server.address()
  return { server, port: isPort(address) ? address.port : 0 }
}
const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

import { Client, Connection } from '@temporalio/client'

/** A client of the engine; the connection is made on first use, so that the engine may come later. */
export function temporalClient({ address, namespace }: { address: string; namespace: string }): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace })
}

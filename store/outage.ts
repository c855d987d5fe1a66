import { mongo, Error as MongooseErrors, MongooseError } from 'mongoose'

const { MongooseServerSelectionError } = MongooseErrors

/** What a primary says on its way out, or before it is one: not writable, interrupted, shutting down. */
const passingCodes = [91, 189, 10107, 11600, 11602, 13435, 13436]

/**
 * Whether an error means that MongoDB cannot be reached or cannot write just now, so that the same request may do
 * later. False for everything that would fail again.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) {
    return typeof error.code === 'number' && passingCodes.includes(error.code)
  }
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoWaitQueueTimeoutError ||
    error instanceof mongo.MongoConnectionPoolClosedError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongo.MongoExpiredSessionError ||
    error instanceof MongooseServerSelectionError ||
    // With `bufferCommands` off, mongoose says in a plain error of its own that it is not connected.
    (error instanceof MongooseError && error.constructor === MongooseError)
  )
}

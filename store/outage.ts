import { mongo, Error as MongooseErrors, MongooseError } from 'mongoose'
import { Overtaken } from './commit.ts'

// The driver gives no class for a wait in its own queue; its name is part of its interface.
const unreachableNames = ['MongoWaitQueueTimeoutError', 'MongoPoolClosedError']

/**
 * Whether an error means that MongoDB cannot be reached, or cannot write, just now, or that others were faster as often as was tried, so that the
 * same request may do later. False for everything that would fail again.
 */
export const isOutage = (error: unknown): boolean =>
  error instanceof mongo.MongoNetworkError ||
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongo.MongoServerClosedError ||
  error instanceof mongo.MongoClientClosedError ||
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoTopologyClosedError ||
  error instanceof mongo.MongoExpiredSessionError ||
  error instanceof Overtaken ||
  error instanceof MongooseErrors.MongooseServerSelectionError ||
  (error instanceof mongo.MongoError && (isPassing(error) || unreachableNames.includes(error.name))) ||
  // With `bufferCommands` off, mongoose says in a plain error of its own that it is not connected.
  (error instanceof MongooseError && error.constructor === MongooseError)

/** What a primary says on its way out, or before it is one; and of a transaction that met another one. */
const isPassing = (error: mongo.MongoError): boolean => passing.some((label) => error.hasErrorLabel(label))
const passing = ['RetryableWriteError', 'RetryableReadError', 'TransientTransactionError']

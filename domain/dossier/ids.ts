import { begunFor, numberedId } from '../register-number.ts'

/** `dossier/00017`: a register number (ADR 50, ADR 56). Throws a `RangeError` from 100,000 on. */
export const dossierId = (number: number): `dossier/${string}` => numberedId('dossier', number)

/** Where the dossier of one nomination is told, before and after it has its number. `dossierFor('participation/2028-engineer.usth', 'n1')` */
export const dossierFor = (participation: string, nomination: string): `dossier/${string}` =>
  begunFor('dossier', `${participation}#${nomination}`)

/** What any wait of a whole dossier is about. */
export const aboutDossier = 'dossier'

const pieceMark = 'piece:'

/** What in a dossier is about one of its pieces. `aboutPiece('transcript')` → `'piece:transcript'` */
export const aboutPiece = (piece: string): string => pieceMark + piece

/** The piece that an `about` names; nothing of any other. `'piece:transcript'` → `'transcript'` */
export const pieceIn = (about: string | undefined): string | undefined =>
  about?.startsWith(pieceMark) ? about.slice(pieceMark.length) : undefined

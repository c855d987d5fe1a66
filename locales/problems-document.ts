/** What can go wrong with a document that is uploaded or downloaded; stable for ever. */
export const documentProblemCodes = [
  'document-missing',
  'document-several',
  'document-cut',
  'document-empty',
  'document-type',
  'document-extension',
  'document-damaged',
  'document-encrypted',
  'document-active',
  'document-mixed',
  'document-oversized',
  'document-unchecked',
  'document-changed',
  'documents-unused',
  'documents-full',
  'documents-none',
] as const
export type DocumentProblemCode = (typeof documentProblemCodes)[number]

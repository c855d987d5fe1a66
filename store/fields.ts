/** A text that every document of a collection has. */
export const text = { type: String, required: true } as const

/** How documents are kept: as they were written, and without a field that their schema does not name. */
export const options = { versionKey: false, minimize: false, strict: 'throw' } as const

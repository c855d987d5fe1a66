/** What a document may come to once it is opened, whatever its file weighs. */
export const mostPixels = 100_000_000
/** Of one side of an image, in pixels. */
export const mostPixelsASide = 20_000
export const mostPages = 1000
/** What the compressed parts of a PDF may come to: one of them, and all together, in bytes. */
export const mostInflated = { one: 256 * 1_048_576, all: 1024 * 1_048_576 } as const
/** Compressed texts and colour profiles of an image, as they stand in its file, in bytes. */
export const mostCompressedAside = 65_536

// How answers travel compressed.
import { constants } from 'node:zlib'
import type { FastifyCompressOptions } from '@fastify/compress'

// The default, 11, takes seconds for a page of a list that is then a tenth smaller.
const quickly = { [constants.BROTLI_PARAM_QUALITY]: 5 }

/** For every answer, where the client takes it. */
export const compression = {
  encodings: ['br', 'gzip'],
  globalDecompression: false,
  customTypes: /json|^text\/|javascript|wasm|svg/,
  brotliOptions: { params: quickly },
} satisfies FastifyCompressOptions

/**
 * For an answer that is made piece by piece: each piece leaves as soon as it is there. By itself the compression keeps up to five
 * megabytes of text back, which costs one byte in a hundred less, and on a bad line every page that had not left is lost with a cut.
 */
export const compressionByPiece = {
  encodings: compression.encodings,
  customTypes: compression.customTypes,
  brotliOptions: { params: quickly, flush: constants.BROTLI_OPERATION_FLUSH },
  zlibOptions: { flush: constants.Z_SYNC_FLUSH },
} satisfies FastifyCompressOptions

/** For short answers that are made many times a second: a third of the time, for one byte in twenty more. */
export const compressionInPassing = {
  encodings: ['gzip'],
  customTypes: compression.customTypes,
  zlibOptions: { level: constants.Z_BEST_SPEED },
} satisfies FastifyCompressOptions

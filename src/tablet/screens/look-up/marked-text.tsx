import type { MarkedPart } from '../../../domain/search/mark-matches.ts'

/** A text with the parts that were asked for marked. */
export function MarkedText({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map((part, index) => (part.found ? <mark key={index}>{part.text}</mark> : part.text))
}

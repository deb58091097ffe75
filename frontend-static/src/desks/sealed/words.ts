/** How a document that is not taken names its fault (kit/envelope), without loading the kit to ask. */
export function faultOf(thrown: unknown): string | null {
  return thrown instanceof Error && 'fault' in thrown && typeof thrown.fault === 'string' ? thrown.fault : null
}

/** Digests are compared by people: in groups of eight. */
export const grouped = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')

/** A file name that every system takes. */
export const fileName = (...parts: string[]): string => parts.map(part => part.replace(/[^\p{L}\p{N}._-]+/gu, '-')).join('-')

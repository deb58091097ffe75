import { bytes64, EnvelopeRefused, utf8, type Bytes } from './bytes'

// Our documents: objects, arrays, texts, whole numbers, true and false.
export type Json = string | number | boolean | Json[] | { [name: string]: Json }
export type JsonObject = { [name: string]: Json }

/** The one way to write a document (RFC 8785), as UTF-8. JSON.stringify writes texts and whole numbers as that standard asks. */
export const canonical = (tree: Json): Bytes => utf8(written(tree))

function written(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    // The default sort of texts is by UTF-16 code units, as RFC 8785 asks.
    return `{${Object.keys(value).sort().map(name => `${whole(name)}:${written(value[name]!)}`).join(',')}}`
  }
  if (typeof value === 'string') return whole(value)
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value))) return JSON.stringify(value)
  throw new EnvelopeRefused('NOT_JSON')
}

function whole(text: string): string {
  // By code points only a half of a pair is a surrogate.
  if (/\p{Surrogate}/u.test(text)) throw new EnvelopeRefused('NOT_JSON')
  return JSON.stringify(text)
}

/** Reads a document of one object. Member names that stand twice are the server's to refuse; here the canonical form is what counts. */
export function read(text: string, mostCharacters: number): JsonObject {
  if (text.length > mostCharacters) throw new EnvelopeRefused('TOO_LARGE')
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    throw new EnvelopeRefused('NOT_JSON')
  }
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) throw new EnvelopeRefused('NOT_JSON')
  // Refuses nulls and fractions wherever they are.
  written(tree as JsonObject)
  return tree as JsonObject
}

const ID = /^[A-Za-z0-9._:-]{1,64}$/
const SHA256 = /^[0-9a-f]{64}$/

/** Takes the members of an object one by one; each is of its type, or the document is refused with the pointer to it. */
export class Members {
  private readonly left: Map<string, Json>

  constructor(tree: JsonObject, readonly where = '') {
    this.left = new Map(Object.entries(tree))
  }

  private take(name: string): Json {
    const value = this.left.get(name)
    if (value === undefined) throw new EnvelopeRefused('MEMBER_MISSING', this.at(name))
    this.left.delete(name)
    return value
  }

  private at(name: string): string {
    return `${this.where}/${name}`
  }

  private fail(name: string): never {
    throw new EnvelopeRefused('MEMBER_WRONG', this.at(name))
  }

  has(name: string): boolean {
    return this.left.has(name)
  }

  text(name: string, pattern: RegExp): string {
    const value = this.take(name)
    return typeof value === 'string' && pattern.test(value) ? value : this.fail(name)
  }

  id(name: string): string {
    return this.text(name, ID)
  }

  sha256(name: string): string {
    return this.text(name, SHA256)
  }

  number(name: string, least: number, most: number): number {
    const value = this.take(name)
    return typeof value === 'number' && value >= least && value <= most ? value : this.fail(name)
  }

  bytes(name: string, length?: number): Bytes {
    return bytesOf(this.take(name), length, this.at(name))
  }

  /** The member as it stands, an object. */
  tree(name: string): JsonObject {
    return objectOf(this.take(name), this.at(name))
  }

  list<T>(name: string, fewest: number, most: number, item: (value: Json, where: string) => T): T[] {
    const value = this.take(name)
    if (!Array.isArray(value) || value.length < fewest || value.length > most) this.fail(name)
    return (value as Json[]).map((each, i) => item(each, `${this.at(name)}/${i}`))
  }

  object(name: string): Members {
    return new Members(objectOf(this.take(name), this.at(name)), this.at(name))
  }

  objects<T>(name: string, fewest: number, most: number, item: (members: Members) => T): T[] {
    return this.list(name, fewest, most, (value, where) => item(new Members(objectOf(value, where), where)))
  }

  truth(name: string): boolean {
    const value = this.take(name)
    return typeof value === 'boolean' ? value : this.fail(name)
  }

  /** The names that have not been taken. */
  names(): string[] {
    return [...this.left.keys()].sort()
  }

  format(expected: string): this {
    if (this.take('format') !== expected) throw new EnvelopeRefused('UNKNOWN_FORMAT', this.at('format'))
    return this
  }

  end(): void {
    for (const name of this.left.keys()) throw new EnvelopeRefused('MEMBER_UNKNOWN', this.at(name))
  }
}

export function bytesOf(value: Json, length: number | undefined, where: string): Bytes {
  if (typeof value !== 'string') throw new EnvelopeRefused('MEMBER_WRONG', where)
  const bytes = bytes64(value, where)
  if (length !== undefined && bytes.length !== length) throw new EnvelopeRefused('MEMBER_WRONG', where)
  return bytes
}

export function objectOf(value: Json, where: string): JsonObject {
  if (typeof value !== 'object' || Array.isArray(value)) throw new EnvelopeRefused('MEMBER_WRONG', where)
  return value
}

export function idOf(value: Json, where: string): string {
  if (typeof value !== 'string' || !ID.test(value)) throw new EnvelopeRefused('MEMBER_WRONG', where)
  return value
}

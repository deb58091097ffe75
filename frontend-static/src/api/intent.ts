/*
 * One Idempotency-Key per intended change. The key stays while the body stays, so a retry after a lost answer cannot do
 * the thing twice; it changes when the body changes, and after the change has been answered.
 */
export interface Intent {
  /** `params: { header: intent.header(body) }` */
  header(body?: unknown): { 'Idempotency-Key': string }
  /** The change was answered: the next one is another intent. */
  done(): void
}

function newKey(): string {
  // randomUUID needs HTTPS off localhost; getRandomValues does not.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
}

export function newIntent(): Intent {
  let key: string | null = null
  let about = ''
  return {
    header(body?: unknown) {
      const text = JSON.stringify(body ?? null)
      if (key === null || text !== about) {
        key = newKey()
        about = text
      }
      return { 'Idempotency-Key': key }
    },
    done() {
      key = null
    },
  }
}

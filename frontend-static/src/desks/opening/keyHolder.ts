import type { KeyShown, Order, ReleaseOrder, Reply } from './releasing'

/** A fault of a document, by the name that texts know. */
export class Faulted extends Error {
  constructor(readonly fault: string) {
    super(fault)
  }
}

/** The worker that holds a trustee's key: the page stays alive while it works, and never has the key itself. */
export class KeyHolder {
  private readonly worker = new Worker(new URL('./release.worker.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<number, { done: (value: KeyShown | string) => void; failed: (why: Error) => void }>()
  private next = 1

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asked = this.waiting.get(data.id)
      this.waiting.delete(data.id)
      if ('done' in data) asked?.done(data.done)
      else asked?.failed('fault' in data ? new Faulted(data.fault) : new Error(data.broke))
    }
    this.worker.onerror = event => {
      for (const asked of this.waiting.values()) asked.failed(new Error(event.message))
      this.waiting.clear()
    }
  }

  private ask<T extends KeyShown | string>(order: Order): Promise<T> {
    const id = this.next++
    return new Promise((done, failed) => {
      this.waiting.set(id, { done: value => done(value as T), failed })
      this.worker.postMessage({ id, order })
    })
  }

  open(file: string, passphrase: string): Promise<KeyShown> {
    return this.ask({ kind: 'open', file, passphrase })
  }

  release(order: ReleaseOrder): Promise<string> {
    return this.ask({ kind: 'release', order })
  }

  /** Forgets the key. */
  close(): void {
    this.worker.terminate()
  }
}

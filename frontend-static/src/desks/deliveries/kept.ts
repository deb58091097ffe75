/*
 * Steps at the gate are written down before they are sent, each with the key under which it is sent. A phone that loses its connection, its page or its battery sends it
 * later under the same key, and the server does it once. Steps of one phone are sent in the order in which they were taken.
 * The photos of a step go before it, each under a key of its own, so that the step always names the same files.
 */
import { problemOf, Refused, type Problem } from '@/api/problem'
import type { components } from '@/api/schema'
import type { Delivery } from './delivery'
import type { KeptPhoto } from './photos'

type Schemas = components['schemas']
export type Step =
  | { step: 'arrive'; body: Schemas['ArriveDelivery'] }
  | { step: 'check'; body: Schemas['CheckDelivery'] }
  | { step: 'weigh'; body: Schemas['WeighDelivery'] }
  | { step: 'unload'; body: null }

/** Whose step it is, and of which delivery. */
export interface About {
  person: string
  party: string
  deliveryId: string
  code: string
}

export type Kept = Step & About & { key: string; takenAt: string; photos?: KeptPhoto[]; refused?: { title: string; detail: string } }

/** Answered by the server, refused by it, or waiting for a connection. `lost`: so many photos the phone no longer had; a step does not wait for them. */
export type Outcome = { kind: 'done'; delivery: Delivery; lost: number } | { kind: 'refused'; problem: Problem } | { kind: 'waiting' }

export interface Means {
  load: () => string | null
  save: (text: string) => void
  send: (one: Kept, files: string[]) => Promise<Delivery>
  /** Sends a photo; the file's id, or null where the phone lost its bytes. */
  upload: (photo: KeptPhoto) => Promise<string | null>
  /** Photos that nobody needs any more. */
  forget: (keys: string[]) => void
  newKey: () => string
  now: () => string
  changed: (all: readonly Kept[]) => void
}

/** Nobody answered, or not for good: the step waits. A key that is in flight is answered later, under the same key. */
export function isUnanswered(thrown: unknown): boolean {
  if (!(thrown instanceof Refused)) return thrown instanceof TypeError
  const { status } = thrown.problem
  return status >= 500 || status === 401 || status === 408 || status === 429 || thrown.is('request-in-flight') || thrown.is('csrf-token-wrong') || thrown.problem.type.startsWith('own:')
}

export interface Keeper {
  all: () => readonly Kept[]
  take: (step: Step, about: About, photos?: readonly KeptPhoto[]) => Promise<Outcome>
  /** Sends what waits of this person. */
  flush: (about: Pick<About, 'person' | 'party'>) => Promise<void>
  drop: (key: string) => void
}

function read(text: string | null): Kept[] {
  if (!text) return []
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? (found as Kept[]).filter(one => typeof one?.key === 'string' && typeof one.deliveryId === 'string') : []
  } catch {
    return []
  }
}

export function newKeeper(means: Means): Keeper {
  const outcomes = new Map<string, (outcome: Outcome) => void>()
  let running: Promise<void> | null = null

  // Read anew each time: another page of the same phone keeps its steps in the same place.
  const all = () => read(means.load())
  function write(next: Kept[]): void {
    means.save(JSON.stringify(next))
    means.changed(next)
  }

  function settle(one: Kept, outcome: Outcome): void {
    const heard = outcomes.get(one.key)
    outcomes.delete(one.key)
    if (outcome.kind === 'waiting') return heard?.(outcome)
    // Somebody looks at the refusal now, or finds it later.
    const stays = outcome.kind === 'refused' && !heard
    if (!stays) means.forget((one.photos ?? []).map(photo => photo.key))
    const refused = outcome.kind === 'refused' ? { title: outcome.problem.title, detail: outcome.problem.detail ?? '' } : undefined
    write(stays && refused ? all().map(each => (each.key === one.key ? { ...each, refused } : each)) : all().filter(each => each.key !== one.key))
    heard?.(outcome)
  }

  /** What a photo became is written down at once: after a reload it is not sent again. */
  async function uploaded(one: Kept): Promise<{ files: string[]; lost: number }> {
    const files: string[] = []
    for (const photo of one.photos ?? []) {
      const fileId = photo.fileId ?? await means.upload(photo)
      if (fileId === null) continue
      files.push(fileId)
      if (photo.fileId) continue
      write(all().map(each => (each.key === one.key ? { ...each, photos: each.photos?.map(of => (of.key === photo.key ? { ...of, fileId } : of)) } : each)))
    }
    return { files, lost: (one.photos ?? []).length - files.length }
  }

  async function sendAll(of: Pick<About, 'person' | 'party'>): Promise<void> {
    for (;;) {
      const next = all().find(one => !one.refused && one.person === of.person && one.party === of.party)
      if (!next) return
      try {
        const { files, lost } = await uploaded(next)
        settle(next, { kind: 'done', delivery: await means.send(next, files), lost })
      } catch (thrown) {
        if (isUnanswered(thrown)) {
          for (const one of all()) settle(one, { kind: 'waiting' })
          return
        }
        settle(next, { kind: 'refused', problem: problemOf(thrown) })
      }
    }
  }

  async function flush(of: Pick<About, 'person' | 'party'>): Promise<void> {
    // A step that is taken while others are being sent is found by the round that follows.
    while (running) await running
    running = sendAll(of).finally(() => (running = null))
    await running
  }

  function take(step: Step, about: About, photos: readonly KeptPhoto[] = []): Promise<Outcome> {
    const one = { ...step, ...about, key: means.newKey(), takenAt: means.now(), ...(photos.length ? { photos: [...photos] } : {}) } as Kept
    write([...all(), one])
    return new Promise((resolve, reject) => {
      outcomes.set(one.key, resolve)
      flush(about).catch(reject)
    })
  }

  function drop(key: string): void {
    means.forget(all().filter(one => one.key === key).flatMap(one => one.photos ?? []).map(photo => photo.key))
    write(all().filter(one => one.key !== key))
  }

  return { all, take, flush, drop }
}

const AFTER = { arrive: 'ARRIVED', check: 'GATE_CHECKED', weigh: 'GATE_CHECKED', unload: 'UNLOADED' } as const
const NEXT = { arrive: ['ACCEPT', 'REFUSE'], check: ['WEIGH_DESTINATION'], weigh: [], unload: [] } as const

/** A delivery as it will stand once what waits was sent; after a weighing that waits nobody knows, so nothing more is offered. */
export function ahead(delivery: Delivery, waiting: readonly Kept[]): Delivery {
  const last = waiting.filter(one => one.deliveryId === delivery.id && !one.refused).at(-1)
  if (!last) return delivery
  if (last.step === 'check' && !last.body.accepted) return { ...delivery, status: 'REFUSED', allowedCommands: [] }
  return { ...delivery, status: AFTER[last.step], allowedCommands: [...NEXT[last.step]] }
}

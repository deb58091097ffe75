/*
 * Photos at the gate. A camera's photo is larger than anybody needs to see a load or a ticket: it is drawn again on the phone, at most 2,048 pixels long, and only the drawing is sent.
 * With that everything else that a camera writes into a file stays on the phone: the place, the device. When it was taken is sent beside it, as stated.
 * What a phone has yet to send lies in its own database, for it is too large for where steps are written down.
 */
export const LONGEST_SIDE = 2_048
export const MOST_BYTES = 10 * 1_024 * 1_024
export const MOST_PHOTOS = 10
const QUALITY = 0.85

/** A photo as it will be sent, and what became of it on the phone. `drawn` is left out where this browser cannot read it: then it is sent as the camera wrote it. */
export interface Photo {
  key: string
  name: string
  madeAt: string
  blob: Blob
  drawn?: { fromWidth: number; fromHeight: number; fromBytes: number; width: number; height: number }
}

/** What is written down of a photo with its step; its bytes lie elsewhere under the same key. */
export interface KeptPhoto {
  key: string
  name: string
  madeAt: string
  fileId?: string
}

/** How large it is drawn: never larger than it was. */
export function drawnSize(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** This browser cannot make it smaller, and as it is it is not taken. */
export class PhotoTooLarge extends Error {}

const jpegName = (name: string): string => `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`

/** Drawn again, upright; as it is where the browser cannot read it. Refused where that is too large to be sent. */
export async function prepared(file: File, key: string): Promise<Photo> {
  const asItIs = { key, name: file.name || 'photo', madeAt: new Date(file.lastModified || Date.now()).toISOString() }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) {
    if (file.size > MOST_BYTES) throw new PhotoTooLarge()
    return { ...asItIs, blob: file }
  }
  const { width: fromWidth, height: fromHeight } = picture
  const { width, height } = drawnSize(fromWidth, fromHeight)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const paper = canvas.getContext('2d')
  if (paper) {
    // What is clear in a PNG would turn black in a JPEG.
    paper.fillStyle = 'white'
    paper.fillRect(0, 0, width, height)
    paper.imageSmoothingQuality = 'high'
    paper.drawImage(picture, 0, 0, width, height)
  }
  picture.close()
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!paper || !blob) return { ...asItIs, blob: file }
  return { ...asItIs, name: jpegName(asItIs.name), blob, drawn: { fromWidth, fromHeight, fromBytes: file.size, width, height } }
}

/** 410 kB, 5.1 MB: as people say it. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

const PLACE = 'jucai.gate'
const SHELF = 'photos'
interface Lying {
  type: string
  bytes: ArrayBuffer
}
/** Where a browser keeps no database, photos live as long as the page. */
const memory = new Map<string, Lying>()

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(PLACE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(SHELF)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('no database'))
    asked.onblocked = () => reject(new Error('the database is held'))
  })
}

async function onShelf<T>(mode: IDBTransactionMode, what: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const work = database.transaction(SHELF, mode)
      const asked = what(work.objectStore(SHELF))
      work.oncomplete = () => resolve(asked.result)
      work.onerror = () => reject(work.error ?? new Error('not kept'))
      work.onabort = work.onerror
    })
  } finally {
    database.close()
  }
}

/** Lays the bytes down; bytes and not the blob, which some phones forget. */
export async function layDown(key: string, blob: Blob): Promise<void> {
  const lying = { type: blob.type, bytes: await blob.arrayBuffer() }
  try {
    await onShelf('readwrite', shelf => shelf.put(lying, key))
  } catch {
    memory.set(key, lying)
  }
}

/** The bytes, or null where the phone lost them. */
export async function pickUp(key: string): Promise<Blob | null> {
  const lying = memory.get(key) ?? await onShelf<Lying | undefined>('readonly', shelf => shelf.get(key)).catch(() => undefined)
  return lying ? new Blob([lying.bytes], { type: lying.type }) : null
}

export async function throwAway(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    memory.delete(key)
    await onShelf('readwrite', shelf => shelf.delete(key)).catch(() => undefined)
  }
}

/** What the bytes hash to, so that the server takes these and no others; undefined where the page may not reckon (plain HTTP). */
export async function sha256Of(blob: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

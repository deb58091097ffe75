import { computed, ref, watch, type ComputedRef } from 'vue'
import { api, take } from '@/api/client'
import { newIntent } from '@/api/intent'
import { anew } from '@/api/reach'
import type { components } from '@/api/schema'
import { upload } from '@/api/upload'
import { serverNow } from '@/kit/time'
import { session } from '@/session'
import type { Delivery } from './delivery'
import { know } from './gateTrucks'
import { KEPT_STEPS } from './resume'
import { newKeeper, type Kept, type Outcome, type Step } from './kept'
import { layDown, pickUp, sha256Of, throwAway, type KeptPhoto, type Photo } from './photos'

/** Steps of this phone, as they are kept in it. */
const PLACE = KEPT_STEPS
const AGAIN = 5_000

/** Where a browser keeps nothing, steps live as long as the page. */
let memory: string | null = null
function load(): string | null {
  try {
    return localStorage.getItem(PLACE)
  } catch {
    return memory
  }
}
function save(text: string): void {
  memory = text
  try {
    localStorage.setItem(PLACE, text)
  } catch {
    // What cannot be kept beyond the page is still kept in it.
  }
}

/** How much of each photo that is being sent has left, 0 to 1. */
export const sending = ref<Readonly<Record<string, number>>>({})

/** Sends a photo's bytes under its own key: sent twice they are one file. */
export async function uploadPhoto(photo: KeptPhoto, blob: Blob): Promise<string> {
  const form = new FormData()
  form.append('file', blob, photo.name)
  const query = new URLSearchParams({ statedAt: photo.madeAt })
  const sha256 = await sha256Of(blob)
  if (sha256) query.set('sha256', sha256)
  try {
    const kept = await upload<components['schemas']['StoredFile']>(`/api/files?${query}`, form, { 'Idempotency-Key': photo.key }, share => (sending.value = { ...sending.value, [photo.key]: share }))
    return kept.id
  } finally {
    sending.value = Object.fromEntries(Object.entries(sending.value).filter(([key]) => key !== photo.key))
  }
}

async function uploadKept(photo: KeptPhoto): Promise<string | null> {
  const blob = await pickUp(photo.key)
  return blob ? uploadPhoto(photo, blob) : null
}

/** The truck is known as it is now before its step is forgotten: no page falls back to what was before in between. */
async function send(one: Kept, files: string[]): Promise<Delivery> {
  const answered = await asked(one, files)
  know([answered])
  return answered
}

function asked(one: Kept, files: string[]): Promise<Delivery> {
  const seen = files.length ? { fileIds: files } : {}
  const params = { path: { deliveryId: one.deliveryId }, header: { 'Idempotency-Key': one.key } }
  if (one.step === 'arrive') return take(api.POST('/api/deliveries/{deliveryId}/arrive', { params, body: one.body }))
  if (one.step === 'check') return take(api.POST('/api/deliveries/{deliveryId}/check', { params, body: { ...one.body, ...seen } }))
  if (one.step === 'weigh') return take(api.POST('/api/deliveries/{deliveryId}/weigh', { params, body: { ...one.body, ...seen } }))
  return take(api.POST('/api/deliveries/{deliveryId}/unload', { params }))
}

const everything = ref<readonly Kept[]>([])
const keeper = newKeeper({ load, save, send, upload: uploadKept, forget: keys => void throwAway(keys), newKey: () => newIntent().header()['Idempotency-Key'], now: () => new Date(serverNow()).toISOString(), changed: all => (everything.value = all) })
everything.value = keeper.all()

const me = () => (session.value ? { person: session.value.person.personId, party: session.value.party.partyId } : null)

/** This person's steps that wait, or were refused while nobody looked. */
export const steps: ComputedRef<Kept[]> = computed(() => {
  const who = me()
  return who ? everything.value.filter(one => one.person === who.person && one.party === who.party) : []
})
/** Steps that somebody else took on this phone: they are sent when that person signs in. */
export const stepsOfOthers = computed(() => everything.value.length - steps.value.length)

let timer: ReturnType<typeof setTimeout> | undefined
const later = () => {
  clearTimeout(timer)
  timer = setTimeout(() => void sendSteps(), AGAIN)
}
/** Sends what waits; while something still does, tries again by itself. */
export async function sendSteps(): Promise<void> {
  const who = me()
  clearTimeout(timer)
  if (!who) return
  await keeper.flush(who)
  if (steps.value.some(one => !one.refused)) later()
}

/** Takes a step: kept first, its photos before it, then sent. */
export async function takeStep(step: Step, delivery: Delivery, photos: readonly Photo[] = []): Promise<Outcome> {
  const who = me()
  if (!who) throw new Error('nobody is signed in')
  for (const photo of photos) await layDown(photo.key, photo.blob)
  const outcome = await keeper.take(step, { ...who, deliveryId: delivery.id, code: delivery.code }, photos.map(({ key, name, madeAt }) => ({ key, name, madeAt })))
  if (outcome.kind === 'waiting') later()
  return outcome
}

export const dropStep = (key: string): void => keeper.drop(key)

watch([anew, () => session.value?.person.personId], () => void sendSteps(), { immediate: true })
if (typeof window !== 'undefined') {
  window.addEventListener('storage', event => event.key === PLACE && (everything.value = keeper.all()))
}

import { onScopeDispose, reactive, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { newIntent } from '@/api/intent'
import { problemOf, type Problem } from '@/api/problem'
import { faultOf } from '@/desks/sealed/words'
import { Faulted, KeyHolder } from './keyHolder'
import { askedOf, sendReleases, type AskedEnvelope, type SharePhase } from './opening'
import { misfit } from './releasing'
import type { Room, RoomTrustee } from './room'

/** Locked; unlocking; ready to release; releasing; all of this phase released and the next one awaited; all done; stopped by an error, to be gone on with. */
export type Step = 'locked' | 'unlocking' | 'ready' | 'releasing' | 'waiting' | 'done' | 'stopped'
export interface Failed { supplierId: string; name: string; why: string }
export interface Releasing {
  step: Ref<Step>
  wrong: Ref<string | null>
  problem: ShallowRef<Problem | null>
  progress: { phase: SharePhase; done: number; of: number; now: string }
  failed: Ref<Failed[]>
  unlock: (file: string, passphrase: string) => Promise<boolean>
  release: () => Promise<void>
  forget: () => void
}

/** A trustee's release, envelope by envelope: asks what is wanted, has it unsealed and signed by the worker, sends it. Goes on by itself when sections are asked for. */
export function useRelease(room: () => Room, trustee: () => RoomTrustee, heard: () => void): Releasing {
  const { t, te } = useI18n()
  const step = ref<Step>('locked')
  const wrong = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const progress = reactive({ phase: 'HEADERS' as SharePhase, done: 0, of: 0, now: '' })
  const failed = ref<Failed[]>([])
  let holder: KeyHolder | null = null
  const words = (fault: string) => (te(`opening.fault.${fault}`) ? t(`opening.fault.${fault}`) : t(`sealed.fault.${fault}`))

  function forget(): void {
    holder?.close()
    holder = null
    step.value = 'locked'
    failed.value = []
    problem.value = null
    wrong.value = null
  }
  onScopeDispose(forget)

  /** Whether the file opened and its key is the one that this round's offers are sealed to. */
  async function unlock(file: string, passphrase: string): Promise<boolean> {
    step.value = 'unlocking'
    wrong.value = null
    holder ??= new KeyHolder()
    try {
      const fault = misfit(await holder.open(file, passphrase), trustee())
      if (fault) throw new Faulted(fault)
      step.value = 'ready'
      return true
    } catch (thrown) {
      forget()
      const fault = faultOf(thrown)
      wrong.value = fault ? words(fault) : t('opening.fault.BROKE')
      return false
    }
  }

  async function one(phase: SharePhase, asked: AskedEnvelope): Promise<void> {
    const name = room().envelopes.find(envelope => envelope.supplierId === asked.supplierId)?.supplierName ?? asked.supplierId
    progress.now = name
    try {
      const onRecord = room().envelopes.find(envelope => envelope.supplierId === asked.supplierId)
      if (onRecord && onRecord.sha256 !== asked.order.sha256) throw new Faulted('OTHER_ENVELOPE')
      const signed = await holder!.release(asked.order)
      await sendReleases(room().roundId, phase, [signed], newIntent())
    } catch (thrown) {
      const fault = faultOf(thrown)
      if (!fault) throw thrown
      failed.value = [...failed.value, { supplierId: asked.supplierId, name, why: words(fault) }]
    }
    progress.done++
    heard()
  }

  async function all(phase: SharePhase): Promise<void> {
    const tried = new Set<string>()
    Object.assign(progress, { phase, done: 0, of: 0 })
    for (;;) {
      const { asked, left } = await askedOf(room().roundId, phase)
      const fresh = asked.filter(envelope => !tried.has(envelope.supplierId))
      progress.of = Math.max(progress.of, progress.done + left)
      if (fresh.length === 0) return
      for (const envelope of fresh) {
        if (!holder) return
        tried.add(envelope.supplierId)
        await one(phase, envelope)
      }
    }
  }

  async function release(): Promise<void> {
    if (!holder || step.value === 'releasing') return
    step.value = 'releasing'
    failed.value = []
    problem.value = null
    try {
      await all('HEADERS')
      if (room().phase !== 'HEADERS') await all('SECTIONS')
      if (!holder) return
      progress.now = ''
      step.value = failed.value.length ? 'stopped' : room().phase === 'HEADERS' ? 'waiting' : 'done'
      heard()
    } catch (thrown) {
      problem.value = problemOf(thrown)
      step.value = 'stopped'
    }
  }

  // The headers are open: what is asked for now is released by the key that is still unlocked here.
  watch(() => room().phase, phase => {
    if (step.value === 'waiting' && phase !== 'HEADERS') void release()
  })
  return { step, wrong, problem, progress, failed, unlock, release, forget }
}

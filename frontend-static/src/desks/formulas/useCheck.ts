import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { api, take } from '@/api/client'
import { problemOf, type Problem } from '@/api/problem'
import type { components } from '@/api/schema'
import type { Document } from './draft'

type Check = components['schemas']['PriceFormulaCheck']
const PAUSE = 400

/** Has the document checked while it is typed; `sound` is the last one without fault. `at` tells what is wrong at a place. */
export function useCheck(document: () => Document | null) {
  const check = shallowRef<Check | null>(null)
  const sound = shallowRef<Document | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const checking = ref(false)
  let pause: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  onScopeDispose(() => {
    clearTimeout(pause)
    turn++
  })

  async function ask(asked: Document, mine: number): Promise<void> {
    try {
      const answer = await take(api.POST('/api/price-formulas/check', { body: { document: asked } }))
      if (mine !== turn) return
      check.value = answer
      problem.value = null
      sound.value = answer.faults.length === 0 ? asked : null
    } catch (thrown) {
      if (mine === turn) problem.value = problemOf(thrown)
    } finally {
      if (mine === turn) checking.value = false
    }
  }

  watch(document, asked => {
    clearTimeout(pause)
    const mine = ++turn
    if (!asked) return
    checking.value = true
    pause = setTimeout(() => void ask(asked, mine), PAUSE)
  }, { immediate: true })

  /** What is wrong at this place. */
  const at = (where: string): string | null => check.value?.faults.find(fault => fault.where === where)?.text ?? null
  const said = (where: string) => check.value?.sentences.find(one => one.where === where)
  return { check, sound, problem, checking, at, said }
}

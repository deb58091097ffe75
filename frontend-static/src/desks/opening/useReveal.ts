import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { revealNext, type Look, type Told } from './room'

const APART = 320
/** However many envelopes open at once, all of them are open within this time. */
const ALL_WITHIN = 8_000

/** What the room shows of each envelope: at first as it stands, then one change at a time; at once where motion is reduced. */
export function useReveal(told: () => readonly Told[]): Ref<Map<string, Look>> {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const shown = ref(new Map<string, Look>())
  let timer: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    clearTimeout(timer)
    const after = revealNext(shown.value, told())
    if (!after) return
    shown.value = after
    timer = setTimeout(next, Math.min(APART, ALL_WITHIN / told().length))
  }
  watch(told, all => {
    if (shown.value.size > 0 && !still.matches) next()
    else shown.value = new Map(all.map(one => [one.id, one.look]))
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return shown
}

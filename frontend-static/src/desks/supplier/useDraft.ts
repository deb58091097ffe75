import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { dropDraft, freshLot, freshOffer, keepDraft, keptDraft, type LotDraft, type OfferDraft } from './offer/draft'

export interface KeptDraft {
  draft: Ref<OfferDraft>
  /** Whether this browser keeps it. */
  kept: Ref<boolean>
  lot: (id: string) => LotDraft
  forget: () => void
}

const PAUSE = 400

/** The sheet's draft, kept in this browser while it is typed, by supplier and round. */
export function useDraft(supplierId: string, roundId: string, validUntilOn: string): KeptDraft {
  const before = keptDraft(localStorage, supplierId, roundId)
  const draft = ref<OfferDraft>(before ?? freshOffer(validUntilOn))
  const kept = ref(before !== null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting = false

  function keep(): void {
    waiting = false
    clearTimeout(timer)
    kept.value = keepDraft(localStorage, supplierId, roundId, draft.value)
  }
  watch(draft, () => {
    waiting = true
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  }, { deep: true })
  const keepNow = () => waiting && keep()
  addEventListener('pagehide', keepNow)
  onScopeDispose(() => {
    removeEventListener('pagehide', keepNow)
    keepNow()
  })

  function lot(id: string): LotDraft {
    return (draft.value.lots[id] ??= freshLot())
  }

  function forget(): void {
    draft.value = freshOffer(validUntilOn)
    // What was just made anew is not kept until something is typed.
    setTimeout(() => {
      clearTimeout(timer)
      waiting = false
      dropDraft(localStorage, supplierId, roundId)
      kept.value = false
    })
  }
  return { draft, kept, lot, forget }
}

import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Cell } from './csv'

export interface Column<T> {
  key: string
  label: string
  /** Written in the header, never in the cells. */
  unit?: string
  /** Right-aligned, tabular. */
  figure?: boolean
  /** Stays on one line, as codes do. */
  whole?: boolean
  /** What the column sorts and filters by, and shows where no slot `cell-<key>` is given. */
  value: (row: T) => string | number | null | undefined
  /** What goes into the CSV; `value` if absent. */
  csv?: (row: T) => Cell
  fixedOrder?: boolean
  /** Not shown until the reader chooses it. */
  spare?: boolean
  /** On a phone: the card's heading, or left out there. */
  card?: 'title' | 'leaveOut'
}

export interface Sorting {
  key: string
  down: boolean
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

export function compareValues(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

export interface TableState<T> {
  rows: ComputedRef<T[]>
  filter: Ref<string>
  sorting: Ref<Sorting | null>
  sortBy: (column: Column<T>) => void
  chosen: Ref<Set<string>>
  shown: ComputedRef<Column<T>[]>
  toggle: (key: string) => void
}

function remembered(name: string, fallback: string[]): Set<string> {
  try {
    const kept = JSON.parse(localStorage.getItem(`jucai.columns.${name}`) ?? 'null')
    return new Set(Array.isArray(kept) ? kept : fallback)
  } catch {
    return new Set(fallback)
  }
}

/** Sorting, filtering and choice of columns over the rows that were loaded. Absent values stand last either way. */
export function useTable<T>(name: string, columns: () => readonly Column<T>[], items: () => readonly T[], filters: () => boolean = () => true): TableState<T> {
  const filter = ref('')
  const sorting = ref<Sorting | null>(null)
  const chosen = ref(remembered(name, columns().filter(c => !c.spare).map(c => c.key)))
  watch(chosen, keys => {
    try {
      localStorage.setItem(`jucai.columns.${name}`, JSON.stringify([...keys]))
    } catch {
      // Then the choice holds for this page only.
    }
  })

  const rows = computed(() => {
    const words = (filters() ? filter.value : '').trim().toLowerCase().split(/\s+/).filter(Boolean)
    const kept = items().filter(row => {
      const text = columns().map(c => c.value(row) ?? '').join('\u0000').toLowerCase()
      return words.every(word => text.includes(word))
    })
    const sort = sorting.value
    const column = sort && columns().find(c => c.key === sort.key)
    if (!sort || !column) return kept
    return [...kept].sort((a, b) => {
      const [x, y] = [column.value(a), column.value(b)]
      return x == null || y == null ? compareValues(x, y) : compareValues(x, y) * (sort.down ? -1 : 1)
    })
  })

  /** Up, down, and back to the order the server gave. */
  function sortBy(column: Column<T>): void {
    const now = sorting.value
    if (now?.key !== column.key) sorting.value = { key: column.key, down: false }
    else sorting.value = now.down ? null : { key: column.key, down: true }
  }

  function toggle(key: string): void {
    const next = new Set(chosen.value)
    if (!next.delete(key)) next.add(key)
    if (next.size > 0) chosen.value = next
  }

  const shown = computed(() => columns().filter(c => chosen.value.has(c.key)))
  return { rows, filter, sorting, sortBy, chosen, shown, toggle }
}

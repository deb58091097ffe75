/* Imports begun in this browser and not yet finished: the server keeps each, this remembers where they are. */
export interface Waiting { id: string; roundId: string; fileName: string; at: string }
const KEPT = 'jucai.imports'

export function waitingImports(): Waiting[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(list) ? (list as Waiting[]).filter(w => typeof w?.id === 'string') : []
  } catch {
    return []
  }
}

function keep(list: readonly Waiting[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(list.slice(0, 20)))
  } catch {
    // Then they are found again by sending the same file.
  }
}

export const rememberImport = (one: Waiting): void => keep([one, ...waitingImports().filter(w => w.id !== one.id)])
export const forgetImport = (id: string): void => keep(waitingImports().filter(w => w.id !== id))

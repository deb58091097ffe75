/** Where a phone keeps its steps at the gate. */
export const KEPT_STEPS = 'jucai.gate.steps'

/** What a phone kept is sent wherever its person goes on, not only at the gate. */
export function resumeSteps(): void {
  try {
    if ((localStorage.getItem(KEPT_STEPS) ?? '[]') !== '[]') void import('./steps')
  } catch {
    // A browser that keeps nothing has nothing to send.
  }
}

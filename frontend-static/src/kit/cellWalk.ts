/*
 * A sheet of cells that are buttons is one stop of the keyboard; within it the arrows walk from a cell to the next that has a
 * button: `@keydown="walkCells"`.
 */
const STEPS: Record<string, readonly [down: number, right: number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }

export function walkCells(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  if (!step) return
  event.preventDefault()
  const from = (event.currentTarget as HTMLElement).closest('td')
  const lines = [...(from?.closest('tbody')?.rows ?? [])]
  let y = lines.findIndex(line => line === from?.parentElement)
  let x = from?.cellIndex ?? 0
  for (;;) {
    y += step[0]
    x += step[1]
    const cell = lines[y]?.cells[x]
    if (!cell) return
    const button = cell.querySelector('button')
    if (button) return button.focus()
  }
}

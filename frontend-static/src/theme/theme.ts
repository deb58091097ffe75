import { ref } from 'vue'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'jucai.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

export const theme = ref<Theme>(remembered())
export const isDark = ref(false)

function show(): void {
  isDark.value = theme.value === 'dark' || (theme.value === 'system' && systemDark.matches)
  const root = document.documentElement
  root.dataset.theme = isDark.value ? 'dark' : 'light'
  root.classList.toggle('dark', isDark.value)
  const ground = getComputedStyle(root).getPropertyValue('--ground').trim()
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', ground)
}

export function chooseTheme(choice: Theme): void {
  theme.value = choice
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // Then it holds until the browser is closed.
  }
  show()
}

systemDark.addEventListener('change', show)
show()

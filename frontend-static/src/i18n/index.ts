/*
 * Texts by capability: src/i18n/<language>/<part>.json, the part being the first step of each key. Parts are loaded
 * when a route needs them (`meta.texts`), in the language of the moment.
 */
import { createI18n } from 'vue-i18n'
import { speakLanguage } from '@/api/client'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const files = import.meta.glob<{ default: Record<string, unknown> }>('./*/*.json')
const wanted = new Set<string>(['shell', 'kit'])
const loaded = new Set<string>()

export const i18n = createI18n({
  legacy: false,
  locale: document.documentElement.lang === 'en' ? 'en' : 'zh-CN',
  fallbackLocale: [],
  missingWarn: import.meta.env.DEV,
  messages: { 'zh-CN': {}, en: {} },
})

export const language = (): Language => i18n.global.locale.value as Language

async function load(tag: Language, part: string): Promise<void> {
  const key = `./${tag}/${part}.json`
  if (loaded.has(key)) return
  const file = files[key]
  if (!file) throw new Error(`no texts ${key}`)
  const texts = await file()
  i18n.global.mergeLocaleMessage(tag, { [part]: texts.default })
  loaded.add(key)
}

export async function needTexts(parts: readonly string[]): Promise<void> {
  for (const part of parts) wanted.add(part)
  await Promise.all([...wanted].map(part => load(language(), part)))
}

export async function speak(tag: Language): Promise<void> {
  await Promise.all([...wanted].map(part => load(tag, part)))
  i18n.global.locale.value = tag
  document.documentElement.lang = tag
  speakLanguage(tag)
  try {
    localStorage.setItem('jucai.language', tag)
  } catch {
    // A browser that keeps nothing still speaks the language until it is closed.
  }
}

speakLanguage(language())

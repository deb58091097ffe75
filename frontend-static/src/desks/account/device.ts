/** A browser and its system by name, read from what it calls itself; versions and claims of likeness are left out. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'], [/DingTalk\//, 'DingTalk'], [/Edg(e|A|iOS)?\//, 'Edge'], [/QQBrowser\//, 'QQ Browser'], [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'], [/Version\/.*Safari\//, 'Safari'], [/^curl\//, 'curl'], [/^(okhttp|Java|python|axios|node)/i, 'API'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/Linux|X11/, 'Linux'],
]

export function deviceName(agent: string): string {
  const first = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(agent))?.[1]
  const found = [first(BROWSERS), first(SYSTEMS)].filter(Boolean)
  return found.length ? found.join(' · ') : agent.slice(0, 60)
}

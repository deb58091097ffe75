/*
 * What the columns and the choices of a sheet are called, in both languages at once: who reads the page in one writes
 * sheets in the other.
 */
import en from '@/i18n/en/bidPaste.json'
import zh from '@/i18n/zh-CN/bidPaste.json'

export type ColumnName = Exclude<keyof typeof zh.column, 'tierFrom' | 'tierPrice' | 'FREE_CARBON' | 'LOI'>
type ValueName = keyof typeof zh.value

/** Without spaces, marks and what stands in brackets; subscripts and full-width signs as plain ones. */
export const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[([][^)\]]*[)\]]/g, '').replace(/[\s_\-+/.,:;'"*%≥≤<>=~#]+/g, '')

const words = (path: string): string[] => {
  const [table, key] = path.split('.').slice(1) as ['column' | 'value', string]
  return [zh, en].flatMap(texts => ((texts[table] as Record<string, string>)[key] ?? '').split('|'))
}

const NAMES: readonly ColumnName[] = ['lot', 'grade', 'price', 'minimum', 'maximum', 'freight', 'basis', 'vatRate', 'vatIncluded', 'payment', 'tenorDays', 'moisture', 'rate', 'source', 'rule']
const columns = new Map<string, ColumnName>(NAMES.flatMap(name => words(`bidPaste.column.${name}`).map(bare).map(word => [word, name] as const)))
const properties = new Map<string, string>([
  ...['AL2O3', 'FE2O3', 'TIO2', 'CAO_MGO', 'K2O_NA2O', 'SIO2', 'CAO', 'MGO', 'SIC'].map(name => [bare(name), name] as const),
  ...['FREE_CARBON', 'LOI'].flatMap(name => words(`bidPaste.column.${name}`).map(bare).map(word => [word, name] as const)),
])

/** "Tier 2 price" by its words and its number. */
const numbered = (path: string): RegExp[] => words(path).map(word => new RegExp(`^${word.split('#').map(part => bare(part).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('(\\d{1,2})')}$`))
const tierFrom = numbered('bidPaste.column.tierFrom')
const tierPrice = numbered('bidPaste.column.tierPrice')
const numberIn = (text: string, patterns: readonly RegExp[]): number | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found) return Number(found)
  }
  return null
}

/** What a column holds; `kilograms` where its head says so. */
export type Column =
  | { kind: 'field'; name: ColumnName; kilograms: boolean }
  | { kind: 'property'; property: string }
  | { kind: 'tierFrom' | 'tierPrice'; tier: number; kilograms: boolean }

const KG = words('bidPaste.value.kg').map(bare)

export function columnOf(head: string): Column | null {
  const text = bare(head)
  const kilograms = [...head.normalize('NFKC').toLowerCase().matchAll(/[([]([^)\]]*)[)\]]/g)].some(([, unit]) => KG.some(kg => bare(unit ?? '').startsWith(kg)))
  const name = columns.get(text)
  if (name) return { kind: 'field', name, kilograms }
  const property = properties.get(text)
  if (property) return { kind: 'property', property }
  const from = numberIn(text, tierFrom)
  if (from !== null) return { kind: 'tierFrom', tier: from, kilograms }
  const price = numberIn(text, tierPrice)
  return price === null ? null : { kind: 'tierPrice', tier: price, kilograms }
}

const values = new Map<ValueName, ReadonlySet<string>>((Object.keys(zh.value) as ValueName[]).map(name => [name, new Set(words(`bidPaste.value.${name}`).map(bare))]))
export const means = (text: string, name: ValueName): boolean => values.get(name)?.has(bare(text)) ?? false

/** "承兑 180 天", "bill 180 days": the days, null where none are said, and nothing at all where it is no bill. */
export function billIn(text: string): { tenorDays: string | null } | null {
  const plain = bare(text)
  for (const word of values.get('bill') ?? []) {
    if (plain === word) return { tenorDays: null }
    const rest = plain.startsWith(word) ? plain.slice(word.length) : plain.endsWith(word) ? plain.slice(0, -word.length) : null
    const found = rest === null ? null : /^(\d{1,3})(\D*)$/.exec(rest)
    if (found && (found[2] === '' || values.get('days')?.has(found[2]!))) return { tenorDays: found[1]! }
  }
  return null
}

import type { EChartsCoreOption } from 'echarts/core'
import type { components } from '@/api/schema'
import type { ChartInk } from '@/kit/Chart.vue'
import { tonnes } from '@/kit/figures'
import type { Kg } from '@/kit/values'
import { massOf, type GradeRow, type Part } from './poolCells'

interface Given {
  cells: readonly components['schemas']['PoolCell'][]
  rows: readonly GradeRow[]
  layers: readonly Part[]
  stepsKg: readonly number[]
  zoneCodes: readonly string[]
  zoneName: (code: string) => string
  windowName: (part: Part) => string
  viableName: string
  unit: string
}

const words = (massKg: number) => tonnes(massKg as Kg)

/** Bars per grade, a layer for each zone and window: the zone gives the colour and the legend, the window how deep it is. */
export function poolChart(given: Given): (ink: ChartInk) => EChartsCoreOption {
  const { cells, rows, layers, stepsKg, zoneCodes, zoneName, windowName, viableName, unit } = given
  const grades = rows.map(r => r.grade)
  const longest = Math.max(1, ...rows.map(r => Math.max(r.massKg, r.massKg > 0 ? r.viableKg : 0)))
  const next = stepsKg.find(step => step >= longest)
  const end = next !== undefined && next <= longest * 1.6 ? next : longest
  // A line says which step it is: one whose figure would run into the one before is left out, figure and line.
  const marked: number[] = []
  for (const step of stepsKg) if (step <= end * 1.04 && step - (marked.at(-1) ?? -end) > end * 0.12) marked.push(step)
  const depth = (part: Part) => {
    const ofZone = layers.filter(l => l.zone === part.zone)
    return 1 - 0.6 * (ofZone.findIndex(l => l.from === part.from) / Math.max(1, ofZone.length))
  }
  return ink => ({
    grid: { left: 8, right: 28, top: 24, bottom: 52, containLabel: true },
    legend: { type: 'scroll', bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: ink.ink2 }, pageTextStyle: { color: ink.ink2 }, pageIconColor: ink.ink2, pageIconInactiveColor: ink.line },
    tooltip: { trigger: 'item', backgroundColor: ink.surface, borderColor: ink.line, textStyle: { color: ink.ink } },
    xAxis: { type: 'value', max: Math.ceil(end * 1.04), axisLabel: { color: ink.ink3, formatter: words, hideOverlap: true, showMaxLabel: false }, splitLine: { lineStyle: { color: ink.line } } },
    yAxis: { type: 'category', data: grades, inverse: true, axisTick: { show: false }, axisLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.ink } },
    series: [
      ...layers.map((part, i) => ({
        type: 'bar', stack: 'pool', name: zoneName(part.zone), barMaxWidth: 22,
        data: grades.map(grade => massOf(cells, grade, part) || null),
        itemStyle: { color: ink.series[Math.max(0, zoneCodes.indexOf(part.zone)) % ink.series.length], opacity: depth(part), borderColor: ink.surface, borderWidth: 1 },
        tooltip: { formatter: (p: { name: string; value: unknown }) => [p.name, zoneName(part.zone), windowName(part), `${words(Number(p.value ?? 0))} ${unit}`].filter(Boolean).join(' · ') },
        ...(i === 0 && {
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: ink.ink3, type: 'dashed', width: 1 }, label: { color: ink.ink3, fontSize: 11, formatter: (m: { value: number }) => words(m.value), position: 'start' },
            data: marked.map(step => ({ xAxis: step })),
          },
        }),
      })),
      {
        type: 'scatter', name: viableName, symbol: 'rect', symbolSize: [3, 30], z: 5, itemStyle: { color: ink.ink },
        data: rows.filter(r => r.viableKg <= end * 1.04).map(r => [r.viableKg, r.grade]),
        tooltip: { formatter: (p: { value: [number, string] }) => `${p.value[1]} · ${viableName} ${words(p.value[0])} ${unit}` },
      },
    ],
  })
}

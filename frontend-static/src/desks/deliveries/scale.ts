/*
 * What a weighbridge's figures come to, as the server will decide it: gross less tare, and how far it is from what the origin weighed. Shown while typing; what counts is
 * the server's answer.
 */
import { writeDecimal } from '@/kit/decimals'
import type { Kg } from '@/kit/values'
import type { Delivery } from './delivery'

const HEAVIEST_KG = 150_000

export type Reading = { state: 'typing' } | { state: 'wrong'; why: 'tare' | 'heavy' } | { state: 'net'; net: Kg }

export function read(gross: number | null, tare: number | null): Reading {
  if (gross !== null && gross > HEAVIEST_KG) return { state: 'wrong', why: 'heavy' }
  if (gross === null || tare === null) return { state: 'typing' }
  return tare <= 0 || tare >= gross ? { state: 'wrong', why: 'tare' } : { state: 'net', net: (gross - tare) as Kg }
}

/** What follows of a net: it settles alone, it agrees with the origin's, it is weighed again, or it confirms an earlier weighing of ours. */
export type Verdict =
  | { kind: 'alone'; settles: Kg }
  | { kind: 'agrees' | 'confirms'; settles: Kg; difference: number; permille: string }
  | { kind: 'again'; difference: number; permille: string }

const lastNet = (delivery: Delivery, side: 'ORIGIN' | 'DESTINATION'): number | null => delivery.tickets.filter(ticket => ticket.side === side).at(-1)?.netKg ?? null
const within = (base: number, other: number, limit: number) => Math.abs(other - base) * 1000 <= base * limit

/** Hundredths of a permille, half up, of whole kilograms: exact far beyond any truck. */
export function permilleOf(difference: number, base: number): string {
  const scaled = Math.abs(difference) * 100_000
  const rest = scaled % base
  return writeDecimal((scaled - rest) / base + (rest * 2 >= base ? 1 : 0), 2)
}

export function verdict(net: Kg, delivery: Delivery): Verdict {
  const origin = lastNet(delivery, 'ORIGIN')
  if (origin === null) return { kind: 'alone', settles: net }
  const difference = net - origin
  const told = { difference, permille: permilleOf(difference, origin) }
  if (within(origin, net, delivery.differencePermille)) return { kind: 'agrees', settles: settled(origin, net, delivery.settlingTicket), ...told }
  const before = lastNet(delivery, 'DESTINATION')
  if (before !== null && within(before, net, delivery.differencePermille)) return { kind: 'confirms', settles: net, ...told }
  return { kind: 'again', ...told }
}

function settled(origin: number, net: number, rule: Delivery['settlingTicket']): Kg {
  if (rule === 'DESTINATION') return net as Kg
  if (rule === 'ORIGIN') return origin as Kg
  const both = origin + net
  return ((both + (both % 2)) / 2) as Kg
}

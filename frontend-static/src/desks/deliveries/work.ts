import { may, type Delivery, type Stage } from './delivery'

/** Steps that wait for us away from the gate: trucks to announce, results to name, goods to release. */
export interface Work {
  key: 'announce' | 'pass' | 'release'
  n: number
  stage: Stage
}

export function work(deliveries: readonly Delivery[], us: string): Work[] {
  const count = (fits: (one: Delivery) => boolean) => deliveries.filter(fits).length
  const all: Work[] = [
    { key: 'announce', n: count(one => one.sellerId === us && one.status === 'PLANNED'), stage: 'coming' },
    { key: 'pass', n: count(one => may(one, 'PASS')), stage: 'lying' },
    { key: 'release', n: count(one => may(one, 'RELEASE')), stage: 'lying' },
  ]
  return all.filter(one => one.n > 0)
}

import { expect, it } from 'vitest'
import type { Delivery } from './delivery'
import { work } from './work'

const one = (status: Delivery['status'], sellerId: string, allowedCommands: Delivery['allowedCommands'] = []) => ({ status, sellerId, allowedCommands }) as unknown as Delivery

it('counts what waits for us and says nothing of what waits for others', () => {
  const all = [one('PLANNED', 'us', ['NOTIFY']), one('PLANNED', 'them', ['CANCEL']), one('AT_MEMBER', 'them', ['RELEASE']), one('IN_STORE', 'them', ['RELEASE']), one('UNLOADED', 'us')]
  expect(work(all, 'us').map(found => `${found.key} ${found.n}`)).toEqual(['announce 1', 'release 2'])
  expect(work([one('UNLOADED', 'them', ['PASS'])], 'us')).toEqual([{ key: 'pass', n: 1, stage: 'lying' }])
  expect(work([], 'us')).toEqual([])
})

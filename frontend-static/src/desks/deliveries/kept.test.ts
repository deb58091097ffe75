import { expect, it } from 'vitest'
import { Refused } from '@/api/problem'
import type { Delivery } from './delivery'
import { ahead, newKeeper, type Kept, type Step } from './kept'

const us = { person: 'p', party: 'w', deliveryId: 'd1', code: 'D-1' }
const arrive: Step = { step: 'arrive', body: { statedAt: '2027-05-12T01:00:00Z' } }
const weigh = (number: string): Step => ({ step: 'weigh', body: { side: 'DESTINATION', weighbridge: '1', number, grossKg: 48_000, tareKg: 16_000, weighedAt: '2027-05-12T01:00:00Z' } })
const truck = { id: 'd1', status: 'WEIGHED', allowedCommands: ['UNLOAD'] } as unknown as Delivery
const refusal = (status: number, type = '/problems/x') => new Refused({ type, title: 'no', detail: 'because', status })

/** A phone: what it keeps survives a reload, and its line can be cut. */
function phone(kept: { text: string | null } = { text: null }) {
  let keys = 0
  const sent: Kept[] = []
  const files: string[][] = []
  const uploads: string[] = []
  const forgotten: string[] = []
  const line: { answer: (one: Kept) => Promise<Delivery>; photo: (key: string) => Promise<string | null> } = { answer: () => Promise.resolve(truck), photo: key => Promise.resolve(`file-${key}`) }
  const open = () => newKeeper({
    load: () => kept.text, save: text => (kept.text = text), newKey: () => `k${++keys}`, now: () => '2027-05-12T01:00:00Z', changed: () => undefined,
    send: (one, ids) => {
      sent.push(one)
      files.push(ids)
      return line.answer(one)
    },
    upload: photo => {
      uploads.push(photo.key)
      return line.photo(photo.key)
    },
    forget: keys => void forgotten.push(...keys),
  })
  return { keeper: open(), open, sent, files, uploads, forgotten, line, kept }
}

it('what is answered is kept no longer', async () => {
  const { keeper, sent } = phone()
  expect(await keeper.take(arrive, us)).toEqual({ kind: 'done', delivery: truck, lost: 0 })
  expect([keeper.all().length, sent.length]).toEqual([0, 1])
})

it('a ticket typed without a connection waits, survives a reload, and is sent under its first key', async () => {
  const { keeper, open, sent, line } = phone()
  line.answer = () => Promise.reject(new TypeError('unreachable'))
  expect(await keeper.take(weigh('1'), us)).toEqual({ kind: 'waiting' })
  const later = open()
  line.answer = () => Promise.resolve(truck)
  await later.flush(us)
  expect(sent.map(one => one.key)).toEqual(['k1', 'k1'])
  expect(later.all()).toEqual([])
})

it('steps are sent in the order in which they were taken, and none passes one that waits', async () => {
  const { keeper, sent, line } = phone()
  line.answer = () => Promise.reject(new TypeError('unreachable'))
  await keeper.take(arrive, us)
  await keeper.take(weigh('1'), us)
  sent.length = 0
  line.answer = () => Promise.resolve(truck)
  await keeper.flush(us)
  expect(sent.map(one => one.step)).toEqual(['arrive', 'weigh'])
})

it('what is refused while somebody looks is told and not kept; what is refused later stays until it is read', async () => {
  const { keeper, line } = phone()
  line.answer = () => Promise.reject(refusal(409))
  expect(await keeper.take(weigh('1'), us)).toMatchObject({ kind: 'refused', problem: { title: 'no' } })
  expect(keeper.all()).toEqual([])
  line.answer = () => Promise.reject(new TypeError('unreachable'))
  await keeper.take(weigh('2'), us)
  line.answer = () => Promise.reject(refusal(409))
  await keeper.flush(us)
  expect(keeper.all()).toMatchObject([{ key: 'k2', refused: { title: 'no', detail: 'because' } }])
  keeper.drop('k2')
  expect(keeper.all()).toEqual([])
})

it('no answer, no session, a key in flight and an overload are no refusals', async () => {
  for (const thrown of [refusal(503), refusal(401), refusal(429), refusal(409, '/problems/request-in-flight'), refusal(403, '/problems/csrf-token-wrong')]) {
    const { keeper, line } = phone()
    line.answer = () => Promise.reject(thrown)
    expect(await keeper.take(weigh('1'), us)).toEqual({ kind: 'waiting' })
    expect(keeper.all()).toHaveLength(1)
  }
})

it("another person's steps are not sent in one's own name", async () => {
  const { keeper, sent, line } = phone()
  line.answer = () => Promise.reject(new TypeError('unreachable'))
  await keeper.take(weigh('1'), us)
  sent.length = 0
  line.answer = () => Promise.resolve(truck)
  await keeper.flush({ person: 'q', party: 'w' })
  expect([sent.length, keeper.all().length]).toEqual([0, 1])
})

it('two steps at the same moment are both sent, once each', async () => {
  const { keeper, sent } = phone()
  await Promise.all([keeper.take(arrive, us), keeper.take(weigh('1'), us)])
  expect(sent.map(one => one.key)).toEqual(['k1', 'k2'])
})

const photos = [{ key: 'p1', name: 'a.jpg', madeAt: '2027-05-12T01:00:00Z' }, { key: 'p2', name: 'b.jpg', madeAt: '2027-05-12T01:00:00Z' }]

it('photos go before their step, which names their files, and are forgotten after it', async () => {
  const { keeper, files, forgotten } = phone()
  expect(await keeper.take(weigh('1'), us, photos)).toMatchObject({ kind: 'done', lost: 0 })
  expect(files).toEqual([['file-p1', 'file-p2']])
  expect(forgotten).toEqual(['p1', 'p2'])
})

it('a line that breaks between two photos sends the first one once, also after a reload', async () => {
  const { keeper, open, files, uploads, forgotten, line } = phone()
  line.photo = key => (key === 'p1' ? Promise.resolve('file-p1') : Promise.reject(new TypeError('unreachable')))
  expect(await keeper.take(weigh('1'), us, photos)).toEqual({ kind: 'waiting' })
  expect([files.length, forgotten.length]).toEqual([0, 0])
  const later = open()
  line.photo = key => Promise.resolve(`file-${key}`)
  await later.flush(us)
  expect(uploads).toEqual(['p1', 'p2', 'p2'])
  expect(files).toEqual([['file-p1', 'file-p2']])
  expect([later.all(), forgotten]).toEqual([[], ['p1', 'p2']])
})

it('a step does not wait for a photo that the phone lost, and says so', async () => {
  const { keeper, files, line } = phone()
  line.photo = key => Promise.resolve(key === 'p1' ? null : 'file-p2')
  expect(await keeper.take(weigh('1'), us, photos)).toMatchObject({ kind: 'done', lost: 1 })
  expect(files).toEqual([['file-p2']])
})

it('a photo that is refused later stays with its step until that is read', async () => {
  const { keeper, forgotten, line } = phone()
  line.photo = () => Promise.reject(new TypeError('unreachable'))
  await keeper.take(weigh('1'), us, photos)
  line.photo = () => Promise.reject(refusal(413))
  await keeper.flush(us)
  expect(keeper.all()).toMatchObject([{ key: 'k1', refused: { title: 'no' } }])
  expect(forgotten).toEqual([])
  keeper.drop('k1')
  expect(forgotten).toEqual(['p1', 'p2'])
})

it('what a broken memory holds is none', () => {
  expect(phone({ text: '{' }).keeper.all()).toEqual([])
  expect(phone({ text: '[{"a":1}]' }).keeper.all()).toEqual([])
})

it('a delivery is shown as it will stand, and after a weighing that waits nothing more is offered', () => {
  const at = (step: Step) => ({ ...step, ...us, key: 'k', takenAt: '' }) as Kept
  const notified = { id: 'd1', status: 'NOTIFIED', allowedCommands: ['ARRIVE'] } as unknown as Delivery
  expect(ahead(notified, [])).toBe(notified)
  expect(ahead(notified, [at(arrive)])).toMatchObject({ status: 'ARRIVED', allowedCommands: ['ACCEPT', 'REFUSE'] })
  expect(ahead(notified, [at(arrive), at(weigh('1'))])).toMatchObject({ allowedCommands: [] })
  expect(ahead(notified, [at({ step: 'check', body: { accepted: false, remark: 'wet' } })])).toMatchObject({ status: 'REFUSED' })
  expect(ahead(notified, [{ ...at(arrive), deliveryId: 'other' }])).toBe(notified)
})

import { expect, it } from 'vitest'
import { alertsOn, dayIn, faultOf, lineOf, monthBy, pasted, weeksOf, type AlertForm } from './alerts'
import type { Alert } from './delivery'

const words = { level: { YELLOW: '黄色预警', ORANGE: '橙色预警', RED: '红色预警' }, no: ['否', 'no'] }
const alert = (more: Partial<AlertForm> = {}): AlertForm => ({ zone: 'XM-A', level: 'RED', fromOn: '2027-05-14', toOn: '2027-05-16', blocks: true, source: '郑环预警〔2027〕3号', ...more })

it('what a notice cannot say is told before it is sent', () => {
  expect(faultOf(alert())).toBeNull()
  expect([faultOf(alert({ zone: ' ' })), faultOf(alert({ fromOn: '' })), faultOf(alert({ toOn: '2027-05-13' })), faultOf(alert({ toOn: '2027-07-14' })), faultOf(alert({ source: '3' }))])
    .toEqual(['zone', 'days', 'backwards', 'long', 'source'])
  expect(faultOf(alert({ toOn: '2027-07-13' }))).toBeNull()
})

it('a day is read as people write it, and 30 February is none', () => {
  expect([dayIn('2027/5/4'), dayIn('2027年5月4日'), dayIn('２０２７-05-04'), dayIn('2027-02-30'), dayIn('5月4日')]).toEqual(['2027-05-04', '2027-05-04', '2027-05-04', null, null])
})

it('pasted lines are alerts, and what cannot be read is said', () => {
  expect(lineOf('XM-A\t橙色\t2027/5/14\t2027/5/16\t郑环预警3号\t否', words)).toEqual(alert({ level: 'ORANGE', blocks: false, source: '郑环预警3号' }))
  const read = pasted('区域\t级别\t起\t止\t依据\nXM-A\tred\t2027-05-14\t2027-05-16\t郑环预警〔2027〕3号\n\n', words)
  expect(read).toEqual({ alerts: [alert()], unread: ['区域\t级别\t起\t止\t依据'] })
})

it('alerts of a day come gravest first, and a withdrawn one lies on none', () => {
  const all = [{ ...alert({ level: 'YELLOW' }), id: '1' }, { ...alert(), id: '2' }, { ...alert({ toOn: '2027-05-13' }), id: '3' }] as unknown as Alert[]
  expect(alertsOn(all, '2027-05-14').map(one => one.id)).toEqual(['2', '1'])
  expect(alertsOn(all, '2027-05-17')).toEqual([])
})

it('a month begins on its weekday and has all its days', () => {
  expect(weeksOf('2027-05')[0]).toEqual([null, null, null, null, null, '2027-05-01', '2027-05-02'])
  expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29)
  expect([monthBy('2027-12', 1), monthBy('2027-01', -1)]).toEqual(['2028-01', '2026-12'])
})

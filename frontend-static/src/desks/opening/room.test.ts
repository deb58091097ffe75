import { describe, expect, it } from 'vitest'
import { lampOf, lookOf, progressOf, revealNext, type Look, type RoomEnvelope, type Told } from './room'

const envelope = (part: Partial<RoomEnvelope>): RoomEnvelope => ({
  supplierId: 's', supplierName: 'S', position: 1, version: 1, sha256: '', receivedAt: '', header: 'WAITING', faults: [], asked: 0, settled: 0, disputed: 0, headersBy: [], sectionsBy: [], lies: [], ...part,
})
const trustee = { number: 2, partyId: 'p', name: 'Bank', kind: 'BANK', fingerprint: '', sealTo: '', signsWith: '' }

describe('a lamp', () => {
  it('is dark until its trustee has released anything, and lit once it has released all that the phase asks', () => {
    const first = envelope({ supplierId: 'a', headersBy: [2] })
    const second = envelope({ supplierId: 'b' })
    expect(lampOf(trustee, [second], 'HEADERS').light).toBe('dark')
    expect(lampOf(trustee, [first, second], 'HEADERS')).toMatchObject({ light: 'glowing', done: 1, of: 2 })
    expect(lampOf(trustee, [first], 'HEADERS').light).toBe('lit')
  })

  it('glows again when sections are asked for, and counts only envelopes of which sections are asked for', () => {
    const asked = envelope({ header: 'OPENED', headersBy: [1, 2], asked: 3 })
    const none = envelope({ header: 'OPENED', headersBy: [1, 2] })
    expect(lampOf(trustee, [asked, none], 'SECTIONS')).toMatchObject({ light: 'glowing', done: 0, of: 1 })
    expect(lampOf(trustee, [{ ...asked, sectionsBy: [2] }, none], 'SECTIONS').light).toBe('lit')
  })

  it('says when its trustee was shown to have released something else', () => {
    expect(lampOf(trustee, [envelope({ lies: [{ trustee: 2, section: 0, lie: 'RELEASED_ANOTHER' }] })], 'HEADERS').lied).toBe(true)
    expect(lampOf(trustee, [envelope({ lies: [{ trustee: 1, section: 0, lie: 'RELEASED_ANOTHER' }] })], 'HEADERS').lied).toBe(false)
  })

  it('stays dark in an opening without envelopes', () => expect(lampOf(trustee, [], 'HEADERS')).toMatchObject({ light: 'dark', of: 0 }))
})

describe('an envelope', () => {
  it('opens with its header, and fully with the last section that is asked for', () => {
    expect(lookOf(envelope({}))).toBe('sealed')
    expect(lookOf(envelope({ header: 'DISPUTED' }))).toBe('sealed')
    expect(lookOf(envelope({ header: 'OPENED', asked: 2, settled: 1 }))).toBe('ajar')
    expect(lookOf(envelope({ header: 'OPENED', asked: 2, settled: 2 }))).toBe('open')
  })

  it('whose lots all lack offers never opens further than its header', () => expect(lookOf(envelope({ header: 'OPENED' }))).toBe('ajar'))

  it('that is two-faced, unreadable or not as receipted is spoilt, and one left shut is shut', () => {
    for (const header of ['TWO_FACED', 'UNREADABLE', 'NOT_AS_RECEIPTED'] as const) expect(lookOf(envelope({ header }))).toBe('spoilt')
    expect(lookOf(envelope({ header: 'LEFT_SHUT' }))).toBe('shut')
  })
})

describe('progress', () => {
  it('counts what is settled, never more sections than were asked for', () => {
    expect(progressOf([envelope({ header: 'OPENED', asked: 2, settled: 5 }), envelope({ header: 'TWO_FACED' }), envelope({})])).toEqual({ of: 3, headers: 2, asked: 2, sections: 2 })
  })
})

describe('what is shown', () => {
  const told: Told[] = [{ id: 'a', look: 'open' }, { id: 'b', look: 'open' }]

  it('takes one new look at a time, in order, and rests when all are shown', () => {
    const first = revealNext(new Map<string, Look>([['a', 'sealed'], ['b', 'sealed']]), told)!
    expect([...first]).toEqual([['a', 'open'], ['b', 'sealed']])
    const second = revealNext(first, told)!
    expect(second.get('b')).toBe('open')
    expect(revealNext(second, told)).toBeNull()
  })
})

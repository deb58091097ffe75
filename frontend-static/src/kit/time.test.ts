import { describe, expect, it, vi } from 'vitest'
import { dayOf, instantOf, minuteOf, noteServerDate, secondOf, serverNow, timeLeft } from './time'

describe('Beijing time', () => {
  it('is shown whatever the browser’s own zone is', () => {
    expect(minuteOf('2026-03-01T06:00:00Z')).toBe('2026-03-01 14:00')
    expect(dayOf('2026-02-28T16:00:00Z')).toBe('2026-03-01')
    expect(dayOf('2026-12-31T16:30:00Z')).toBe('2027-01-01')
    expect(secondOf('2026-03-01T06:00:09.999Z')).toBe('2026-03-01 14:00:09')
  })

  it('is read back as the instant that was meant', () => {
    expect(instantOf('2026-03-01 14:00')).toBe('2026-03-01T06:00:00.000Z')
    expect(instantOf('2026-03-01T00:30')).toBe('2026-02-28T16:30:00.000Z')
  })

  it('refuses a day or hour that does not exist', () => {
    expect(instantOf('2026-02-30 10:00')).toBeNull()
    expect(instantOf('2026-03-01 24:00')).toBeNull()
    expect(instantOf('tomorrow')).toBeNull()
  })
})

describe('a countdown', () => {
  const now = Date.parse('2026-03-01T06:00:00Z')

  it('never shows more time than is left', () => {
    expect(timeLeft(now + 59_999, now)).toMatchObject({ seconds: 59, shape: 'seconds' })
    expect(timeLeft(now + 999, now)).toMatchObject({ over: true, shape: 'over' })
  })

  it('is over at the deadline and stays over', () => {
    expect(timeLeft(now, now).over).toBe(true)
    expect(timeLeft(now - 5_000, now)).toMatchObject({ over: true, days: 0, seconds: 0 })
  })

  it('names the two units that count', () => {
    expect(timeLeft(now + 2 * 86_400_000 + 3 * 3_600_000, now)).toMatchObject({ shape: 'days', days: 2, hours: 3 })
    expect(timeLeft(now + 3_600_000, now)).toMatchObject({ shape: 'hours', hours: 1, minutes: 0 })
    expect(timeLeft(now + 61_000, now)).toMatchObject({ shape: 'minutes', minutes: 1, seconds: 1 })
  })

  it('runs by the server’s clock', () => {
    vi.useFakeTimers({ now })
    noteServerDate('Sun, 01 Mar 2026 07:00:00 GMT', now - 40, now)
    expect(Math.abs(serverNow() - (now + 3_600_000))).toBeLessThan(1_000)
    // A slow answer says less about the clock than the quick one before it.
    noteServerDate('Sun, 01 Mar 2026 09:00:00 GMT', now - 9_000, now)
    expect(Math.abs(serverNow() - (now + 3_600_000))).toBeLessThan(1_000)
    vi.useRealTimers()
  })
})

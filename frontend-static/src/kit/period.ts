/** A window of days; the year is said once where it is the same: 2026-12-01 – 12-31. */
export const periodText = (from: string, to: string): string =>
  `${from} \u2013 ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`

/** A usual truck of the trade carries 32 t; the plan of a lot says what its round took. */
export const TRUCK_KG = 32_000

export interface Loads {
  full: number
  partKg: number
}

export const loadsOf = (mass: number): Loads => ({ full: Math.floor(mass / TRUCK_KG), partKg: mass % TRUCK_KG })

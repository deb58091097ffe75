// A supply contract that stands, brought about over the API as its parties would: drawn from a final award, sent, signed by both sides, its deposit recorded.
import { randomUUID } from 'node:crypto'
import { as } from './walk.mjs'

const PEOPLE = ['finance', 'seller-s001', 'seller-s032', 'buyer-e004', 'buyer-e019', 'buyer-e023', 'warehouse']
const USUAL = {
  lateInterestPpmPerDay: 500, feeBasis: 'OF_THE_GOODS', toleranceBp: 500, settlingTicket: 'DESTINATION', weighingDifferencePermille: 3, moistureRule: 'EXCESS', moistureLimitPpm: 10_000,
  disputeDays: 7, approvalReference: '三重一大 2027 第 5 号', supplementaryClauses: [],
}

/** Everybody of the demo world who has a part in deliveries, signed in, by the id of the party they act for. */
async function everybody(on) {
  const by = new Map()
  for (const account of PEOPLE) {
    const one = await as(on, account)
    const session = await (await one.context.request.get('/api/session')).json()
    by.set(account, { ...one, account, partyId: session.party.partyId, csrf: session.csrfToken })
  }
  return by
}

export async function asks(who, path) {
  const answer = await who.context.request.get(path)
  if (!answer.ok()) throw new Error(`${who.account} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

export async function does(who, path, data, wanted = true) {
  const answer = await who.context.request.post(path, { data, headers: { 'Idempotency-Key': randomUUID(), 'X-CSRF-Token': who.csrf } })
  const body = await answer.json().catch(() => ({}))
  if (wanted && !answer.ok()) throw new Error(`${who.account} ${path}: ${answer.status()} ${JSON.stringify(body)}`)
  return answer.ok() ? body : { refused: body.type ?? String(answer.status()) }
}

const linesOf = async (who, roundId) => (await asks(who, '/api/contracts?limit=200')).items.filter(line => line.roundId === roundId)

async function signedByAll(people, contract) {
  for (const party of [contract.sellerId, contract.buyerId]) {
    const who = [...people.values()].find(one => one.partyId === party)
    if (!who) return false
    const sheet = await asks(who, `/api/contracts/${contract.id}`)
    if (!sheet.allowedCommands.includes('SIGN')) continue
    await does(who, `/api/contracts/${contract.id}/sign`, { number: sheet.text.number, sha256: sheet.text.sha256 })
  }
  return true
}

/** People and a supply contract in force whose seller and member both sign in: of a round that is being carried out, else on the first award of the demo world whose contracts may be drawn. */
export async function contracted(on) {
  const people = await everybody(on)
  const finance = people.get('finance')
  const told = []
  const found = found => ({ people, ...found, close: () => Promise.all([...people.values()].map(one => one.context.close())) })
  for (const round of on.world.rounds.filter(one => one.status === 'EXECUTING')) {
    const running = await inForce(people, round.id)
    if (running) return found(running)
    told.push(`${round.code}: nothing is left to call off between people who sign in`)
  }
  for (const round of on.world.rounds.filter(one => one.status === 'AWARDED')) {
    if ((await linesOf(finance, round.id)).length === 0) {
      const drawn = await does(finance, '/api/contracts', { roundId: round.id, supplyPayment: { trigger: 'DELIVERY', days: 30 }, memberPayment: { trigger: 'ADVANCE', days: 0 }, terms: USUAL }, false)
      if (drawn.refused) {
        told.push(`${round.code}: ${drawn.refused}`)
        continue
      }
    }
    await does(finance, `/api/rounds/${round.id}/contracts/send`, { contractIds: [] }, false)
    const ids = new Set([...people.values()].map(one => one.partyId))
    const lines = await linesOf(finance, round.id)
    for (const line of lines.filter(one => ids.has(one.sellerId) && ids.has(one.buyerId))) await signedByAll(people, line)
    for (const line of lines.filter(one => one.kind !== 'SUPPLY')) {
      const sheet = await asks(finance, `/api/contracts/${line.id}`)
      if (sheet.allowedCommands.includes('RECORD_DEPOSIT')) await does(finance, `/api/contracts/${line.id}/deposit`, { reference: `BJ-${randomUUID().slice(0, 12)}` }, false)
    }
    const effective = await soonInForce(people, round.id)
    if (effective) return found(effective)
    told.push(`${round.code}: no supply contract between people who sign in became effective`)
  }
  throw new Error(`no contract of the demo world can be delivered on: ${told.join('; ')}`)
}

async function inForce(people, roundId) {
  for (const line of (await linesOf(people.get('finance'), roundId)).filter(one => one.kind === 'SUPPLY' && one.status === 'EFFECTIVE')) {
    const seller = [...people.values()].find(one => one.partyId === line.sellerId)
    const plan = seller && await asks(seller, `/api/contracts/${line.id}/delivery-plan`)
    const item = plan?.items.find(one => one.mostKg - one.calledOffKg > 1_000 && [...people.values()].some(who => who.partyId === one.memberId))
    if (item) return { seller, contractId: line.id, item, member: [...people.values()].find(who => who.partyId === item.memberId) }
  }
  return null
}

/** The clock makes it effective a moment after its gate is open. */
async function soonInForce(people, roundId) {
  for (let tries = 0; tries < 20; tries++) {
    const found = await inForce(people, roundId)
    if (found) return found
    await new Promise(later => setTimeout(later, 500))
  }
  return null
}

const OPEN_LONG = 60 * 86_400_000
/** A truck of this contract, planned and announced, for the member's own gate or a store's. */
export async function announced(world, { storeId, massKg = 1_000, plate = `晋C${Math.floor(10_000 + Math.random() * 89_999)}` } = {}) {
  const { seller, contractId, item } = world
  const closed = new Set(item.closedDays.map(day => day.on))
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  let on = item.windowFromOn > today || today > item.dueOn ? item.windowFromOn : today
  for (let at = Date.parse(on); closed.has(on) && at < Date.parse(on) + OPEN_LONG; at += 86_400_000) on = new Date(at).toISOString().slice(0, 10)
  const planned = await does(seller, `/api/contracts/${contractId}/deliveries`, { trucks: [{ itemId: item.itemId, massKg, plannedOn: on, ...(storeId ? { storeId } : {}) }] })
  const [delivery] = planned.items
  return does(seller, `/api/deliveries/${delivery.id}/notify`, { plate, driver: '张师傅', phone: '13800000000', loadedKg: massKg, expectedAt: new Date(Date.now() + 3_600_000).toISOString() })
}

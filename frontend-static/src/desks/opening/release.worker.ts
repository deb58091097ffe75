import { Releaser, type Order, type Reply } from './releasing'

/** One after the other; a fault is told by its name. */
const releaser = new Releaser()
let before: Promise<unknown> = Promise.resolve()
const say = (reply: Reply): void => postMessage(reply)

addEventListener('message', (event: MessageEvent<{ id: number; order: Order }>) => {
  const { id, order } = event.data
  before = before.then(() => releaser.answer(order)).then(done => say({ id, done }), (thrown: unknown) => {
    const fault = thrown instanceof Error && 'fault' in thrown ? String(thrown.fault) : null
    say(fault ? { id, fault } : { id, broke: thrown instanceof Error ? thrown.message : 'unknown' })
  })
})

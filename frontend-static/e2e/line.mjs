// A line to the server that can be cut under an open page and laid again, as when the server is killed and started anew.
import { createServer, connect } from 'node:net'

export async function lineTo(base) {
  const { hostname, port: far } = new URL(base)
  const ends = new Set()
  let server
  let port = 0
  const lay = () => new Promise((laid, failed) => {
    server = createServer(near => {
      const other = connect(Number(far), hostname)
      for (const [one, next] of [[near, other], [other, near]]) {
        ends.add(one)
        one.pipe(next)
        one.on('error', () => next.destroy())
        one.on('close', () => {
          ends.delete(one)
          next.destroy()
        })
      }
    })
    server.once('error', failed)
    server.listen(port, hostname, () => {
      port = server.address().port
      laid()
    })
  })
  const cut = () => new Promise(done => {
    server.close(done)
    for (const end of ends) end.destroy()
  })
  await lay()
  return { base: `http://${hostname}:${port}`, cut, lay }
}

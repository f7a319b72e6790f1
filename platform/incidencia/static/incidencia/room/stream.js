/* The room's stream: keeps the regions and the journal of a page as the log has them, whatever the line does.

   connect(root): `root` carries data-seq, data-socket ("/live/room/<reference>/"), data-ticket-url and data-since-url.
   Regions: <div data-region="floor">. Journal: <ol data-region="journal">, newest at the end, or first with
   data-newest="first". [data-line-state] carries its own words: data-connected, data-lost, data-polling, data-again.
   [data-presence] is given the number of live lines. Areas in [data-act] are never touched.
   Tells `room:frame` (detail: the frame), `room:presence` (detail: connected, seats) and `room:chat` on document. */

const PING = 20_000, SILENCE = 35_000, POLL = 5_000, LONGEST = 30_000, TRIES = 3
const AGAIN = 4001, GONE = [4403, 4404], FUTURE = 4409

let ahead = 0 // the server's clock minus ours, in milliseconds

/** The present instant by the server's clock, in milliseconds: timers on screen count from it. */
export const serverNow = () => Date.now() + ahead

/** Follow the room of `root` until the page goes. */
export function connect(root) {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const shown = {}
  let socket = null, failed = 0, polling = 0, retry = 0, heard = 0, presence = null

  const seq = () => Number(root.dataset.seq)
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
  const typing = () => all("[data-act] :is(input, textarea)").some((f) => f.type !== "hidden" && f.value !== f.defaultValue)
  const get = (url) => fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" })

  function say(state) {
    root.dataset.line = state
    for (const place of all("[data-line-state]")) {
      if (place.dataset.state === state) continue
      place.dataset.state = state
      place.textContent = place.dataset[state] ?? ""
    }
  }

  function swap(region, html) {
    if (region.closest("[data-act]") || shown[region.dataset.region] === html) return
    shown[region.dataset.region] = html
    const focused = region.contains(document.activeElement) ? document.activeElement : null
    const place = focused && [...region.querySelectorAll("a, button, summary, [tabindex]")].indexOf(focused)
    const open = [...region.querySelectorAll("details[open][id]")].map((d) => d.id)
    const top = region.scrollTop
    region.innerHTML = html
    for (const id of open) document.getElementById(id)?.setAttribute("open", "")
    region.scrollTop = top
    if (!focused) return
    const again = focused.id && document.getElementById(focused.id)
    const target = again || region.querySelectorAll("a, button, summary, [tabindex]")[place] || region
    if (target === region) region.tabIndex = -1
    target.focus({ preventScroll: true })
  }

  function write(journal, frame) {
    const first = journal.dataset.newest === "first"
    const following = !first && journal.scrollHeight - journal.scrollTop - journal.clientHeight < 40
    if (frame.whole) journal.replaceChildren()
    for (const line of frame.journal) {
      if (journal.querySelector(`[data-seq="${line.seq}"]`)) continue
      journal.insertAdjacentHTML(first ? "afterbegin" : "beforeend", line.html)
    }
    for (const n of frame.undone) journal.querySelector(`[data-seq="${n}"]`)?.classList.add("undone")
    if (following) journal.scrollTop = journal.scrollHeight
  }

  function count(now) {
    presence = now ?? presence
    if (presence) for (const place of all("[data-presence]")) place.textContent = presence.connected
    if (now) tell("room:presence", now)
  }

  function take(frame) {
    if (frame.at) ahead = frame.at - Date.now()
    if (frame.presence) return count(frame.presence)
    if (frame.chat) return tell("room:chat", frame.chat)
    if (frame.seq === undefined) return
    if (!frame.whole && frame.since > seq()) return ask() // something is missing: never show a gap
    if (!frame.whole && frame.seq < seq()) return
    for (const [name, html] of Object.entries(frame.regions))
      for (const region of all(`[data-region="${name}"]`)) swap(region, html)
    for (const journal of all('[data-region="journal"]')) write(journal, frame)
    root.dataset.seq = frame.seq
    count()
    tell("room:frame", frame)
  }

  const ask = () => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify({ since: seq() }))

  async function open() {
    clearTimeout(retry)
    if (socket) return
    try {
      const answer = await get(root.dataset.ticketUrl)
      if (answer.status === 403 || answer.status === 404) return reload()
      const { ticket } = await answer.json()
      const address = new URL(root.dataset.socket, location.href)
      address.protocol = address.protocol.replace("http", "ws")
      address.searchParams.set("ticket", ticket)
      socket = new WebSocket(address)
    } catch { return lost() }
    heard = Date.now()
    socket.onopen = ask
    socket.onmessage = (message) => {
      heard = Date.now()
      failed = 0
      clearInterval(polling)
      polling = 0
      const frame = JSON.parse(message.data)
      if (!frame.again) say("connected")
      take(frame)
    }
    socket.onclose = ({ code }) => {
      socket = null
      if (code === AGAIN || GONE.includes(code)) return reload()
      if (code === FUTURE) root.dataset.seq = 0
      lost()
    }
  }

  /* A silent line may take minutes to be told closed: leave it behind. */
  function giveUp() {
    socket.onclose = socket.onmessage = null
    socket.close()
    socket = null
    lost()
  }

  function lost() {
    if (!polling) say("lost")
    failed += 1
    if (failed >= TRIES && !polling) polling = setInterval(poll, POLL)
    retry = setTimeout(open, Math.min(LONGEST, 1000 * 2 ** failed) * (0.5 + Math.random() / 2))
  }

  async function poll() {
    try {
      const answer = await get(`${root.dataset.sinceUrl}?since=${seq()}`)
      if (answer.status === 403 || answer.status === 404) return reload()
      take(await answer.json())
      if (polling) say("polling")
    } catch { say("lost") }
  }

  /* One's place in the room changed: the page is asked for again, but never while somebody types. */
  function reload() {
    clearInterval(polling)
    if (!typing() && performance.now() > POLL) return location.reload()
    say("again")
    retry = setTimeout(reload, POLL)
  }

  setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return
    if (Date.now() - heard > SILENCE) return giveUp()
    socket.send('{"ping": true}')
  }, PING)
  addEventListener("online", open)
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && open())
  open()
}

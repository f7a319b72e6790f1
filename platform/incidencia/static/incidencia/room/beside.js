/* What stands beside the log and comes by no frame of it: a fragment that is asked for again while it is wanted.

   <div data-again="10" data-from="/…/">: asked for every so many seconds, swapped only when it changed. Inside a
   <details> it is asked for while that is open, and at once when it opens. `room:chat` asks for [data-chat] soon.   */

const JITTER = 1500; // milliseconds: not everybody at once

/** Keep every fragment of the page current. */
export function beside() {
  for (const place of document.querySelectorAll("[data-again]")) keep(place);
}

function keep(place) {
  const card = place.closest("details");
  let shown = null, asking = false, soon = 0;

  async function ask() {
    clearTimeout(soon);
    if (asking || document.hidden || (card && !card.open)) return;
    asking = true;
    try {
      const answer = await fetch(place.dataset.from, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const html = await answer.text();
      if (html !== shown) swap(html);
    } catch {
      // the line is down: the next time asks again
    } finally {
      asking = false;
    }
  }

  function swap(html) {
    const list = place.querySelector("[data-follow]");
    const following = !list || list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    const top = list?.scrollTop ?? 0;
    place.innerHTML = html;
    shown = html;
    const now = place.querySelector("[data-follow]");
    if (now) now.scrollTop = following ? now.scrollHeight : top;
  }

  setInterval(ask, 1000 * Number(place.dataset.again));
  card?.addEventListener("toggle", () => {
    card.toggleAttribute("data-news", false);
    ask();
  });
  document.addEventListener("room:beside", ask);
  if ("chat" in place.dataset) document.addEventListener("room:chat", () => {
    if (card && !card.open) return card.toggleAttribute("data-news", true);
    soon = setTimeout(ask, Math.random() * JITTER);
  });
  ask();
}

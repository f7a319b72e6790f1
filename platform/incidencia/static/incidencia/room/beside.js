/* What stands beside the log and comes by no frame of it: a fragment that is asked for again while it is wanted.

   <div data-every="10" data-from="/…/">: asked for every so many seconds, swapped only when it changed. Inside a
   <details> it is asked for while that is open, and at once when it opens. `room:chat` asks for [data-chat] soon.
   The chat's form is no part of it: what somebody types is never swapped, and stays where it was refused.       */

const JITTER = 1500; // milliseconds: not everybody at once

/** Keep every fragment of the page current. */
export function beside() {
  for (const place of document.querySelectorAll("[data-every]")) keep(place);
  document.querySelector("[data-chat-form]")?.addEventListener("submit", send);
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

  setInterval(ask, 1000 * Number(place.dataset.every));
  card?.addEventListener("toggle", () => {
    card.toggleAttribute("data-news", false);
    ask();
  });
  place.addEventListener("beside:take", ({ detail }) => swap(detail));
  if ("chat" in place.dataset) document.addEventListener("room:chat", () => {
    if (card && !card.open) return card.toggleAttribute("data-news", true);
    soon = setTimeout(ask, Math.random() * JITTER);
  });
  ask();
}

async function send(event) {
  event.preventDefault();
  const form = event.target, button = form.querySelector("button");
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), credentials: "same-origin", headers: { "HX-Request": "true" },
    });
    if (answer.redirected || ![200, 422].includes(answer.status)) return form.submit();
    document.querySelector("[data-chat]").dispatchEvent(new CustomEvent("beside:take", { detail: await answer.text() }));
    if (answer.ok) form.reset();
  } catch {
    // the line is down: what was typed stays
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

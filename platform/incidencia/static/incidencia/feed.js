// News on an open feed: the stream says that something changed, this asks for the list again and puts it in place.
// Without it the page is read again by hand. While somebody is inside the list it only offers to show what arrived.
const list = document.querySelector("[data-stream]");
const said = document.querySelector("[data-arrived]");
let mark = list?.dataset.mark;

async function show() {
  const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-stream]");
  if (!fresh) return;
  list.replaceChildren(...fresh.childNodes);
  mark = fresh.dataset.mark;
}

function news(event) {
  if (event.data === mark) return;
  mark = event.data;
  said.hidden = false;
  said.querySelector("[data-told]").textContent = said.dataset.arrived;
  if (!list.contains(document.activeElement)) show();
}

if (list && window.EventSource) {
  const stream = new EventSource(list.dataset.stream);
  stream.addEventListener("news", news);
  said.querySelector("button").addEventListener("click", async () => { await show(); said.hidden = true; });
}

/* What one may do in the room, kept fit to the room's state. Acts go up as forms; nothing here decides.

   Words: every region prints what is true of the room (data-flags) and of single seats (data-marks); a control
   shows while its data-when holds. The same words, in Python: sessions/flags/.
   Acts: a link with data-do leads to a small page. With data-once one click does it; else the page's form opens in
   the dialog. An answer replaces the dialog's form alone: nobody's typing is ever swapped away.               */

import { tick } from "./timers.js";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const SETTLE = 900; // milliseconds
const HEADERS = { "HX-Request": "true", "X-Requested-With": "fetch" };

/** Serve the controls of the room in `root`. */
export function control(root) {
  const dialog = document.querySelector("[data-dialog]");
  const toast = document.querySelector("[data-toast]");
  const seat = root.dataset.seat;
  let opener = null, gone = 0;
  const settling = new Map();
  let step = document.querySelector("[data-next]")?.dataset.next;

  // --- What fits ------------------------------------------------------------------------------------
  function words() {
    const found = new Set((root.dataset.own || "").split(" ").filter(Boolean));
    for (const place of all("[data-flags]")) {
      for (const word of place.dataset.flags.split(" ")) if (word) found.add(word);
      for (const mark of place.dataset.marks.split("; ")) {
        const [word, ...seats] = mark.split(" ");
        if (seat && seats.includes(seat)) found.add(word);
      }
    }
    const has = (word) => found.has(word);
    const secretariat = has("role-secretariat"), presiding = has("presiding");
    const leads = presiding || (secretariat && has("instructs"));
    const first = has("before") && has("role-chair");
    if (presiding || secretariat || first) found.add("desk");
    if (leads) found.add("chairs");
    if (leads || (has("admitted") && (first || (has("before") && has("role-vice-chair"))))) found.add("opens");
    if (secretariat || has("role-vice-chair")) found.add("stands-in");
    if (secretariat || (has("admitted") && has("votes"))) found.add("scrutineer");
    if (presiding || secretariat || (has("admitted") && has("votes"))) found.add("drafts");
    if (secretariat || (has("admitted") && (has("speaking") || has("role-interpreter")))) found.add("tongue");
    return found;
  }

  const fits = (found, when) =>
    when.split(" ").every((word) => (word.startsWith("!") ? !found.has(word.slice(1)) : found.has(word)));

  function refresh() {
    const found = words(), moved = new Set();
    for (const one of all("[data-when]")) {
      const hide = !fits(found, one.dataset.when);
      if (hide && !one.hidden && one.contains(document.activeElement)) root.ownerDocument.getElementById("main").focus();
      if (one.hidden !== hide) moved.add(one.closest("[data-controls]"));
      one.hidden = hide;
    }
    const next = document.querySelector("[data-next]"), now = next?.dataset.next;
    if (next && now !== step) moved.add(next.closest("[data-controls]")); // the same key would do another thing
    step = now;
    for (const group of moved) settle(group);
    for (const group of all(".controls fieldset:not([data-when])"))
      group.hidden = !group.querySelector("[data-when]:not([hidden])");
    for (const menu of all(".dock details")) if (!menu.querySelector(".menu :not([hidden])")) menu.open = false;
    own();
    tick();
  }

  /** Where controls came or went, the one now under the pointer is another: for a moment no pointer reaches them. */
  function settle(group) {
    if (!group) return;
    clearTimeout(settling.get(group));
    group.dataset.settling = "";
    settling.set(group, setTimeout(() => delete group.dataset.settling, SETTLE));
  }

  /** One's own row is marked, and one's place said where the thumb is. */
  function own() {
    for (const row of all("li[data-seat]")) {
      const mine = Boolean(seat) && row.dataset.seat === seat;
      row.toggleAttribute("data-mine", mine);
      const name = mine && row.querySelector("[data-name]");
      if (name && !name.dataset.told) {
        name.dataset.told = "1";
        name.textContent = `${root.dataset.you} · ${name.textContent}`;
      }
    }
    const place = document.querySelector("[data-place]");
    if (!place) return;
    const mine = seat && document.querySelector(`.queue li[data-seat="${CSS.escape(seat)}"]`);
    place.hidden = !mine;
    if (!mine) return;
    const { number, wait } = mine.dataset;
    const said = wait === "0" ? place.dataset.first : place.dataset.words.replace("%(n)s", number).replace("%(m)s", wait);
    const text = place.querySelector("[data-place-words]");
    if (text.textContent !== said) text.textContent = said;
  }

  // --- Acts -----------------------------------------------------------------------------------------
  const token = () => document.querySelector("[data-csrf] input")?.value ?? "";
  const page = (href) => new URL(href, location.href);

  async function ask(href, body) {
    const answer = await fetch(href, {
      method: body ? "POST" : "GET", body, credentials: "same-origin",
      headers: body ? { ...HEADERS, "X-CSRFToken": token() } : HEADERS,
    });
    if (answer.redirected || ![200, 422].includes(answer.status)) return location.assign(root.dataset.roomUrl), null;
    return { ok: answer.ok, html: await answer.text() };
  }

  async function once(link) {
    if (link.dataset.busy) return;
    link.dataset.busy = "1";
    link.setAttribute("aria-busy", "true");
    const address = page(link.getAttribute("href"));
    const body = new FormData();
    for (const [name, value] of address.searchParams) body.set(name, value);
    if (link.dataset.do.startsWith("request_floor")) body.set("item", document.querySelector("[data-item]")?.dataset.item ?? "");
    body.set("key", crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
    try {
      take(await ask(address.pathname, body), link);
    } catch {
      location.assign(link.href); // the line is down: the act's own page says so, or does it
    } finally {
      delete link.dataset.busy;
      link.removeAttribute("aria-busy");
    }
  }

  async function open(link) {
    const answer = await ask(link.href).catch(() => location.assign(link.href));
    if (answer) show(answer.html, link);
  }

  function take(answer, link) {
    if (!answer) return;
    if (!answer.ok) return show(answer.html, link);
    if (dialog.open) dialog.close();
    toast.innerHTML = answer.html;
    clearTimeout(gone);
    const undo = toast.querySelector("[data-seconds]");
    gone = setTimeout(() => toast.replaceChildren(), 1000 * Number(undo?.dataset.seconds ?? 6));
    if (root.dataset.line && root.dataset.line !== "connected") location.reload();
  }

  function show(html, link) {
    opener = link ?? opener;
    dialog.innerHTML = html;
    if (!dialog.open) dialog.showModal();
    const first = dialog.querySelector("[data-focus]") ?? dialog.querySelector(":is(input, select, textarea):not([type=hidden])");
    (first ?? dialog.querySelector("h2")).focus();
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("a[data-do]");
    if (link && dialog) {
      event.preventDefault();
      const menu = link.closest(".dock details");
      if (menu) menu.open = false;
      return "once" in link.dataset ? once(link) : open(link);
    }
    if (event.target.closest("[data-close]") && dialog?.open) {
      event.preventDefault();
      dialog.close();
    }
    for (const menu of all(".dock details[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  dialog?.addEventListener("close", () => {
    const back = opener?.isConnected && !opener.hidden ? opener : document.getElementById("main");
    dialog.replaceChildren();
    opener = null;
    back.focus();
  });

  dialog?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target, button = form.querySelector("button");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await ask(form.action, new FormData(form));
      take(answer);
      if (answer?.ok && "repeats" in form.dataset) await open({ href: `${form.action}?language=${form.language.value}` });
    } catch {
      button.removeAttribute("aria-disabled"); // the line is down: what was typed stays; the same key makes it happen once
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of all(".dock details[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat || dialog?.open) return;
    const letter = event.code.replace("Key", "").toLowerCase();
    const link = all(`[data-shortcut="${letter}"]`).find((one) => !one.hidden && !one.closest("[hidden]"));
    if (!link) return;
    event.preventDefault();
    if (link.dataset.next && link.closest("[data-settling]")) return;
    link.click();
  });

  document.addEventListener("room:frame", refresh);
  document.addEventListener("room:presence", ({ detail }) => {
    for (const row of all(".people li[data-seat]")) row.toggleAttribute("data-here", Boolean(detail.seats?.includes(row.dataset.seat)));
  });
  setInterval(tick, 500);
  refresh();
  for (const group of settling.keys()) delete group.dataset.settling; // nobody has aimed yet
}

/* Captions that a screen reader follows, if its user wants; and the sign to speak slower.

   Regions are swapped whole and announce nothing. Whoever presses [data-follow] has each new line of that channel
   copied into [data-captions-live], one by one. [data-slow] shows how many ask for it, to the speaker and the chair. */

const KEPT = 5;
const all = (selector) => [...document.querySelectorAll(selector)];

/** Follow the captions and the signs of the room in `root`. */
export function captions(root) {
  const live = document.querySelector("[data-captions-live]");
  const slow = document.querySelector("[data-slow]");
  let following = "", told = 0, asked = { slow: 0, turn: "" };

  function mark() {
    for (const button of all("[data-follow]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(button.dataset.follow === following));
    }
  }

  function tell() {
    for (const line of all(`[data-caption][data-channel="${CSS.escape(following)}"]`)) {
      if (Number(line.dataset.caption) <= told) continue;
      told = Number(line.dataset.caption);
      const said = document.createElement("p");
      said.lang = following;
      said.textContent = line.textContent;
      live.append(said);
      while (live.children.length > KEPT) live.firstElementChild.remove();
    }
  }

  function sign() {
    if (!slow) return;
    const marked = (word, seat) => all("[data-marks]").some((m) => m.dataset.marks.split("; ").some((one) => {
      const [name, ...seats] = one.split(" ");
      return name === word && seats.includes(seat);
    }));
    const seat = root.dataset.seat;
    const concerned = marked("speaking", seat) || marked("presiding", seat) || root.dataset.own === "role-secretariat";
    const turn = document.querySelector("[data-turn]")?.dataset.turn;
    slow.hidden = !(concerned && asked.slow && turn && turn === asked.turn);
    const said = slow.dataset.words.replace("%(n)s", asked.slow);
    if (!slow.hidden && slow.textContent !== said) slow.textContent = said;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-follow]");
    if (!button) return;
    following = following === button.dataset.follow ? "" : button.dataset.follow;
    told = Math.max(0, ...all("[data-caption]").map((line) => Number(line.dataset.caption)));
    live.replaceChildren();
    mark();
  });
  document.addEventListener("room:frame", () => { mark(); tell(); sign(); });
  document.addEventListener("room:presence", ({ detail }) => { asked = detail; sign(); });
  mark();
}

/* Clocks are facts: since when they run, what they had run before, their limit. Counted by the server's clock. */

import { serverNow } from "./stream.js";

const SOON = 30; // seconds before the end of a turn in which its clock stands out

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** Bring every clock of the page to the present. */
export function tick() {
  for (const timer of document.querySelectorAll("[data-timer]")) {
    const { since, used, limit, timer: kind } = timer.dataset;
    const run = Number(used) + (since ? Math.max(0, (serverNow() - Date.parse(since)) / 1000) : 0);
    const left = Number(limit) - run;
    const said = kind === "minutes" || kind === "budget" ? String(Math.floor(run / 60)) : left < 0 && kind === "left" ? `+${clock(-left)}` : clock(Math.max(0, Math.ceil(left)));
    if (timer.textContent !== said) timer.textContent = said;
    if (kind === "left") timer.closest(".timer")?.classList.toggle("late", left < 0);
    if (kind === "left") timer.closest(".timer")?.classList.toggle("soon", left >= 0 && left <= SOON);
    if (kind === "budget") timer.closest("[data-budget]")?.classList.toggle("late", left < 0);
  }
  for (const one of document.querySelectorAll("[data-from], [data-before]")) {
    const { from, before } = one.dataset;
    const hide = (from && serverNow() < Date.parse(from)) || (before && serverNow() >= Date.parse(before));
    if (one.hidden !== Boolean(hide)) one.hidden = Boolean(hide);
  }
}

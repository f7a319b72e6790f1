/* The desk's field "name or badge": what it answers is told beside it, and the field waits for the next one.

   One hit is done at once and the field is empty again; several are buttons, the first one reached by Enter;
   Escape goes back to the letters. What was typed stays when nothing was done.                              */

export function hall() {
  const place = document.querySelector("[data-hall]");
  if (!place) return;
  const field = place.querySelector("input[name=asked]");
  const said = place.querySelector("[data-hall-said]");
  let key = "", busy = false;
  const fresh = () => (key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
  fresh();

  async function send(form) {
    if (busy) return;
    busy = true;
    const body = new FormData(form);
    body.set("key", key); // the same until it is answered: a lost line and a second Enter do it once
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, credentials: "same-origin", headers: { "HX-Request": "true", "X-Requested-With": "fetch" },
      });
      if (answer.redirected || ![200, 422].includes(answer.status)) return location.reload();
      said.innerHTML = await answer.text();
      fresh();
      const choice = said.querySelector("form button");
      if (choice) return choice.focus();
      if (answer.ok) field.value = "";
      field.focus();
      field.select();
    } catch {
      field.focus(); // the line is down: what was typed stays
    } finally {
      busy = false;
    }
  }

  place.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.elements.asked.value.trim()) send(event.target);
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    said.replaceChildren();
    field.focus();
    field.select();
  });
}

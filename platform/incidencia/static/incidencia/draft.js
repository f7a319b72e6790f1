// Keeps what is typed in a form with data-draft, two seconds after the last key. Without it the button saves.
const form = document.querySelector("form[data-draft]");
const status = form?.querySelector("[data-saved]");
let waiting = 0, last = "";

const words = () => {
  const all = new FormData(form);
  for (const [name, value] of [...all]) if (value instanceof File) all.delete(name);
  return new URLSearchParams(all);
};

async function keep() {
  const now = words();
  const typed = now.toString();
  if (typed === last) return;
  const answer = await fetch(form.dataset.draft, { method: "POST", body: now, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    status.textContent = status.dataset.unsaved;
    return;
  }
  last = typed;
  status.textContent = `${status.dataset.saved} ${(await answer.json()).saved}`;
}

if (form) {
  last = words().toString();
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, 2000); });
  form.addEventListener("submit", () => clearTimeout(waiting));
}

// Keeps on this device what is typed in a form with data-field, until the server confirms it. Without it the form is plain.
const form = document.querySelector("form[data-field]");

const stored = {
  read: (key) => { try { return JSON.parse(localStorage.getItem(key) ?? "null"); } catch { return null; } },
  write: (key, words) => { try { localStorage.setItem(key, JSON.stringify(words)); } catch { /* full or forbidden */ } },
  forget: (key) => { try { localStorage.removeItem(key); } catch { /* forbidden */ } },
};

for (const one of document.querySelectorAll("[data-confirmed]")) stored.forget(one.dataset.confirmed);

const names = ["answer", "found", "link", "place", "on"];
const words = () => Object.fromEntries(names.map((name) => [name, form.elements[name]?.value ?? ""]));

if (form) {
  const key = form.dataset.field, kept = stored.read(key), status = form.querySelector("[data-restored]");
  if ("restore" in form.dataset && kept && names.some((name) => kept[name] && kept[name] !== words()[name])) {
    for (const name of names) if (kept[name]) form.elements[name].value = kept[name];
    form.dispatchEvent(new Event("input"));
    status.textContent = status.dataset.restored;
  }
  form.addEventListener("input", () => stored.write(key, words()));
}

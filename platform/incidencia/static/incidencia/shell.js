// Small comforts of every page. Without this file everything still works.

// What is wrong is read out and reached first.
document.querySelector("[data-focus]")?.focus();

// What an address points at is never folded away.
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  const part = target.querySelector(":scope > details.part");
  if (part) part.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// An open menu closes when one turns elsewhere.
const menus = () => document.querySelectorAll("details.account[open]");
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent && Date.now() - form.dataset.sent < 4000) event.preventDefault();
  else form.dataset.sent = Date.now();
});

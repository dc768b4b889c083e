// What every page does: a menu closes with Esc, forms are not sent twice, and what a browser would say in a language
// of its own (an empty field, a file to choose) is said in that of the page.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open], details.who[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/** Who signs in again in another tab has a new token there, and this page only the old one: it takes the new one over,
 *  where the same person signed in; else what stands here would be saved in the name of somebody else. */
async function renewToken() {
  const there = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  if (!there.body.dataset.user || there.body.dataset.user !== document.body.dataset.user) return false;
  document.body.setAttribute("hx-headers", there.body.getAttribute("hx-headers"));
  const token = JSON.parse(there.body.getAttribute("hx-headers"))["X-CSRFToken"];
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  return true;
}

/** Keys of working pages: Ctrl+F6 goes from part to part, ? shows the list of keys; a form of numbers holds no "?". */
const PARTS = ".rail, .sheetlist, .reviewdesk > section, .panel, .statusbar";
const INSIDE = "a[href], button:not(:disabled), input:not([type=hidden]), textarea, select, summary, [tabindex='0']";
document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "F6" && event.ctrlKey) {
    const parts = [...document.querySelectorAll(PARTS)].filter((part) => part.offsetParent && part.querySelector(INSIDE));
    const next = parts[(parts.findIndex((part) => part.contains(at)) + 1) % parts.length];
    if (!next) return;
    event.preventDefault();
    [...next.querySelectorAll(INSIDE)].find((one) => one.offsetParent)?.focus();
  }
  if (event.key === "?" && (at.matches("td[data-place] input") || !at.matches("input, textarea, select, [contenteditable]")))
    if (showKeys()) event.preventDefault();
});
function showKeys() {
  const list = document.getElementById("keylist");
  if (list && !list.open) list.showModal();
  return list !== null;
}

/** A part that is fetched anew under the hands of who stands in it keeps them where they were. */
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  if (!target.contains(document.activeElement)) return;
  const stops = () => [...target.querySelectorAll(INSIDE)].filter((one) => one.offsetParent);
  const place = stops().indexOf(document.activeElement);
  const back = (event) => {
    if (event.detail.target !== target) return;
    document.removeEventListener("htmx:afterSwap", back);
    if (!target.contains(document.activeElement)) (stops()[place] ?? stops().at(-1))?.focus();
  };
  document.addEventListener("htmx:afterSwap", back);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.dataset.again !== undefined) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/** Say one sentence at the foot of the page for eight seconds. */
function toast(words) {
  const line = document.createElement("p");
  line.className = "toast";
  line.textContent = words;
  document.getElementById("toasts").append(line);
  setTimeout(() => line.remove(), 8000);
}
document.addEventListener("toast", (event) => toast(event.detail.value ?? event.detail));

/** A file field with words of the page: the real one lies over them, unseen, and takes click, key, drop and focus. */
function dressFile(input) {
  if (input.closest(".filebox")) return;
  const words = document.body.dataset;
  const box = document.createElement("span");
  box.className = "filebox";
  const button = document.createElement("span");
  button.className = "btn";
  button.textContent = input.dataset.choose ?? (input.multiple ? words.chooseMany : words.choose);
  const name = document.createElement("span");
  name.className = "filename";
  for (const part of [button, name]) part.setAttribute("aria-hidden", "true");
  const tell = () => {
    const { length } = input.files;
    name.textContent =
      length > 1 ? words.files.replace("{count}", length) : length ? input.files[0].name : words.nofile;
  };
  input.replaceWith(box);
  box.append(input, button, name);
  input.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
}
function dressFiles(part) {
  for (const input of part.querySelectorAll('input[type="file"]')) dressFile(input);
}
dressFiles(document);
document.addEventListener("htmx:load", (event) => dressFiles(event.detail.elt));

document.addEventListener(
  "invalid",
  (event) => {
    const at = event.target;
    if (at.validity.customError) return;
    const { missing, choose, unfit } = document.body.dataset;
    at.setCustomValidity(at.validity.valueMissing ? (at.type === "file" ? choose : missing) : at.title || unfit);
  },
  true,
);
for (const kind of ["input", "change"])
  document.addEventListener(kind, (event) => event.target.setCustomValidity?.(""), true);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-back]")) history.back();
  if (event.target.closest("[data-print]")) print();
  if (event.target.closest("[data-keys]")) showKeys();
});

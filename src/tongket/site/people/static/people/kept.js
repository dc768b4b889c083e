// What was typed before one signed in again goes back into the form that it was typed into, where the page holds it.
"use strict";

{
  const banner = document.querySelector("[data-kept]");
  const fields = JSON.parse(document.getElementById("kept-fields").textContent);
  const path = (address) => (address ? new URL(address, location.href).pathname : "");
  const wanted = path(banner.dataset.kept);
  const form = [...document.forms].find(
    (one) =>
      !banner.contains(one) &&
      (one.method === "post" || one.hasAttribute("hx-post")) &&
      [one.getAttribute("action") ?? location.href, one.getAttribute("hx-post")].some((to) => path(to) === wanted),
  );

  // What the page itself put into hidden fields is newer than what was kept.
  const open = (name) =>
    [...(form?.elements ?? [])].filter((one) => one.name === name && !["hidden", "file", "submit"].includes(one.type));
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  const typed = [...values].filter(([name]) => open(name).length);

  const fill = ([name, given]) => {
    open(name).forEach((one, at) => {
      if (one.type === "checkbox" || one.type === "radio") one.checked = given.includes(one.value);
      else if (one.tagName === "SELECT") for (const choice of one.options) choice.selected = given.includes(choice.value);
      else one.value = given[at] ?? one.value;
      for (let part = one.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    });
  };

  // Words without a place in the form stay where they can be read, with the button.
  const words = [...values].filter(([, given]) => given.some((one) => /\S\s+\S/.test(one)));
  if (typed.length && words.every(([name]) => open(name).length)) {
    typed.forEach(fill);
    banner.querySelector("[data-kept-here]").hidden = false;
    for (const part of banner.querySelectorAll("[data-kept-away], [data-kept-form], .keptwords")) part.remove();
    open(typed[0][0])[0].scrollIntoView({ block: "center" });
  }
}

// Lists of bodies: one box ticks all; a text is copied, or chosen where the browser lets nothing be copied.
"use strict";

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  for (const box of event.target.form.querySelectorAll('input[name="one"]')) box.checked = event.target.checked;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand("copy")) return; // the text stays chosen: Ctrl+C copies it
  }
  document.dispatchEvent(new CustomEvent("toast", { detail: button.dataset.done }));
});

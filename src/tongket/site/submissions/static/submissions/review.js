// Review: choosing cells opens the box for the reason; keys J, K, X, R, A where the reader has not turned them off.
"use strict";

(() => {
  const form = document.getElementById("returning");
  if (!form) return;
  const rows = [...form.querySelectorAll("tr.value")];
  const places = [...rows, ...form.querySelectorAll(".pickable")];
  const button = document.getElementById("return-cells");
  const chosen = document.getElementById("chosen");

  function choose() {
    let count = 0;
    for (const row of places) {
      const box = row.querySelector("input[name=place]");
      if (!box) continue;
      row.classList.toggle("ret", box.checked);
      const reason = row.nextElementSibling;
      if (reason?.matches(".boxrow")) {
        reason.hidden = !box.checked;
        reason.querySelector("textarea").required = box.checked;
      }
      if (box.checked) count += 1;
    }
    if (button) button.disabled = !count;
    chosen.textContent = count ? chosen.dataset.words.replace("{count}", count) : "";
  }
  form.addEventListener("change", choose);
  form.addEventListener("click", (event) => {
    if (event.target.matches("[name=whole], #approve, [formaction]")) {
      for (const box of form.querySelectorAll(".boxrow textarea")) box.required = false;
    }
  });

  document.getElementById("only")?.addEventListener("change", (event) => {
    for (const row of rows) row.hidden = event.target.checked && !("look" in row.dataset) && !row.querySelector("input:checked");
  });

  let here = -1;
  function go(step) {
    const shown = rows.filter((row) => !row.hidden);
    here = Math.max(0, Math.min(shown.length - 1, here + step));
    for (const row of shown) row.classList.toggle("here", row === shown[here]);
    const box = shown[here]?.querySelector("input[name=place]");
    (box ?? shown[here])?.focus();
    shown[here]?.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    if (form.dataset.singleKeys !== "1" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("textarea, input:not([type=checkbox]), select")) return;
    const row = rows.filter((one) => !one.hidden)[here];
    const box = row?.querySelector("input[name=place]");
    switch (event.key.toLowerCase()) {
      case "j": go(1); break;
      case "k": go(-1); break;
      case "x": if (box) { box.checked = !box.checked; choose(); } break;
      case "r": if (box) { box.checked = true; choose(); event.preventDefault(); row.nextElementSibling.querySelector("textarea").focus(); } break;
      case "a": document.getElementById("approve")?.focus(); break;
      default:
    }
  });
  choose();
})();

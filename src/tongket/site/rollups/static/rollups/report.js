// The report: a live figure that is chosen shows its sources beside the sheet.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest(".a4 a.live");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  for (const one of document.querySelectorAll(".a4 a.live.on")) one.classList.remove("on");
  link.classList.add("on");
  htmx.ajax("GET", link.getAttribute("href"), { target: "#figure", swap: "innerHTML" });
});

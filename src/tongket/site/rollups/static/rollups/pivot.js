// The pivot: a number that is chosen shows what stands behind it beside the table, without leaving the page.
"use strict";

const pane = document.getElementById("behind");
for (const table of document.querySelectorAll("[data-newest]")) table.scrollLeft = table.scrollWidth; // the newest period

function show(link) {
  for (const one of document.querySelectorAll(".pivot td.sel")) one.classList.remove("sel");
  if (!pane.contains(link)) link.closest("td").classList.add("sel");
  htmx.ajax("GET", link.getAttribute("href"), { target: "#behind", swap: "innerHTML" }).then(() => {
    pane.scrollTop = 0;
    if (window.matchMedia("(max-width: 1100px)").matches) pane.scrollIntoView({ block: "start" });
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".pivot td a, #behind a[data-behind]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link);
});

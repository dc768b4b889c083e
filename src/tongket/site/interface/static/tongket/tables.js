// Tables on a phone: one that does not fit becomes a list, each row a block in which the values are named by the head of
// their column; one that must stay a table (a pivot, a paper form) says above itself that it goes on sideways.
"use strict";

const NARROW = matchMedia("(max-width: 640px)");
const STAYS = ".pivot, .casc, .values, .asked, .preview, .heat";
const EMPTY = /^[\s–]*$/;
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** The role that an element of a table has by itself, and would lose as a block. */
function roleOf(part) {
  if (part.tagName !== "TH") return ROLES[part.tagName];
  return part.scope === "row" ? "rowheader" : part.closest("thead") ? "columnheader" : "rowheader";
}

/** What stands over each column, as read with the eyes: a head for readers alone names nothing. A head that does
 *  something ("all of them") stays in view; it alone. */
function headsOf(table) {
  table.tHead?.toggleAttribute("data-control", table.tHead.querySelector("input, button") !== null);
  return [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])].flatMap((head) => {
    head.toggleAttribute("data-control", head.querySelector("input, button") !== null);
    const seen = head.querySelector(".sr") ? "" : head.textContent.trim();
    return Array(head.colSpan).fill(seen);
  });
}

/** Name the cells of a row; the row itself is named by its head, or by its first cell where it has none. */
function nameRow(row, heads) {
  const title = row.querySelector("th") ?? row.cells[0];
  let column = 0;
  for (const cell of row.cells) {
    const head = heads[column] ?? "";
    column += cell.colSpan;
    const blank = EMPTY.test(cell.textContent) && !cell.querySelector("input, select, textarea, svg");
    cell.toggleAttribute("data-blank", blank);
    cell.toggleAttribute("data-pick", cell !== title && cell.querySelector(".check") !== null);
    cell.toggleAttribute("data-title", cell === title);
    cell.toggleAttribute("data-field", cell.querySelector(".in") !== null);
    if (head && cell !== title && !cell.querySelector(".tag, .btn, .check")) cell.dataset.label = head;
  }
}

function stack(table) {
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")])
    if (roleOf(part)) part.setAttribute("role", roleOf(part));
  const heads = headsOf(table);
  for (const body of table.tBodies) for (const row of body.rows) nameRow(row, heads);
  table.classList.add("stacked");
}

/** The line that says so, above the area that goes on sideways; made when it is first needed. */
function sideways(area, on) {
  let line = area.previousElementSibling?.matches(".sideways") ? area.previousElementSibling : null;
  if (!line && on) {
    line = document.createElement("p");
    line.className = "sideways";
    line.lang = document.documentElement.lang;
    line.textContent = document.body.dataset.sideways;
    area.before(line);
  }
  if (line) line.hidden = !on;
}

function fit(area) {
  const table = area.querySelector(":scope > .tbl");
  const over = () => NARROW.matches && area.clientWidth > 0 && area.scrollWidth > area.clientWidth + 1;
  table?.classList.remove("stacked");
  if (table && !table.matches(STAYS) && !area.matches(".chartdata") && over()) stack(table);
  sideways(area, over());
}

/** A change of width alone asks for another look: the height changes by the look itself. */
const widths = new WeakMap();
const watch = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    const width = `${innerWidth} ${target.clientWidth}`;
    if (widths.get(target) === width) continue;
    widths.set(target, width);
    fit(target);
  }
});
function dressTables(part) {
  for (const area of part.querySelectorAll(".scroll:not(.scroll .scroll)")) watch.observe(area);
}
dressTables(document);
document.addEventListener("htmx:load", (event) => dressTables(event.detail.elt.parentElement ?? event.detail.elt));

// A calendar beside a field for a day: the field stays the master, what is typed there is where the calendar opens, and
// what is chosen is written there as it would be typed. Weeks begin on Monday. Without this script one types.
"use strict";

{
  const lang = document.documentElement.lang;
  const shell = document.getElementById("calendar");
  const heading = shell.querySelector("h2");
  const grid = shell.querySelector("tbody");
  const [back, on] = shell.querySelectorAll("[data-months]");
  const DAY = 864e5;
  let field = null; // that the calendar is open for
  let at = null; // the day that has the focus

  // Days are counted in UTC: none of them has 23 or 25 hours.
  const day = (year, month, number) => new Date(Date.UTC(year, month, number));
  const said = (date, how) => date.toLocaleDateString(lang, { timeZone: "UTC", ...how });
  const iso = (date) => date.toISOString().slice(0, 10);
  const onward = (date, count) => new Date(date.getTime() + count * DAY);
  const sinceMonday = (date) => (date.getUTCDay() + 6) % 7;
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const small = (words) => words.replace(/^Thứ/, "thứ").replace("Nhật", "nhật");

  /** The same day of another month; its last one where that is shorter. */
  function monthsOnward(date, count) {
    const first = day(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
    const last = day(first.getUTCFullYear(), first.getUTCMonth() + 1, 0).getUTCDate();
    return onward(first, Math.min(date.getUTCDate(), last) - 1);
  }

  /** The day that stands in a field; null where it is none. */
  function typed(text) {
    const found =
      /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
    const other = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
    const [year, month, number] = found ? [found[3], found[2], found[1]] : other ? other.slice(1) : [];
    const date = day(Number(year), month - 1, Number(number));
    return date.getUTCDate() === Number(number) && date.getUTCMonth() === month - 1 ? date : null;
  }

  /** As days are written here: 05/02/2026, 15/9/2026. */
  function written(date) {
    const month = date.getUTCMonth() + 1;
    const two = (number) => String(number).padStart(2, "0");
    return `${two(date.getUTCDate())}/${month < 3 ? two(month) : month}/${date.getUTCFullYear()}`;
  }

  function draw() {
    const first = day(at.getUTCFullYear(), at.getUTCMonth(), 1);
    const [chosen, today] = [typed(field.value), document.body.dataset.today];
    heading.textContent = capital(said(first, { month: "long", year: "numeric" }));
    grid.replaceChildren();
    for (let monday = onward(first, -sinceMonday(first)), week = 0; week < 6; week++, monday = onward(monday, 7)) {
      const row = grid.insertRow();
      for (let number = 0; number < 7; number++) {
        const [date, cell, button] = [onward(monday, number), row.insertCell(), document.createElement("button")];
        button.type = "button";
        button.textContent = date.getUTCDate();
        button.dataset.day = iso(date);
        button.tabIndex = iso(date) === iso(at) ? 0 : -1;
        const name = small(said(date, { weekday: "long", day: "numeric", month: "numeric", year: "numeric" }));
        button.setAttribute("aria-label", name);
        button.classList.toggle("beyond", date.getUTCMonth() !== first.getUTCMonth());
        if (iso(date) === today) button.setAttribute("aria-current", "date");
        button.setAttribute("aria-pressed", String(chosen !== null && iso(chosen) === iso(date)));
        cell.append(button);
      }
    }
  }

  function go(date) {
    at = date;
    draw();
    grid.querySelector("[tabindex='0']").focus();
  }

  function open(input) {
    field = input;
    at = typed(input.value) ?? new Date(`${document.body.dataset.today}T00:00:00Z`);
    draw();
    shell.showModal();
    const { left, bottom, top } = input.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = shell;
    const below = bottom + 4 + height <= innerHeight || top < height;
    shell.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    shell.style.top = `${Math.max(8, Math.min(below ? bottom + 4 : top - height - 4, innerHeight - height - 8))}px`;
    grid.querySelector("[tabindex='0']").focus();
  }

  function choose(date) {
    field.value = written(date);
    shell.close();
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  const MOVES = {
    ArrowLeft: () => onward(at, -1),
    ArrowRight: () => onward(at, 1),
    ArrowUp: () => onward(at, -7),
    ArrowDown: () => onward(at, 7),
    Home: () => onward(at, -sinceMonday(at)),
    End: () => onward(at, 6 - sinceMonday(at)),
    PageUp: (event) => monthsOnward(at, event.shiftKey ? -12 : -1),
    PageDown: (event) => monthsOnward(at, event.shiftKey ? 12 : 1),
  };
  grid.addEventListener("keydown", (event) => {
    if (!MOVES[event.key]) return;
    event.preventDefault();
    go(MOVES[event.key](event));
  });
  grid.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) choose(new Date(`${button.dataset.day}T00:00:00Z`));
  });
  for (const [button, count] of [[back, -1], [on, 1]])
    button.addEventListener("click", () => {
      at = monthsOnward(at, count);
      draw();
    });
  shell.addEventListener("close", () => field.focus());
  shell.addEventListener("click", (event) => {
    if (event.target === shell) shell.close(); // beside the calendar
  });
  const week = onward(day(2024, 0, 1), 0); // a Monday
  shell.querySelectorAll("th").forEach((head, number) => {
    head.textContent = said(onward(week, number), { weekday: lang === "vi" ? "narrow" : "short" });
    head.abbr = said(onward(week, number), { weekday: "long" });
  });

  /** Beside a day that is typed stands the day of the week that it is. */
  function tellWeekday(input) {
    const date = typed(input.value);
    const after = input.closest(".daybox") ?? input;
    let line = after.nextElementSibling;
    if (!line?.matches(".weekday")) {
      line = document.createElement("span");
      line.className = "hint weekday";
      line.setAttribute("role", "status");
      after.after(line);
    }
    line.textContent = date ? small(said(date, { weekday: "long" })) : "";
  }

  function dress(part) {
    for (const input of part.querySelectorAll(".in.day:not([data-dressed])")) {
      input.dataset.dressed = "";
      const button = input.parentElement.querySelector(".daypick");
      button.hidden = false;
      button.addEventListener("click", () => open(input));
      input.addEventListener("keydown", (event) => {
        if (event.key !== "ArrowDown" || !event.altKey) return;
        event.preventDefault();
        open(input);
      });
      if (!input.closest(".field")) continue;
      tellWeekday(input);
      input.addEventListener("change", () => tellWeekday(input));
    }
  }
  dress(document);
  document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
}

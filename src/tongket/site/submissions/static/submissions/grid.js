// The form as a grid: keys of a spreadsheet, saving as one types, and nothing typed lost when the line is cut.
"use strict";

(() => {
  const grid = document.getElementById("grid");
  if (!grid) return;
  const words = grid.dataset;
  const store = `tongket-form-${words.key}`;
  const boxes = () => [...grid.querySelectorAll("td[data-place] input")];
  const writable = () => boxes().filter((box) => !box.readOnly && box.offsetParent !== null);
  const cellOf = (box) => box.closest("td");
  const of = (place) => boxes().filter((box) => cellOf(box).dataset.place === place);
  const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const shown = new Map(boxes().map((box) => [cellOf(box).dataset.place, box.value]));
  const done = [];
  const undone = [];
  // place -> {text, confirm, version}: kept in the browser until the server has said that it has it; the version is that
  // of the value that the writer saw, so that what a closed page left behind overwrites nothing that came after it.
  let waiting = new Map();
  let sending = false;
  let leaving = null; // the form of the button that sends the report, once it was pressed
  let pause = 0;
  let timer = 0;
  let checking = 0;
  let followed = false;

  // --- saving ---------------------------------------------------------------------------------------------------
  function keep() {
    try {
      if (waiting.size) localStorage.setItem(store, JSON.stringify([...waiting]));
      else localStorage.removeItem(store);
    } catch { /* a browser without room for it still saves over the line */ }
  }

  function put(place, text, confirm = false, version = Number(cellOf(of(place)[0]).dataset.version)) {
    for (const box of of(place)) {
      if (document.activeElement !== box || box.value !== text) box.value = text;
      cellOf(box).dataset.state = "saving";
    }
    waiting.set(place, { text, confirm, version });
    keep();
    say(words.saving);
    clearTimeout(timer);
    timer = setTimeout(flush, 400);
  }

  async function flush() {
    if (sending || !waiting.size) return;
    sending = true;
    const batch = [...waiting].slice(0, 500);
    const cells = batch.map(([place, one]) => ({ place, ...one }));
    const form = batch.length === waiting.size ? leaving : null; // the last of them go with the sending
    try {
      const save = () => fetch(form ? form.action : words.save, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify(form ? { edition: Number(form.elements.edition.value), cells } : { cells }),
      });
      let answer = await save();
      if (answer.status === 403 && (await renewToken())) answer = await save();
      const out = answer.redirected || answer.status === 403 || answer.status === 404; // signed out, or no right any more
      if (out) throw new Error(words.away, { cause: "said" });
      if (!answer.ok && ![400, 409, 422, 507].includes(answer.status)) throw new Error(String(answer.status));
      const told = await answer.json();
      if (told.again) throw new Error(told.error, { cause: "said" });
      if (form) leaving = null;
      if (answer.status === 409) throw new Error(told.error, { cause: "said" }); // the cells are saved by themselves
      if (told.sent) {
        for (const [place, sent] of batch) if (waiting.get(place)?.text === sent.text) waiting.delete(place);
        keep();
        location.assign(told.sent);
        return;
      }
      if (told.error && !told.cells) {
        for (const [place, sent] of batch) refused(place, sent, told.error);
        say(told.error);
      } else {
        for (const one of told.cells) taken(one, batch);
        const at = new Date(told.at);
        if (told.cells.some(leftOut)) say(words.unsaved);
        else say(words.saved.replace("{time}", at.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })));
        clearTimeout(checking);
        checking = setTimeout(check, 1500);
      }
      pause = 0;
      keep();
      if (told.error && told.cells) notSent(form, told);
    } catch (error) {
      pause = Math.min(30000, pause ? pause * 2 : 2000);
      say(error.cause === "said" ? error.message : words.offline);
      timer = setTimeout(flush, pause);
      sending = false;
      return;
    }
    sending = false;
    if (waiting.size) flush();
  }

  function leftOut(one) {
    return one.state === "conflict" || one.state === "locked";
  }

  // The cells are saved, and the report is not sent: where nobody else was faster in a cell, the whole page says why.
  function notSent(form, told) {
    if (told.cells.some(leftOut)) say(told.error);
    else setTimeout(() => form.requestSubmit());
  }

  function refused(place, sent, why) {
    if (waiting.get(place)?.text === sent.text) waiting.delete(place);
    for (const box of of(place)) mark(cellOf(box), { state: "invalid", place, note: why });
  }

  function taken(one, batch) {
    const sent = batch.find(([place]) => place === one.place)[1];
    const now = waiting.get(one.place);
    const again = now && now.text !== sent.text; // typed on while the line was busy
    if (again) now.version = one.version;
    else waiting.delete(one.place);
    for (const box of of(one.place)) {
      const cell = cellOf(box);
      cell.dataset.version = one.version;
      if (again) continue;
      mark(cell, one);
      const typing = document.activeElement === box;
      if (typing ? one.state === "saved" && box.value.trim() === sent.text : true) box.value = one.shown; // never over what is typed now
    }
    if (one.state === "conflict") {
      note(one.place, words.conflict.replace("{shown}", one.shown).replace("{typed}", sent.text));
    } else if (one.state === "locked" && sent.text.trim() !== one.shown) {
      note(one.place, `${one.note} ${words.typed.replace("{typed}", sent.text)}`);
    }
    if (!again) shown.set(one.place, one.state === "invalid" ? sent.text : one.shown);
    counts();
  }

  function mark(cell, one) {
    const look = { saved: "saved", invalid: "invalid", conflict: "invalid", locked: "locked" }[one.state];
    cell.dataset.state = look;
    delete cell.dataset.meter;
    const sign = cell.querySelector(".m");
    if (sign) sign.textContent = look === "invalid" ? "!" : look === "saved" ? "✓" : "";
    const box = cell.querySelector("input");
    box.toggleAttribute("aria-invalid", look === "invalid");
    unsaid(cell);
    if (one.note) note(one.place, one.note);
    if (look === "saved") setTimeout(() => { if (cell.dataset.state === "saved") { cell.dataset.state = one.shown ? "" : "missing"; if (sign) sign.textContent = ""; } }, 2000);
  }

  function unsaid(cell) {
    for (const line of cell.parentElement.querySelectorAll("[data-note]")) {
      if (line.dataset.note === cell.dataset.place) line.remove();
    }
  }

  // Below the label of the row, so that it covers no cell that is typed into next.
  function note(place, text) {
    const cell = cellOf(of(place)[0]);
    const row = cell.parentElement;
    unsaid(cell);
    const line = document.createElement("span");
    line.className = "rownote";
    line.dataset.note = place;
    line.id = `note-${place.replace(/[^\w-]/g, "-")}`;
    const several = row.querySelectorAll("td[data-place]").length > 1;
    line.textContent = several ? `${cell.querySelector(".lab").textContent}: ${text}` : text;
    row.querySelector("th").append(line);
    cell.querySelector("input").setAttribute("aria-describedby", line.id);
  }

  function counts() {
    const filled = new Set(boxes().filter((box) => box.value && cellOf(box).dataset.state !== "invalid").map((box) => cellOf(box).dataset.place));
    document.getElementById("filled").textContent = filled.size;
  }

  function say(text) {
    const line = document.getElementById("saved");
    if (line.textContent !== text) line.textContent = text;
  }

  function check() {
    if (waiting.size || document.querySelector("#findings textarea:focus")) return;
    htmx.ajax("POST", words.check, { target: "#findings" });
  }

  // --- changes that can be undone ---------------------------------------------------------------------------------
  function change(cells, confirm = false) {
    const story = cells.map(([place, text]) => [place, shown.get(place) ?? "", text]);
    done.push(story);
    undone.length = 0;
    for (const [place, , text] of story) {
      shown.set(place, text);
      put(place, text, confirm);
    }
  }

  function turn(from, to, at) {
    const story = from.pop();
    if (!story) return;
    to.push(story);
    for (const step of story) {
      shown.set(step[0], step[at]);
      put(step[0], step[at]);
    }
  }

  function commit(box) {
    const place = cellOf(box).dataset.place;
    if (box.value.trim() !== (shown.get(place) ?? "")) change([[place, box.value.trim()]]);
  }

  // --- moving -----------------------------------------------------------------------------------------------------
  function beside(box, step) {
    const all = writable();
    all[all.indexOf(box) + step]?.focus();
  }

  function below(box, step) {
    const cell = cellOf(box);
    const column = cell.cellIndex;
    let row = cell.parentElement;
    while ((row = step > 0 ? next(row) : before(row))) {
      const target = row.cells[column]?.querySelector("input");
      if (target && !target.readOnly) return target;
    }
    return null;
  }
  const next = (row) => row.nextElementSibling ?? near(row, 1);
  const before = (row) => row.previousElementSibling ?? near(row, -1);
  function near(row, step) {
    const tables = [...grid.querySelectorAll("table.grid")];
    const table = tables[tables.indexOf(row.closest("table")) + step];
    if (!table) return null;
    const rows = table.tBodies[0].rows;
    return rows[step > 0 ? 0 : rows.length - 1];
  }

  function wrong(step) {
    const all = writable().filter((box) => cellOf(box).matches('[data-state="invalid"], [data-state="returned"], .has-error'));
    const here = all.indexOf(document.activeElement);
    (all[here + step] ?? all[step > 0 ? 0 : all.length - 1])?.focus();
  }

  function confirmed(box) {
    const cell = cellOf(box);
    if (cell.dataset.meter) {
      delete cell.dataset.meter;
      put(cell.dataset.place, box.value, true);
    }
    const rest = writable().filter((one) => cellOf(one).dataset.meter);
    (rest.find((one) => box.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? rest[0])?.focus();
    if (!rest.length) document.getElementById("read")?.remove();
  }

  function details(box) {
    followed = true;
    const place = encodeURIComponent(cellOf(box).dataset.place);
    htmx.ajax("GET", `${words.cell}?place=${place}`, { target: "#cell" });
  }

  grid.addEventListener("keydown", (event) => {
    const box = event.target;
    if (!box.matches("td[data-place] input")) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const edited = box.dataset.editing === "1";
    const go = (target) => { if (target) { event.preventDefault(); commit(box); target.focus(); } };
    if (event.key === "F8") { event.preventDefault(); commit(box); wrong(event.shiftKey ? -1 : 1); return; }
    if (event.key === "F2") { event.preventDefault(); box.dataset.editing = "1"; box.setSelectionRange(box.value.length, box.value.length); return; }
    if (event.key === "Escape") { box.value = shown.get(cellOf(box).dataset.place) ?? ""; delete box.dataset.editing; return; }
    if (event.ctrlKey && event.key === "Enter") { event.preventDefault(); details(box); return; }
    if (event.altKey && event.key === "Enter") { event.preventDefault(); commit(box); confirmed(box); return; }
    if (event.ctrlKey && event.key.toLowerCase() === "d") {
      event.preventDefault();
      const above = below(box, -1);
      if (above && !box.readOnly) change([[cellOf(box).dataset.place, above.value]]);
      return;
    }
    if (event.ctrlKey && event.key.toLowerCase() === "s") { event.preventDefault(); commit(box); clearTimeout(timer); flush(); return; }
    if (event.ctrlKey && event.key.toLowerCase() === "z") { event.preventDefault(); commit(box); turn(done, undone, 1); return; }
    if (event.ctrlKey && event.key.toLowerCase() === "y") { event.preventDefault(); turn(undone, done, 2); return; }
    if (event.key === "Enter" && plain) { go(below(box, event.shiftKey ? -1 : 1)); return; }
    if (event.key === "ArrowDown" && plain) { go(below(box, 1)); return; }
    if (event.key === "ArrowUp" && plain) { go(below(box, -1)); return; }
    if (!plain || edited) return;
    if (event.key === "ArrowLeft" && box.selectionStart === 0) { event.preventDefault(); commit(box); beside(box, -1); }
    if (event.key === "ArrowRight" && box.selectionEnd === box.value.length) { event.preventDefault(); commit(box); beside(box, 1); }
  });

  grid.addEventListener("focusin", (event) => {
    if (!event.target.matches("td[data-place] input")) return;
    grid.querySelector("td.active")?.classList.remove("active");
    cellOf(event.target).classList.add("active");
    event.target.select();
    if (followed) details(event.target);
  });
  grid.addEventListener("focusout", (event) => {
    if (!event.target.matches("td[data-place] input") || event.target.readOnly) return;
    delete event.target.dataset.editing;
    commit(event.target);
  });
  grid.addEventListener("dblclick", (event) => {
    const box = event.target.closest("td[data-place]")?.querySelector("input");
    if (box) details(box);
  });
  let typing = 0;
  grid.addEventListener("input", (event) => {
    if (!event.target.matches("td[data-place] input")) return;
    clearTimeout(typing);
    typing = setTimeout(() => commit(event.target), 900);
  });

  // --- a block from Excel -----------------------------------------------------------------------------------------
  grid.addEventListener("paste", (event) => {
    const box = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!box.matches("td[data-place] input") || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const rows = text.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    const block = [];
    let at = box;
    for (const row of rows) {
      if (!at) break;
      const line = [...cellOf(at).parentElement.querySelectorAll("td[data-place] input")];
      const first = line.indexOf(at);
      row.forEach((value, offset) => {
        const target = line[first + offset];
        if (target && !target.readOnly) block.push([cellOf(target).dataset.place, value.trim()]);
      });
      at = below(at, 1);
    }
    if (block.length) ask(block.length === 1 ? words.pasteOne : words.paste.replace("{count}", block.length), block);
  });

  function ask(question, block) {
    const dialog = document.createElement("dialog");
    dialog.className = "ask";
    const head = document.createElement("h2");
    head.textContent = question;
    const list = document.createElement("p");
    list.className = "soft";
    list.textContent = block.slice(0, 12).map(([place, value]) => `${of(place)[0].getAttribute("aria-label").split(",")[0]}: ${value}`).join("; ");
    const no = document.createElement("button");
    const yes = document.createElement("button");
    no.className = "btn";
    yes.className = "btn main";
    no.textContent = words.no;
    yes.textContent = words.yes;
    no.onclick = () => dialog.close();
    yes.onclick = () => { change(block); dialog.close(); };
    dialog.onclose = () => { dialog.remove(); of(block[0][0])[0].focus(); };
    const actions = document.createElement("p");
    actions.className = "actions";
    actions.append(no, yes);
    dialog.append(head, list, actions);
    document.body.append(dialog);
    dialog.showModal();
    yes.focus();
  }

  // --- findings, confirming, dropping ------------------------------------------------------------------------------
  function point() {
    for (const cell of grid.querySelectorAll("td.has-error")) cell.classList.remove("has-error");
    for (const line of document.querySelectorAll("#findings .finding.error[data-goto]")) {
      for (const box of of(line.dataset.goto)) cellOf(box).classList.add("has-error");
    }
    const count = document.querySelector("#findings .count.wrong");
    const errors = document.getElementById("errors");
    errors.textContent = count ? count.textContent : "";
    errors.hidden = !count;
  }
  document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target.id === "findings") point(); });
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".finding");
    if (line) {
      event.preventDefault();
      const box = line.dataset.goto && of(line.dataset.goto)[0];
      if (box) { box.scrollIntoView({ block: "center" }); box.focus(); }
    }
    if (event.target.id === "confirm-next") { const first = writable().find((box) => cellOf(box).dataset.meter); if (first) { details(first); first.focus(); } }
    if (event.target.id === "confirm-all") {
      for (const box of writable().filter((one) => cellOf(one).dataset.meter)) { delete cellOf(box).dataset.meter; put(cellOf(box).dataset.place, box.value, true); }
      document.getElementById("read")?.remove();
    }
  });

  const drop = document.getElementById("upload");
  if (drop) {
    for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      drop.querySelector("input[type=file]").files = event.dataTransfer.files;
      drop.requestSubmit();
    });
  }

  // What is not saved yet goes with the sending; what is being saved is waited for.
  document.getElementById("send")?.addEventListener("submit", (event) => {
    if (document.activeElement?.matches("td[data-place] input")) commit(document.activeElement);
    if (!waiting.size) return;
    event.preventDefault();
    leaving = event.target;
    const wait = setInterval(() => {
      if (leaving && (waiting.size || sending)) return;
      clearInterval(wait);
      if (leaving) leaving.requestSubmit();
    }, 200);
    clearTimeout(timer);
    flush();
  });
  window.addEventListener("online", () => { clearTimeout(timer); flush(); });
  window.addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });

  // What a cut line or a closed page left behind.
  try {
    const left = JSON.parse(localStorage.getItem(store) ?? "[]").filter(([place]) => of(place).length);
    for (const [place, one] of left) if (of(place)[0].value !== one.text) put(place, one.text, one.confirm, one.version);
  } catch { /* nothing that could be read */ }
  point();
})();

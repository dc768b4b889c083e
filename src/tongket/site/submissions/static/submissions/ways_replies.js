// A folder of replies goes up in parts, so that a line that is cut loses none of them and the page says how far it is.
// Without this script all of it goes in one request.
"use strict";

{
  const form = document.getElementById("drop");
  const inputs = [...form.querySelectorAll("input[type=file]")];
  const line = document.getElementById("dropped");
  const [words, bar] = [line.querySelector("p"), line.querySelector("progress")];
  const [MOST, SIZE] = [25, 8 << 20]; // files and bytes of one part
  const WAITS = [1, 3, 10, 30]; // seconds before a part is tried again
  const before = []; // uploads of the parts that are there
  let parts = null; // that are still to go
  let [key, all, done] = ["", 0, 0];

  function divided(files) {
    const found = [];
    let [some, size] = [[], 0];
    for (const file of files) {
      if (some.length && (some.length === MOST || size + file.size > SIZE)) {
        found.push(some);
        [some, size] = [[], 0];
      }
      some.push(file);
      size += file.size;
    }
    return some.length ? [...found, some] : found;
  }

  function tell(text) {
    line.hidden = false;
    words.textContent = text;
    [bar.max, bar.value] = [all, done];
  }

  async function sent(part, number) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("part", `${key}-${number}`);
    for (const file of part) body.append("files", file, file.name);
    for (let tried = 0; ; tried++) {
      try {
        const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
        const said = await answer.json();
        if (answer.ok) return said.uploads;
        throw Object.assign(new Error(said.error), { final: true });
      } catch (error) {
        if (error.final || tried === WAITS.length) throw error;
        tell(line.dataset.waiting.replace("{done}", done).replace("{total}", all));
        await new Promise((go) => setTimeout(go, WAITS[tried] * 1000));
      }
    }
  }

  async function sendAll() {
    for (const part of parts.slice()) {
      tell(line.dataset.going.replace("{done}", done).replace("{total}", all));
      before.push(...(await sent(part, all - done)));
      parts.shift();
      done += part.length;
    }
    tell(line.dataset.going.replace("{done}", done).replace("{total}", all));
    for (const input of inputs) input.disabled = true;
    form.elements.before.value = before.join(",");
    form.submit();
  }

  for (const input of inputs)
    input.addEventListener("change", () => {
      parts = null; // another folder
      before.length = 0;
    });
  form.addEventListener("submit", async (event) => {
    const files = inputs.flatMap((input) => [...input.files]);
    if (files.length <= MOST && !parts) return;
    event.preventDefault();
    if (form.dataset.going) return;
    form.dataset.going = "1";
    if (!parts) {
      [parts, key, all, done] = [divided(files), crypto.getRandomValues(new Uint32Array(2)).join("-"), files.length, 0];
      before.length = 0;
    }
    try {
      await sendAll();
    } catch (error) {
      tell(error.final ? error.message : line.dataset.stopped.replace("{done}", done).replace("{total}", all));
      delete form.dataset.going;
      delete form.dataset.sent;
    }
  });
}

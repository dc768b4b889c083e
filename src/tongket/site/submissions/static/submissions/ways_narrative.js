// The text of the report: saved as it is written, pasted from Word clean, never lost when the line is cut.
(() => {
  const whole = document.querySelector(".narrative");
  if (!whole) return;
  const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const post = async (url, body, type) => {
    const send = () => fetch(url, { method: "POST", headers: { "Content-Type": type, "X-CSRFToken": token() }, body });
    const answer = await send();
    return answer.status === 403 && (await renewToken()) ? send() : answer;
  };
  const unsaved = new Set();

  const count = () => {
    let all = 0;
    const total = document.getElementById("words");
    const said = (words) => (words === 1 ? total.dataset.one : total.dataset.words.replace("{count}", words));
    for (const prose of whole.querySelectorAll(".prose")) {
      const words = prose.innerText.split(/\s+/).filter(Boolean).length;
      all += words;
      prose.parentElement.querySelector("[data-count]").textContent = said(words);
    }
    total.textContent = said(all);
  };

  // By ranges: execCommand("insertHTML") puts style attributes in, which the page's policy forbids.
  const insert = (prose, clean) => {
    const holder = document.createElement("template");
    holder.innerHTML = clean;
    const nodes = [...holder.content.childNodes];
    const selection = getSelection();
    if (!nodes.length || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    range.deleteContents();
    const last = nodes[nodes.length - 1];
    let block = range.startContainer;
    while (block && block !== prose && block.parentNode !== prose) block = block.parentNode;
    const blocks = nodes.some((node) => node.nodeType === 1 && /^(P|UL|OL|TABLE)$/.test(node.tagName));
    if (blocks && block && block !== prose && block.nodeType === 1) {
      block.after(holder.content);
      if (!block.textContent.trim()) block.remove();
    } else {
      range.insertNode(holder.content);
    }
    range.selectNodeContents(last);
    range.collapse(false);
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const start = (part) => {
    const prose = part.querySelector(".prose");
    if (!prose.isContentEditable) return;
    const state = part.querySelector(".state");
    const clash = part.querySelector(".clash");
    const key = `narrative:${whole.dataset.key}:${part.dataset.section}`;
    let timer = 0;
    let busy = false;
    let again = false;

    const say = (words) => { state.textContent = words; };

    const save = async () => {
      if (busy) { again = true; return; }
      busy = true;
      again = false;
      say(whole.dataset.saving);
      const sent = prose.innerHTML;
      try {
        const body = JSON.stringify({ section: part.dataset.section, html: sent, version: Number(part.dataset.version) });
        const answer = await post(whole.dataset.write, body, "application/json");
        const told = await answer.json();
        if (answer.ok) {
          part.dataset.version = told.version;
          const from = part.querySelector(".from");
          if (from) from.remove();
          if (prose.innerHTML === sent) { localStorage.removeItem(key); unsaved.delete(part); }
          say(whole.dataset.saved);
        } else if (answer.status === 409) {
          part.dataset.theirs = told.version;
          clash.querySelector(".theirs").innerHTML = told.html;
          clash.hidden = false;
          say("");
        } else {
          say(told.error);
        }
      } catch {
        say(whole.dataset.offline);
        timer = setTimeout(save, 4000);
      }
      busy = false;
      if (again) save();
    };

    const changed = () => {
      unsaved.add(part);
      try { localStorage.setItem(key, prose.innerHTML); } catch { /* no room: the line is all there is */ }
      count();
      clearTimeout(timer);
      timer = setTimeout(save, 900);
    };

    prose.addEventListener("input", changed);
    prose.addEventListener("blur", () => { if (unsaved.has(part)) { clearTimeout(timer); save(); } });
    prose.addEventListener("paste", async (event) => {
      const pasted = event.clipboardData.getData("text/html");
      event.preventDefault();
      if (!pasted) {
        document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
        return;
      }
      let clean = "";
      try {
        clean = (await (await post(whole.dataset.clean, pasted, "text/html; charset=utf-8")).json()).html;
      } catch {
        document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
        return;
      }
      prose.focus();
      insert(prose, clean);
      changed();
    });
    prose.addEventListener("drop", (event) => event.preventDefault());
    for (const button of part.querySelectorAll("[data-command]")) {
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        prose.focus();
        document.execCommand(button.dataset.command);
        changed();
      });
    }
    for (const button of clash.querySelectorAll("[data-keep]")) {
      button.addEventListener("click", () => {
        part.dataset.version = part.dataset.theirs;
        if (button.dataset.keep === "theirs") prose.innerHTML = clash.querySelector(".theirs").innerHTML;
        clash.hidden = true;
        changed();
        prose.focus();
      });
    }
    const kept = localStorage.getItem(key);
    if (kept !== null && kept !== prose.innerHTML) {
      // Typed before the line or the browser was lost: cleaned again before it stands in the page.
      post(whole.dataset.clean, kept, "text/html; charset=utf-8").then((answer) => answer.json()).then((told) => {
        prose.innerHTML = told.html;
        changed();
      }).catch(() => {});
    }
  };

  document.execCommand("styleWithCSS", false, false);
  document.execCommand("defaultParagraphSeparator", false, "p");
  for (const part of whole.querySelectorAll(".chapter")) start(part);
  addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });
})();

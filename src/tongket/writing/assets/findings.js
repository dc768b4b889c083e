"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const reports = [...document.querySelectorAll(".report")].filter((one) => one.id !== "left-out");
  const apply = () => {
    const choice = new FormData(form);
    const severities = new Set(choice.getAll("severity"));
    const kind = choice.get("kind");
    const unit = choice.get("unit");
    const all = severities.size === 3 && !kind;
    let count = 0;
    for (const report of reports) {
      const mine = !unit || report.dataset.unit === unit;
      let left = 0;
      for (const finding of report.querySelectorAll(".finding")) {
        const fits = mine && severities.has(finding.dataset.severity) && (!kind || finding.dataset.kind === kind);
        finding.hidden = !fits;
        left += fits ? 1 : 0;
      }
      report.hidden = !mine || (left === 0 && !(all && report.querySelector(".clear")));
      count += left;
    }
    shown.textContent = `${count} ${shown.dataset.words}`;
    none.hidden = count > 0;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();

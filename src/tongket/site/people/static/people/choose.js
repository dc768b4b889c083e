// Choosing a unit from the list below its field: the name stands in the field, and the list goes.
"use strict";

document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-take]");
  if (!choice) return;
  const field = choice.closest(".field").querySelector("input");
  field.value = choice.dataset.name;
  field.dataset.unit = choice.dataset.take;
  choice.closest(".field").querySelector("#unit-choice").textContent = "";
  field.focus();
});

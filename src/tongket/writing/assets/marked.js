"use strict";
(() => {
  const legend = document.getElementById("legend");
  const main = document.getElementById("main");
  legend.addEventListener("change", (event) => {
    main.classList.toggle(`without-${event.target.value}`, !event.target.checked);
  });
  legend.addEventListener("submit", (event) => event.preventDefault());
})();

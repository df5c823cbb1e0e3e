// On every page: what one person typed and did not save is not for the next one.

import { forget, forgetOthers, unsaved } from "./kept.js";

forgetOthers();

document.querySelector("form[action='/sign-out']")?.addEventListener("submit", (event) => {
  if (unsaved() && !confirm(event.target.dataset.unsaved)) {
    event.preventDefault();
    return;
  }
  forget();
  dispatchEvent(new Event("signed-out"));
});

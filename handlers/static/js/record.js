// A record's page: the list of its answers stands open beside them where there is
// room, follows what is written, and F8 goes from answer to answer.

const form = document.querySelector("form.cells");
const jump = document.querySelector(".jump");
const texts = [...form.querySelectorAll(".cell > textarea")];
const textOf = (node) => node?.closest?.(".cell")?.querySelector("textarea");

if (jump) {
  const list = jump.querySelector("details");
  const wide = matchMedia("(min-width: 64rem)");
  const fold = () => { list.open = wide.matches; };
  fold();
  wide.addEventListener("change", fold);
  jump.querySelector(".keys").hidden = false;
  jump.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) list.open = false;
  });

  form.addEventListener("focusin", (event) => {
    const here = textOf(event.target)?.id;
    for (const link of jump.querySelectorAll("a")) {
      if (link.hash === "#" + here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  });

  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const mark = jump.querySelector(`[data-of="${target.dataset.cell}"]`);
      if (!mark) continue;
      mark.textContent = target.dataset.state;
      mark.className = "label " + target.dataset.tone;
    }
  }).observe(form, { subtree: true, attributeFilter: ["data-state", "data-tone"] });
}

// How long a text is is said where it comes near what can be kept.
form.addEventListener("input", ({ target }) => {
  const most = form.dataset.most;
  if (target.localName !== "textarea") return;
  let said = target.parentElement.querySelector(".length");
  if (target.value.length < most * 0.9) return said?.remove();
  if (!said) {
    said = document.createElement("p");
    said.className = "hint length";
    target.after(said);
  }
  said.textContent = form.dataset.length.replace("#", new Intl.NumberFormat(document.documentElement.lang).format(target.value.length));
});

// next is the answer behind or before the one in which somebody is.
function next(step) {
  const at = texts.indexOf(textOf(document.activeElement));
  return texts[at < 0 ? (step > 0 ? 0 : texts.length - 1) : at + step];
}

addEventListener("keydown", (event) => {
  if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
  const to = next(event.shiftKey ? -1 : 1);
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.closest(".cell").scrollIntoView({ block: "start" });
});

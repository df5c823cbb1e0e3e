// Who else has this response open, and what they save, without a reload. Nothing
// changes under what is typed and not saved.

const root = document.getElementById("live");
const [line, heard] = root.children;
const form = document.querySelector("form.cells");
const cells = form && await import("./cells.js").catch(() => null);
const record = new URL(root.dataset.events, location).searchParams.get("record");
const page = [...crypto.getRandomValues(new Uint8Array(9))].map((n) => n.toString(36).padStart(2, "0")).join("");
const find = (id) => document.getElementById(id);
const version = (cell) => Number(find("cell-" + cell)?.querySelector('[name$=".version"]')?.value ?? Infinity);
const made = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

// Where we are.
let told, telling;
const here = () => document.activeElement?.closest("[data-cell]")?.dataset.cell ?? "";
const body = (more) => new URLSearchParams({ page, record: record ?? "", cell: told, ...more });

function tell() {
  told = here();
  fetch(root.dataset.here, { method: "POST", body: body() }).catch(() => {}); // the next one may arrive
}

for (const focus of ["focusin", "focusout"]) {
  addEventListener(focus, () => {
    clearTimeout(telling);
    telling = setTimeout(() => { if (here() !== told) tell(); }, 400);
    if (behind) refresh();
  });
}

// Where the others are.
let others = {};

function show(now) {
  line.hidden = !now.line;
  line.textContent = now.line;
  for (const mark of document.querySelectorAll(".here")) mark.remove();
  for (const [id, words] of Object.entries((form ? now.cells : now.records) ?? {})) {
    const mark = made("p", "here", words);
    if (form) find("cell-" + id)?.before(mark);
    else find(id)?.append(mark);
    if (form && id === here() && words !== others.cells?.[id]) heard.textContent = words;
  }
  others = now;
}

// What is stored by now. What comes in one breath is looked at once.
let looking, behind;

function refresh() {
  behind = false;
  looking ??= new Promise((done) => setTimeout(done, 150)).then(() => {
    looking = null;
    return form ? cells?.showAll() : list();
  }).catch(() => {}); // what the page says is not wrong, only older
  return looking;
}

async function list() {
  const answer = await fetch(location.pathname);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = others;
  show({});
  if (answer.ok) renew(root.parentNode, fresh.querySelector("main"));
  show(now);
}

const all = (node) => node.textContent + [...node.querySelectorAll("progress")].map((bar) => bar.value);
const own = (node) => [...node.childNodes].map((child) => child.data?.trim() ?? child.localName + child.id).join();
const typed = (node) => [...node.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);

// renew replaces as little as possible, and nothing that somebody is in.
function renew(old, fresh) {
  if (old === root || all(old) === all(fresh)) return;
  const by = [...fresh.children];
  if (by[0] && own(old) === own(fresh)) {
    [...old.children].forEach((child, i) => renew(child, by[i]));
  } else if (old.contains(document.activeElement) || typed(old)) {
    behind = true;
  } else {
    if (old.contains(root)) fresh.querySelector("#live").replaceWith(root);
    old.replaceWith(fresh);
  }
}

async function saved({ cell, version: is, done, waits }) {
  if (!form || !cell) return refresh();
  if (version(cell) >= is) return;
  await refresh();
  const note = made("p", "changed", version(cell) >= is ? done : waits);
  note.id = "changed-" + cell;
  find(note.id)?.remove();
  find("cell-" + cell).before(note);
  if (cell === here()) heard.textContent = note.textContent;
}

// What happens to the response, or to the record.
function moved({ words, locked }) {
  if (!words) return;
  const box = made("div", "refusal", "");
  box.role = "alert";
  box.append(made("p", "", words));
  root.querySelector(".refusal")?.remove();
  root.append(box);
  if (!form) refresh();
  else if (locked) cells?.close();
}

// How things are, when the line is there, or there again.
let before;

function now(state) {
  moved(state);
  if (before && !form || Object.entries(state.cells ?? {}).some(([cell, is]) => version(cell) < is)) refresh();
  before = true;
}

const acts = { here: show, now, moved, saved: (change) => setTimeout(saved, change.mine ? 3000 : 0, change) }; // mine is most often of this very page
let stream, opening;

function open() {
  clearTimeout(opening);
  if (stream?.readyState < 2) return;
  stream = new EventSource(root.dataset.events + "&page=" + page);
  for (const name in acts) stream.addEventListener(name, (event) => acts[name](JSON.parse(event.data)));
  stream.onerror = () => { // most often the browser tries again by itself
    if (stream.readyState === 2) opening = setTimeout(open, 30_000);
  };
}

function close() {
  clearTimeout(opening);
  stream?.close();
}

// A browser has few lines to a server: a page that nobody looks at keeps none.
addEventListener("visibilitychange", () => {
  clearTimeout(opening);
  if (document.hidden) opening = setTimeout(close, 10_000);
  else open();
});
addEventListener("pagehide", () => {
  close();
  navigator.sendBeacon(root.dataset.here, body({ gone: "yes" }));
});
addEventListener("pageshow", (event) => {
  if (event.persisted) { open(); tell(); }
});

if (!document.hidden) open();
tell();
setInterval(tell, 20_000);

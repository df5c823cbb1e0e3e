// Each cell saves by itself: half a second after the last key, and when it is
// left. What the server says of it is shown when nobody types in it. Without this
// file the page has its buttons to save.

import { drop, keep, kept } from "./kept.js";
import { signIn, words } from "./signin.js";

const form = document.querySelector("form.cells");
const [line, dialog] = document.getElementById("saving").content.cloneNode(true).children;
const pause = 500, patience = 10_000, longest = 10_000, small = 60_000; // milliseconds, and bytes a page may send while it closes
const parse = (text) => new DOMParser().parseFromString(text, "text/html");
const named = (box) => [...box.querySelectorAll("[name]:not(button)")];
const chosen = (field) => field.checked || !/^(radio|checkbox)$/.test(field.type);

let pressed = false; // a click is under way: nothing moves under it
let whole = null; // what the server said last of the whole page, not shown yet
let closed = false; // nothing can be saved any more
let leaving = false;
let away = 0; // how long to wait before trying again; 0: the server answers
let saved = line.dataset.byItself; // what was said last when all was well

class Cell {
  dirty = false; // something is typed that is not saved
  safe = true; // what is typed is kept in this browser
  trouble = ""; // why it cannot be saved as it is
  sending = Promise.resolve();
  busy = 0;

  constructor(box) {
    this.box = box;
    const name = box.dataset.cell;
    this.path = new URL(form.action).pathname + (name ? "/cells/" + name : "");
    this.text = name && box.querySelector("textarea");
  }

  // fields as the form would send them, with the button that was pressed.
  fields(button) {
    const all = new URLSearchParams(named(this.box).filter((f) => !f.disabled && chosen(f)).map((f) => [f.name, f.value]));
    if (button?.name) all.append(button.name, button.value);
    return all;
  }

  get raced() { return "raced" in this.box.dataset; }

  get typing() {
    const at = document.activeElement;
    return this.box.contains(at) && at.matches("textarea, input:not([type=radio], [type=checkbox])");
  }

  // touch notes that something was typed.
  touch(wait) {
    this.dirty = true;
    this.keep();
    clearTimeout(this.timer);
    if (!this.raced) this.timer = setTimeout(() => this.save(), wait);
    tell();
  }

  // keep it in this browser. Where two texts wait for a choice, it still starts
  // from the version it came from.
  keep() {
    const fields = this.fields();
    if (this.raced && this.began) for (const [name, value] of this.began) fields.set(name, value);
    this.safe = keep(this.path, fields.toString());
  }

  // save what is typed. One request is under way at a time; the next one goes
  // with the version that came back.
  save(button) {
    clearTimeout(this.timer);
    this.busy++;
    this.sending = this.sending.then(() => this.send(button)).catch(later).finally(() => { this.busy--; tell(); });
    tell();
    return this.sending;
  }

  async send(button) {
    if (closed || !button && (!this.dirty || this.raced)) return;
    const sent = this.fields(button);
    this.dirty = true;
    let answer, page;
    try {
      answer = await fetch(this.path, { method: "POST", body: sent, signal: AbortSignal.timeout(patience) });
      page = parse(await answer.text());
    } catch {
      return later();
    }
    if (answer.status >= 500) return later();
    if (answer.status === 401) return this.again(button);
    if (away) soon(0);
    away = 0;
    this.take(answer, page, sent, button);
  }

  async again(button) {
    this.trouble = line.dataset.signedOut;
    tell();
    if (!await signIn(dialog)) return;
    this.trouble = "";
    return this.send(button);
  }

  // take what the server says.
  take(answer, page, sent, button) {
    const fresh = page.getElementById(this.box.id);
    const said = page.getElementById("saved")?.textContent ?? (answer.ok ? "" : words(page));
    if (!fresh) {
      this.trouble = line.dataset.undone + " " + said;
      return;
    }
    this.trouble = answer.ok ? "" : said;
    if (answer.ok) {
      saved = said || line.dataset.saved;
      this.adopt(fresh, sent);
    } else if ("raced" in fresh.dataset) {
      this.began = named(this.box).filter((f) => f.type === "hidden").map((f) => [f.name, f.value]);
    }
    this.renew(answer.ok && this.dirty ? null : fresh, answer.ok ? this.fields() : sent, button);
    whole = page;
    settle(button);
    if (fresh.querySelector("textarea[readonly]")) close();
  }

  // adopt what is stored, but for what was typed since it was sent.
  adopt(fresh, sent, all) {
    const now = this.fields();
    this.dirty = named(this.box).some((f) => f.type !== "hidden" && now.get(f.name) !== sent.get(f.name));
    for (const field of named(fresh)) {
      const mine = named(this.box).find((f) => f.name === field.name && (f.type !== "radio" || f.value === field.value));
      const untouched = mine && now.get(field.name) === sent.get(field.name) && (all || mine !== document.activeElement);
      if (untouched && mine.checked !== field.checked) mine.checked = field.checked;
      if (untouched && mine.value !== field.value) mine.value = field.value;
    }
    drop(this.path, sent.toString());
    if (this.dirty) this.touch(pause);
  }

  // renew what stands around the text, when nobody types in it or somebody asked.
  // The text itself stays, so that its undoing stays too.
  renew(fresh = this.fresh, sent = this.of, asked = false) {
    [this.fresh, this.of] = [fresh, sent];
    if (!fresh || this.typing && !asked || pressed || named(this.box).some((f) => chosen(f) && f.value !== sent.get(f.name))) return;
    const at = this.box.contains(document.activeElement) && document.activeElement;
    const open = [...this.box.querySelectorAll("details")].map((d) => d.open);
    if (this.text) around(this.box, fresh, this.text, fresh.querySelector("textarea"));
    else this.box.replaceChildren(...fresh.childNodes);
    const details = [...this.box.querySelectorAll("details")];
    if (details.length === open.length) details.forEach((d, i) => { d.open ||= open[i]; });
    this.fresh = null;
    if (at && !at.isConnected) this.find(at)?.focus();
  }

  // find the field or button that stands where another stood.
  find(gone) {
    return [...this.box.querySelectorAll(gone.localName)].find((f) =>
      gone.id ? f.id === gone.id : f.name === gone.name && f.value === gone.value);
  }

  // restore what another visit of this page left unsaved.
  restore() {
    for (const [, fields] of kept(this.path)) {
      if (this.dirty) return; // the next one waits for the next visit
      const was = new URLSearchParams(fields);
      for (const field of named(this.box)) {
        if (/^(radio|checkbox)$/.test(field.type)) field.checked = was.getAll(field.name).includes(field.value);
        else if (was.has(field.name)) field.value = was.get(field.name);
      }
      drop(this.path, fields);
      this.touch(0);
    }
  }

  // show what is stored by now, if nothing is typed here.
  show(page) {
    const fresh = page.getElementById(this.box.id);
    if (!fresh || this.dirty) return;
    this.adopt(fresh, this.fields(), true);
    this.renew(fresh, this.fields());
  }
}

// around puts everything of a fresh element in the place of an old one, but for
// a field deep in it.
function around(old, fresh, field, its) {
  for (const { name } of [...old.attributes]) if (name !== "style" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (name !== "rows") old.setAttribute(name, value);
  if (old === field) return;
  const [stays, its_] = [[old, field], [fresh, its]].map(([box, f]) => [...box.children].find((c) => c.contains(f)));
  const all = [...fresh.childNodes], at = all.indexOf(its_);
  for (const child of [...old.childNodes]) if (child !== stays) child.remove();
  stays.before(...all.slice(0, at));
  stays.after(...all.slice(at + 1));
  around(stays, its_, field, its);
}

// settle shows what the page says of the whole, when nobody types or a cell was left.
function settle(left) {
  if (!whole || pressed || !left && cells.some((c) => c.typing)) return;
  for (const id of ["page-state", "page-summary", "record-name"]) {
    const [old, fresh] = [document.getElementById(id), whole.getElementById(id)];
    if (!old || !fresh || old.contains(document.activeElement) || old.innerHTML === fresh.innerHTML) continue;
    const open = old.querySelector("details")?.open;
    old.replaceWith(fresh);
    if (open === false) fresh.querySelector("details")?.removeAttribute("open");
  }
  whole = null;
}

// tell what is saved and what is not. Who hears it is told only what stays.
function tell() {
  const trouble = cells.find((c) => c.trouble)?.trouble;
  const unsafe = cells.some((c) => c.dirty && !c.safe);
  const wait = cells.some((c) => c.dirty || c.busy);
  const said = trouble || away && (unsafe ? line.dataset.unkept : line.dataset.away) || wait && line.dataset.saving || saved;
  const [seen, heard] = line.children;
  if (seen.textContent !== said) seen.textContent = said;
  line.hidden = !said;
  line.classList.toggle("bad", Boolean(trouble || away));
  if ((trouble || away || !wait) && heard.textContent !== said) heard.textContent = said;
}

let timer;

// later tries again, less and less often.
function later() {
  away = Math.min(away * 2 || 1000, longest);
  soon(away);
}

function soon(wait) {
  clearTimeout(timer);
  timer = setTimeout(saveAll, wait);
}

// saveAll saves what waits, and stops where nobody answers.
export async function saveAll() {
  clearTimeout(timer);
  for (const cell of cells) {
    if (!cell.dirty || cell.raced) continue;
    await cell.save();
    if (away) return; // and it is tried again
  }
}

// showAll shows what is stored by now, of another tab or of somebody else.
export async function showAll() {
  const page = parse(await fetch(location.pathname).then((answer) => answer.text(), () => "")); // else it is older, not wrong
  for (const cell of cells) cell.show(page);
  whole = page;
  settle();
}

// close the page: what was typed can be copied, and no more.
export function close() {
  closed = true;
  for (const field of form.elements) {
    if (field.matches("textarea, input")) field.readOnly = true;
    if (field.matches("select, button, [type=radio]")) field.disabled = true;
  }
}

// finish saves what waits, and then sends the form as it always was.
async function finish(button) {
  await new Promise((told) => setTimeout(told)); // a form that tells of its sending cannot be sent
  await saveAll();
  const stuck = cells.find((c) => c.dirty || c.raced);
  if (stuck) return (stuck.text ?? named(stuck.box)[0]).focus();
  if (button?.value === "stay" || leaving) return;
  leaving = true;
  form.requestSubmit(button);
}

const cells = [...form.querySelectorAll(".cell, .beside")].map((box) => new Cell(box));
const cellOf = (node) => cells.find((c) => c.box.contains(node));

form.addEventListener("input", (event) => cellOf(event.target)?.touch(pause));
form.addEventListener("change", (event) => { // of a text, it comes when it is left, saved or not
  const cell = cellOf(event.target);
  if (cell?.dirty) cell.touch(0);
});
form.addEventListener("focusout", (event) => {
  const cell = cellOf(event.target);
  if (cell?.dirty && !cell.raced) cell.save();
  setTimeout(() => { cell?.renew(); settle(true); });
});
form.addEventListener("submit", (event) => {
  if (leaving) return;
  event.preventDefault();
  const cell = cellOf(event.submitter);
  if (cell) cell.save(event.submitter);
  else finish(event.submitter);
});

addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => {
    pressed = false;
    for (const cell of cells) cell.renew();
    settle(true);
  }), true);
}
addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  saveAll();
});
addEventListener("online", () => soon(0));
addEventListener("signed-out", () => { leaving = true; });
addEventListener("beforeunload", (event) => {
  if (!leaving && cells.some((c) => c.dirty && !c.safe)) event.preventDefault();
});
addEventListener("pagehide", () => {
  for (const cell of cells) {
    const body = cell.fields();
    if (cell.dirty && !cell.raced && !leaving && !closed && body.toString().length < small) {
      fetch(cell.path, { method: "POST", body, keepalive: true }).catch(() => {}); // it is kept
    }
  }
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  leaving = false;
  showAll().then(saveAll);
});

form.autocomplete = "off"; // what the browser would bring back is older than what is stored or kept
const bar = form.querySelector(".bar");
for (const button of bar?.querySelectorAll("[value=stay]") ?? []) button.hidden = true;
if (!bar) saved = ""; // nothing can be written here
(bar && !matchMedia("(max-width: 40rem)").matches ? bar : form).append(line);
document.body.append(dialog);
for (const cell of cells) cell.restore();
if (document.querySelector("main [role=alert]")) { // it came back, because something could not be saved
  for (const cell of cells) cell.raced ? cell.dirty = true : cell.touch(0);
}
tell();

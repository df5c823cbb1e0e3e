// The task list in place: what its forms do is done without loading the page, and
// records can be dragged. Without this file each form loads the page anew.

const said = document.getElementById("said");

// act sends what a form would, and puts the list that comes back in place of this
// one. Where anything else comes back, otherwise shows it.
async function act(url, body, otherwise) {
  try {
    const answer = await fetch(url, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.getElementById("tasks");
    if (!answer.ok || !list) return otherwise();
    document.getElementById("tasks").replaceWith(list);
    document.querySelector(".notice")?.remove(); // of another act
    said.textContent = page.querySelector(".notice")?.textContent ?? list.querySelector(".gone .task-name")?.textContent ?? "";
    ready();
    list.querySelector("[autofocus]")?.focus();
  } catch {
    otherwise();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("#tasks") || !/\/(move|delete|restore)$/.test(form.action)) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  act(form.action, body, () => {
    if (event.submitter?.name) form.append(field(event.submitter.name, event.submitter.value));
    form.submit();
  });
});

function field(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

// A record is dragged by its row, to before or behind another, or to the end of a
// section. The buttons in its menu do the same by keyboard.
let dragged;

function ready() {
  for (const row of document.querySelectorAll("#tasks [data-at]")) {
    row.draggable = row.querySelector(".menu") !== null;
  }
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("#tasks [data-at]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector("a").textContent);
  dragged.classList.add("dragged");
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  mark(null);
  dragged = undefined;
});

// over is the row or the section that something is dragged over.
function over(event) {
  const target = event.target.closest?.("[data-at], [data-section]");
  return dragged && target?.closest("#tasks") && target !== dragged ? target : null;
}

function mark(target) {
  for (const row of document.querySelectorAll(".target")) row.classList.remove("target", "below");
  if (!target) return;
  target.classList.add("target");
  target.classList.toggle("below", place(target) > at(dragged) || !target.dataset.at);
}

const at = (row) => Number(row.dataset.at);

// place is how many records are before it there, itself not counted.
function place(target) {
  const section = (row) => row.closest("[data-section]");
  if (target.dataset.at && section(target) === section(dragged)) return at(target);
  if (target.dataset.at) return at(target) - (at(target) > at(dragged));
  const last = [...target.querySelectorAll("[data-at]")].pop();
  return last ? at(last) + (at(last) < at(dragged)) : at(dragged);
}

document.addEventListener("dragover", (event) => {
  const target = over(event);
  mark(target);
  if (target) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const target = over(event);
  if (!target) return;
  event.preventDefault();
  const section = target.closest("[data-section]").dataset.section;
  const url = dragged.querySelector("a").href + "/move";
  act(url, new URLSearchParams({ to: place(target), section }), () => location.reload());
});

ready();

// A file can be dropped where files are attached, or read in.
for (const upload of document.querySelectorAll(".upload")) {
  const zone = upload.closest("section");
  const brings = (event) => event.dataTransfer.types.includes("Files");
  upload.querySelector("[hidden]").hidden = false;
  zone.addEventListener("dragover", (event) => {
    if (brings(event)) event.preventDefault();
  });
  zone.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    upload.elements.file.files = event.dataTransfer.files;
    upload.requestSubmit();
  });
}

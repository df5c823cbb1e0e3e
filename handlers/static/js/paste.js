// What is pasted from Word or a web page keeps its lists, paragraphs and links, as
// text; everything else is dropped. A whole table goes where its answers are shown
// before they are kept.
const blocks = new Set("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P PRE SECTION".split(" "));
const dropped = new Set("SCRIPT STYLE TITLE META LINK TEMPLATE XML SVG IMG".split(" "));

document.addEventListener("paste", (event) => {
  const into = event.target;
  const html = event.clipboardData?.getData("text/html");
  if (!html || into.localName !== "textarea" || into.readOnly) return;
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const table = document.querySelector("form[data-paste-table]");
  event.preventDefault();
  if (table && isTable(body)) {
    table.elements.text.value = textOf(body);
    table.requestSubmit();
    return;
  }
  insert(into, textOf(body, into.dataset.paste !== "table"));
});

// isTable: three rows or more with a question and an answer in each.
function isTable(body) {
  return [...body.querySelectorAll("tr")].filter((row) => row.cells.length === 2).length > 2;
}

// insert as typing would, so that it can be undone.
function insert(into, text) {
  if (document.execCommand("insertText", false, text)) return;
  into.setRangeText(text, into.selectionStart, into.selectionEnd, "end");
  into.dispatchEvent(new Event("input", { bubbles: true }));
}

// textOf what was copied.
export function textOf(body) {
  const out = { text: "" };
  say(body, out);
  return out.text.replace(/[ \t]*\u2060[ \t]*/g, "").replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\s+$/g, "");
}

function say(node, out) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) add(out, child.data);
    else if (child.nodeType === Node.ELEMENT_NODE && !dropped.has(child.tagName.toUpperCase())) element(child, out);
  }
}

// add text, in which white space is one space.
function add(out, text) {
  text = text.replace(/[ \t\r\n\f]+/g, " ");
  if (/(^|\s)$/.test(out.text)) text = text.replace(/^ /, "");
  out.text += text;
}

function element(e, out) {
  switch (true) {
    case e.tagName === "BR": out.text = out.text.replace(/ $/, "") + "\n"; return;
    case e.tagName === "LI": apart(out, 1); out.text += mark(e); say(e, out); apart(out, 1); return;
    case e.tagName === "TR": row(e, out); return;
    case e.tagName === "A": link(e, out); return;
    case wordMark(e): out.text += bullet(e.textContent); return;
    case blocks.has(e.tagName): paragraph(e, out); return;
    default: say(e, out);
  }
}

// paragraph: with a line between it and the next, unless it is one of a list that
// Word wrote as paragraphs.
function paragraph(e, out) {
  const gap = /MsoList/.test(e.className) || e.closest("li, td, th") || !/^(P|H\d|BLOCKQUOTE)$/.test(e.tagName) ? 1 : 2;
  apart(out, gap);
  say(e, out);
  apart(out, gap);
}

// apart ends the line, and leaves one free where there are to be two ends; not
// where nothing stands yet behind a tab or the mark of a list.
function apart(out, lines) {
  if (/(^|\t|(^|\n) *(•|\d+\.) )$/.test(out.text)) return;
  const text = out.text.replace(/ +$/, "");
  const there = /\n*$/.exec(text)[0].length;
  out.text = text + "\n".repeat(Math.max(0, lines - there));
}

// row: its cells stand behind each other.
function row(e, out) {
  apart(out, 1);
  [...e.cells].forEach((cell, i) => {
    if (i > 0) out.text = out.text.replace(/\s+$/, "") + "\t";
    say(cell, out);
  });
  apart(out, 1);
}

// link: its address is said where the words are others.
function link(e, out) {
  const words = e.textContent.trim(), href = e.getAttribute("href") ?? "";
  say(e, out);
  const bare = (address) => address.replace(/^(https?:\/\/|mailto:)(www\.)?/i, "").replace(/\/$/, "");
  if (/^(https?|mailto):/i.test(href) && words && bare(words) !== bare(href)) out.text += ` (${href.replace(/^mailto:/i, "")})`;
}

function mark(li) {
  const list = li.parentElement;
  const deep = "  ".repeat(Math.max(0, depth(li) - 1));
  if (list?.tagName !== "OL") return `${deep}• `;
  return `${deep}${list.start + [...list.children].indexOf(li)}. `;
}

function depth(li) {
  let n = 0;
  for (let e = li; (e = e.parentElement?.closest("ul, ol")); ) n++;
  return n;
}

// wordMark: where Word put the mark of a list by itself.
function wordMark(e) {
  return /mso-list:\s*Ignore/i.test(e.getAttribute("style") ?? "");
}

function bullet(text) {
  text = text.replace(/\s+/g, "");
  return /[\p{L}\p{N}]/u.test(text) && text !== "o" ? `${text} ` : "• ";
}

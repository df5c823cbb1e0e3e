// Which pages there are: all that links lead to, a few of each kind.
const most = 3; // pages of one kind, so that several states of it are seen
const files = /\/(download|file|attachments|static|draft\.docx|receipt\.|receipt-key|schema|jobs)|\.(json|pdf|docx|xlsx|ics|atom)(\?|$)/;

// pattern of an address: what stands for one thing or another is left out.
function pattern(path) {
  return path.replace(/[?#].*$/, "").split("/").map((part, i, all) => (/[A-Z0-9]/.test(part) || all[i - 1] === "cells" ? "…" : part)).join("/") || "/";
}

// crawl follows links from the first page on.
export async function crawl(request, person) {
  const waiting = [person.email ? "/" : "/sign-in", ...(person.email ? [] : ["/forgotten", "/verify", "/nothing-here", "/library?text=residence%20permit"])];
  const seen = new Set(waiting);
  const kinds = new Map();
  const all = [];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = pattern(path);
    if ((kinds.get(kind) ?? 0) >= most || files.test(path)) continue;
    const answer = await request.get(path);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html") || answer.headers()["content-security-policy"]?.includes("sandbox")) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    all.push({ path, pattern: kind });
    for (const [, link] of (await answer.text()).matchAll(/href="(\/[^"#]*)/g)) {
      const next = link.replaceAll("&amp;", "&");
      if (!seen.has(next)) { seen.add(next); waiting.push(next); }
    }
  }
  return all;
}

// wrongForms are forms sent with something wrong in them.
export function wrongForms(person) {
  return forms.filter((form) => form.who === person.name).map((form) => ({ ...form, pattern: `${form.pattern} (wrong)` }));
}

// Where a page is one of the person's first response, or of their first draft, its
// address starts there.
const forms = [
  { who: "visitor", pattern: "/sign-in", at: "/sign-in", typed: { email: "nobody@example.org", password: "wrong" } },
  { who: "visitor", pattern: "/verify", at: "/verify" },
  { who: "requester", pattern: "/ahqs/new", at: "/ahqs/new?questionnaire=norway-2016" },
  { who: "requester", pattern: "/ahqs/…/questionnaire/questions/…", draft: "questionnaire/questions/q1", typed: { label: "Other words", was: "shown long ago" } },
  { who: "requester", pattern: "/ahqs/…/questionnaire/tables/…", draft: "questionnaire/tables/t4", typed: { title: "Other words", was: "shown long ago" } },
  { who: "requester", pattern: "/ahqs/…/issue", draft: "issue" },
  { who: "fi", pattern: "/responses/…/records/…", at: "records/r1", form: "form.cells", typed: { "costs.read.total": "a lot" } },
  { who: "fi", pattern: "/responses/…/records/…/paste", at: "records/r1/paste", typed: { text: "No table, and no question of ours." } },
  { who: "fi", pattern: "/responses/…/records/…/cells/title/history", before: writeAnew, at: "records/r1/cells/title/history", form: "form[action$='/restore']", typed: { number: "99" } },
  { who: "fi", pattern: "/responses/…/proposals", at: "proposals" },
  { who: "fi", pattern: "/responses/…/check", at: "check", form: "form[action$='/submit']" },
  { who: "administrator", pattern: "/people/new", at: "/people/new" },
  { who: "administrator", pattern: "/participants/new", at: "/participants/new" },
];

// passingPages are there for a moment, in which they are looked at.
export function passingPages(person) {
  return passing.filter((page) => page.who === person.name);
}

const passing = [
  { who: "fi", pattern: "/responses/…/uploads/…", open: waitForReading },
];

// waitForReading of a file, behind others; the page is told nothing more.
async function waitForReading(page) {
  await page.route("**/uploads/*/live", (route) => route.fulfill({ contentType: "text/event-stream", body: "" }));
  const address = `${await firstResponse(page)}/proposals`;
  for (let before = 0; before < 9; before++) page.request.post(address, { multipart: { file: long(before) }, maxRedirects: 0 }).catch(() => {});
  await page.goto(address);
  await page.setInputFiles("#read-file", long(9));
  await page.click("form.upload button");
  await page.waitForURL(/\/(uploads|proposals)\/./); // what was read at once leads straight on
  return page.content();
}

// long files, which take some time to be read.
function long(n) {
  const table = `Title of the campaign\nSample campaign ${n}\nCosts of the campaign\n49 780 EUR\nImplementing partner(s)\nAn office\n`;
  return { name: `long-${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(table.repeat(30_000)) };
}

// writeAnew the title of a campaign, so that there is a text to go back to.
async function writeAnew(page) {
  await sent(page, { at: "records/r1", form: "form.cells", typed: { "title.text": "Sample campaign: know before you go" } });
}

// sendWrong fills the form in and sends it; it is what came back.
export async function sendWrong(page, wrong) {
  await wrong.before?.(page);
  const answer = await sent(page, wrong);
  if (answer.status() < 400) throw new Error(`it was taken: ${answer.status()}`);
  return answer.text();
}

// sent is the answer to a form that is sent as it is, past what the browser or our
// script would hold back.
async function sent(page, { at, draft, form = "main form[method=post]", typed = {} }) {
  if (draft) await page.goto(`${await firstDraft(page)}/${draft}`);
  else await page.goto(at.startsWith("/") ? at : `${await firstResponse(page)}/${at}`);
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === "POST");
  const arrived = page.waitForEvent("load");
  await page.locator(form).last().evaluate((form, typed) => {
    for (const [name, value] of Object.entries(typed)) form.elements[name].value = value;
    setTimeout(() => form.submit());
  }, typed);
  await arrived;
  return answered;
}

async function firstDraft(page) {
  await page.goto("/ahqs?state=draft");
  return page.locator("tbody a[href^='/ahqs/']").first().getAttribute("href");
}

async function firstResponse(page) {
  await page.goto("/");
  return page.locator("main a[href^='/responses/']").first().getAttribute("href");
}

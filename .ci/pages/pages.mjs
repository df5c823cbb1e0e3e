// Which pages there are: all that links lead to, a few of each kind.
const most = 3; // pages of one kind, so that several states of it are seen
const files = /\/(download|file|attachments|static|draft\.docx|receipt\.|receipt-key|schema|calendar|feed)|\.(json|pdf|docx|ics|atom)(\?|$)/;

// pattern of an address: what stands for one thing or another is left out.
function pattern(path) {
  return path.replace(/[?#].*$/, "").split("/").map((part) => (/[A-Z0-9]/.test(part) ? "…" : part)).join("/") || "/";
}

// crawl follows links from the first page on.
export async function crawl(request, person) {
  const waiting = [person.email ? "/" : "/sign-in", ...(person.email ? [] : ["/forgotten", "/verify", "/nothing-here"])];
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
  return forms.filter((form) => form.who === person.name);
}

const forms = [
  { who: "visitor", pattern: "/sign-in", fill: send("/sign-in", (page) => page.fill("input[name=email]", "nobody@example.org")) },
  { who: "visitor", pattern: "/verify", fill: send("/verify") },
  { who: "requester", pattern: "/ahqs/new", fill: send("/ahqs/new?questionnaire=norway-2016") },
  { who: "fi", pattern: "/responses/…/check", fill: submitTooEarly },
  { who: "administrator", pattern: "/people/new", fill: send("/people/new") },
  { who: "administrator", pattern: "/participants/new", fill: send("/participants/new") },
];

// send a form as it is, past what the browser would hold back.
function send(path, before = async () => {}) {
  return async (page) => {
    await page.goto(path);
    await before(page);
    await leads(page, () => page.locator("main form[method=post]").last().evaluate((form) => { form.noValidate = true; form.requestSubmit(); }));
  };
}

async function submitTooEarly(page) {
  await page.goto("/");
  await page.goto(`${await page.locator("main a[href^='/responses/']").first().getAttribute("href")}/check`);
  await leads(page, () => page.locator("form[action$='/submit'] button").last().click());
}

// leads to another page.
async function leads(page, act) {
  const arrived = page.waitForEvent("load");
  await act();
  await arrived;
}

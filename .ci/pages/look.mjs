// Looks at every page that a person of the demo can reach, and at what comes back
// when a form is wrong: valid HTML, no violation of WCAG 2.2 AA, nothing that
// scrolls sideways, at both widths, light, dark and in forced colours.
//
//   node look.mjs AHQ-BINARY [--shots FOLDER] [--only PATTERN]
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { demo, people, password } from "./demo.mjs";
import { crawl, passingPages, sendWrong, wrongForms } from "./pages.mjs";
import { invalid } from "./valid.mjs";
import { looks, violations, sideways } from "./looks.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { shots: { type: "string" }, only: { type: "string" } },
});
const server = await demo(positionals[0]);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const found = [];
let seen = 0;
try {
  await Promise.all(people.map(lookAs)); // each in a browser context of their own
} finally {
  await browser.close();
  server.stop();
}
for (const line of found) console.log(line);
console.log(`pages: ${seen} passed, ${found.length} failed`);
process.exitCode = found.length > 0 || seen < (options.only ? 1 : 40) ? 1 : 0;

// lookAs one person at all that they see.
async function lookAs(person) {
  const context = await browser.newContext({ baseURL: server.url });
  context.setDefaultTimeout(60_000);
  context.on("console", (message) => complain(person, message));
  if (person.email) await onPage(context, (page) => signIn(page, person.email));
  const wanted = (address) => !options.only || address.pattern.includes(options.only);
  for (const address of (await crawl(context.request, person)).filter(wanted)) {
    await visit(context, person, address.pattern, async (page) => {
      await page.goto(address.path);
      return (await context.request.get(address.path)).text();
    });
  }
  for (const wrong of wrongForms(person).filter(wanted)) {
    await visit(context, person, wrong.pattern, (page) => sendWrong(page, wrong));
  }
  for (const passing of passingPages(person).filter(wanted)) {
    await visit(context, person, passing.pattern, passing.open);
  }
  await context.close();
}

// complain of what a page says in its console, but for a form that was refused.
function complain(person, message) {
  if (message.type() !== "error" || /status of 4\d\d/.test(message.text())) return;
  found.push(`${person.name}: ${message.page()?.url()}: ${message.text()}`);
}

// onPage of its own: a browser that showed forced colours paints the ground of the
// next page wrong.
async function onPage(context, act) {
  const page = await context.newPage();
  await act(page);
  await page.close();
}

// visit a page that open leads to, and of which it gives the HTML.
async function visit(context, person, pattern, open) {
  try {
    await onPage(context, async (page) => lookAt(page, person, pattern, await open(page)));
  } catch (error) {
    found.push(`${person.name}: ${pattern}: ${error.message}`);
  }
}

async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.click("main form button");
  await page.waitForURL((url) => url.pathname === "/");
}

async function lookAt(page, person, pattern, source) {
  seen++;
  const wrong = await invalid(source);
  for (const look of looks) {
    await look.put(page);
    wrong.push(...await violations(page, look), ...await sideways(page, look));
    if (options.shots) await shot(page, `${person.name}${pattern.replace(/[^a-z-]+/g, "_")}-${look.name}`);
  }
  for (const what of new Set(wrong)) found.push(`${person.name}: ${pattern}: ${what}`);
}

async function shot(page, name) {
  mkdirSync(options.shots, { recursive: true });
  await page.screenshot({ path: `${options.shots}/${name}.png`, fullPage: true });
}

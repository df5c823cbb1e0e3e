// Looks at every page that a person of the demo can reach, and at what comes back
// when a form is wrong: valid HTML, no violation of WCAG 2.2 AA, nothing that
// scrolls sideways, at both widths, light, dark and in forced colours.
//
//   node look.mjs AHQ-BINARY [--shots FOLDER] [--only PATTERN]
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { demo, people, password } from "./demo.mjs";
import { crawl, sendWrong, wrongForms } from "./pages.mjs";
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
  for (const person of people) await lookAs(person);
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
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => { if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) found.push(`${person.name}: ${page.url()}: ${message.text()}`); });
  if (person.email) await signIn(page, person.email);
  const wanted = (address) => !options.only || address.pattern.includes(options.only);
  for (const address of (await crawl(context.request, person)).filter(wanted)) {
    await page.goto(address.path);
    await lookAt(page, person, address.pattern, await (await context.request.get(address.path)).text());
  }
  for (const wrong of wrongForms(person).filter(wanted)) {
    try {
      await lookAt(page, person, wrong.pattern, await sendWrong(page, wrong));
    } catch (error) {
      found.push(`${person.name}: ${wrong.pattern}: ${error.message}`);
    }
  }
  await context.close();
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

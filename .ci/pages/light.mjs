// What Lighthouse says of the pages that people spend their time on. How fast a
// page is depends on the machine: it is told, not judged.
//
//   node light.mjs AHQ-BINARY
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { demo, people, password } from "./demo.mjs";

const judged = ["accessibility", "best-practices"];
const server = await demo(process.argv[2]);
const chrome = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox"] });
let failed = 0;
try {
  for (const { name, who, path } of await pages()) {
    const flags = {
      port: chrome.port, onlyCategories: ["performance", ...judged], disableStorageReset: true, logLevel: "error",
      extraHeaders: { Cookie: await signIn(who) },
    };
    const lhr = await seen(server.url + path, flags);
    const scores = Object.entries(lhr.categories).map(([id, category]) => [id, Math.round(category.score * 100)]);
    console.log(`${name}: ${scores.map(([id, score]) => `${id} ${score}`).join(", ")}`);
    const low = judged.filter((id) => lhr.categories[id].score < 1);
    failed += low.length;
    for (const id of low) complain(lhr, id);
  }
} finally {
  chrome.kill();
  server.stop();
}
process.exitCode = failed > 0 ? 1 : 0;

// seen is what it says of a page; where the browser did not get to see it, it looks
// again.
async function seen(url, flags) {
  for (let tries = 3; ; tries--) {
    const { lhr } = await lighthouse(url, flags);
    if (!lhr.runtimeError || tries === 1) return lhr;
  }
}

// pages are found as people find them: from their first page on.
async function pages() {
  const [fi, requester] = ["fi", "requester"].map((name) => people.find((p) => p.name === name));
  const response = await linkOf(fi, /href="(\/responses\/[^"/]+)"/);
  return [
    { name: "home", who: fi, path: "/" },
    { name: "record", who: fi, path: `${response}/records/r2` },
    { name: "tracking", who: requester, path: await linkOf(requester, /href="(\/ahqs\/(?!new)[^"/?]+)"/) },
  ];
}

async function linkOf(who, pattern) {
  const answer = await fetch(server.url, { headers: { Cookie: await signIn(who) } });
  return pattern.exec(await answer.text())[1];
}

async function signIn(who) {
  const body = new URLSearchParams({ email: who.email, password });
  const answer = await fetch(`${server.url}/sign-in`, { method: "POST", body, redirect: "manual" });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

function complain(lhr, id) {
  for (const { id: audit } of lhr.categories[id].auditRefs) {
    const { score, title } = lhr.audits[audit];
    if (score !== null && score < 1) console.log(`  ${id}: ${title}`);
  }
}

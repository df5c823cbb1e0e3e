// The ways in which a page is looked at.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colours = ["color-contrast", "link-in-text-block"];

// Widths change the layout, so all is judged there; colours change colours.
export const looks = [
  { name: "1280-light", width: 1280 },
  { name: "320-light", width: 320 },
  { name: "1280-dark", width: 1280, media: { colorScheme: "dark" }, only: colours },
  { name: "1280-forced", width: 1280, media: { forcedColors: "active" }, only: colours },
].map((look) => ({
  ...look,
  put: async (page) => {
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce", ...look.media });
  },
}));

// violations that axe finds.
export async function violations(page, look) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
  const run = look.only ? { runOnly: { type: "rule", values: look.only } } : { runOnly: { type: "tag", values: tags } };
  const result = await page.evaluate((options) => window.axe.run(document, options), run);
  return result.violations.flatMap((v) => v.nodes.map((n) => `${look.name}: ${v.id}: ${v.help}: ${n.target} ${n.html.slice(0, 120)}`));
}

// sideways is what does not fit the width.
export async function sideways(page, look) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [`${look.name}: ${wide} px scroll sideways`] : [];
}

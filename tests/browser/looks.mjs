// What the pages look like: for everybody (axe), on a narrow screen, and in pictures when asked.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { DESK, LANGUAGES, PHONE, visit } from "./browser.mjs";

const { source: AXE } = createRequire(import.meta.url)("axe-core");
/** Beside axe's own choice: targets large enough for a thumb (WCAG 2.2, 2.5.8). */
const RULES = { rules: { "target-size": { enabled: true } } };

/** Pages by name; a path may have to be found first. */
async function pages(page) {
  await page.goto("/jobs?lang=en");
  const job = await page.locator("article.card h2 a").first().getAttribute("href");
  await page.goto(job);
  const employer = await page.locator(".whereabouts a").first().getAttribute("href");
  return {
    home: "/",
    results: "/jobs",
    search: "/jobs?q=welder",
    filtered: "/jobs?province=01&contract=full_time&sort=wage",
    empty: "/jobs?q=welder&province=17&contract=internship",
    job,
    employer,
    error: "/nothing-is-here",
    signIn: "/sign-in",
    signUp: "/sign-up",
    recover: "/recover",
    help: "/help",
    privacy: "/privacy",
    accessibility: "/accessibility",
    contact: "/contact",
  };
}

const inLanguage = (path, language) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/** What axe finds on the page that is open. */
export async function barriers(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => axe.run(document, options), RULES);
  const told = (node) => `${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${told(node)}`));
}

/** How far the page is wider than the screen, and what sticks out. */
export async function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} of ${clientWidth} pixels`, ...wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 100))];
  });
}

async function openEach(page, check) {
  const faults = [];
  for (const [name, path] of Object.entries(await pages(page))) {
    for (const language of LANGUAGES) {
      await page.goto(inLanguage(path, language));
      for (const fault of await check(page, name, language)) faults.push(`${name} ${language}: ${fault}`);
    }
  }
  assert.deepEqual(faults, []);
}

/** Opens every specimen of the gallery in every language. */
async function openSpecimens(page, check) {
  await page.goto("/specimens");
  const hrefs = await page.locator("a[href^='/specimens/']").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
  assert.ok(hrefs.length >= 3 * 8, `${hrefs.length} specimens`);
  const faults = [];
  for (const href of hrefs) {
    await page.goto(href);
    for (const fault of await check(page)) faults.push(`${href}: ${fault}`);
  }
  assert.deepEqual(faults, []);
}

export function looks(house) {
  const at = (options) => visit(house.browser, house.address, options);

  test("axe finds nothing on home, results, empty, job and error pages in three languages", async () => {
    await openEach(await at({ viewport: PHONE }), barriers);
  });

  test("axe finds nothing at a desk either", async () => {
    await openEach(await at({ viewport: DESK }), barriers);
  });

  test("axe finds nothing on any specimen", async () => {
    await openSpecimens(await at({ viewport: PHONE }), barriers);
  });

  test("no page is wider than a phone", async () => {
    await openEach(await at({ viewport: PHONE }), overflow);
  });

  test("no specimen is wider than a phone", async () => {
    await openSpecimens(await at({ viewport: PHONE }), overflow);
  });

  test("no page is wider than the narrowest phone with letters twice as large", async () => {
    // WCAG 2.2, 1.4.4 and 1.4.10: 1280 pixels at 400 % are 320.
    await openEach(await at({ viewport: { width: 320, height: 640 } }), overflow);
  });

  test("without styles everything is still there, in order", async () => {
    const page = await at({ viewport: PHONE });
    await page.goto("/jobs?q=cook&lang=en");
    const styled = (await page.locator("main article.card h2").allInnerTexts()).map((text) => text.trim());
    await page.evaluate(() => document.querySelectorAll("style").forEach((style) => style.remove()));
    const plain = (await page.locator("main article.card h2").allInnerTexts()).map((text) => text.trim());
    assert.deepEqual(plain, styled);
    const order = await page.evaluate(() => {
      const place = (selector) => [...document.querySelectorAll("*")].indexOf(document.querySelector(selector));
      return ["#q", "h1", "article.card", "footer"].map(place);
    });
    assert.deepEqual([...order].sort((a, b) => a - b), order, "search, count, jobs, footer");
  });

  test("nothing goes wrong behind the pages", async () => {
    const page = await at({ viewport: PHONE });
    await openEach(page, async () => page.faults.splice(0));
  });

  if (!process.env.VIAK_SCREENSHOTS) return;
  test("pictures of the pages", async () => {
    for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
      await openEach(await at({ viewport, deviceScaleFactor: 2 }), async (page, name, language) => {
        const path = join(process.env.VIAK_SCREENSHOTS, `${name}-${language}-${size}.png`);
        await page.screenshot({ path });
        return [];
      });
    }
  });
}

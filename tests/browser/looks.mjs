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

/** How many tabs look at once: the machines that judge have two cores. */
const TABS = 3;

/** Opens each of some addresses in one of a few tabs, and holds that `check` finds no fault. */
async function openAll(tabs, visits, check) {
  const faults = [];
  const waiting = visits.values();
  const look = async (page) => {
    for (const { name, path } of waiting) {
      await page.goto(path);
      for (const fault of await check(page, name)) faults.push(`${name}: ${fault}`);
    }
  };
  await Promise.all(tabs.map(look));
  assert.deepEqual(faults, []);
}

/** Opens every page in every language. */
async function openEach(tabs, check) {
  const found = Object.entries(await pages(tabs[0]));
  const visits = found.flatMap(([name, path]) =>
    LANGUAGES.map((language) => ({ name: `${name}-${language}`, path: inLanguage(path, language) })),
  );
  await openAll(tabs, visits, check);
}

/** Opens every specimen of the gallery in every language. */
async function openSpecimens(tabs, check) {
  await tabs[0].goto("/specimens");
  const links = tabs[0].locator("a[href^='/specimens/']");
  const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.ok(hrefs.length >= 3 * 8, `${hrefs.length} specimens`);
  await openAll(tabs, hrefs.map((path) => ({ name: path, path })), check);
}

/** What is wrong for a visitor with a phone: what sticks out, and barriers. */
async function faultsOnPhone(page) {
  return [...(await overflow(page)), ...(await barriers(page))];
}

export function looks(house) {
  const at = (options) => visit(house.browser, house.address, options);
  const tabs = (options) => Promise.all(Array.from({ length: TABS }, () => at(options)));

  test("on a phone every page is sound in three languages: axe, width, and nothing behind it", async () => {
    const check = async (page) => [...(await faultsOnPhone(page)), ...page.faults.splice(0)];
    await openEach(await tabs({ viewport: PHONE }), check);
  });

  test("on a phone every specimen is, too: axe and width", async () => {
    await openSpecimens(await tabs({ viewport: PHONE }), faultsOnPhone);
  });

  test("axe finds nothing at a desk either", async () => {
    await openEach(await tabs({ viewport: DESK }), barriers);
  });

  test("no page is wider than the narrowest phone with letters twice as large", async () => {
    // WCAG 2.2, 1.4.4 and 1.4.10: 1280 pixels at 400 % are 320.
    await openEach(await tabs({ viewport: { width: 320, height: 640 } }), overflow);
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

  if (!process.env.VIAK_SCREENSHOTS) return;
  test("pictures of the pages", async () => {
    for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
      await openEach(await tabs({ viewport, deviceScaleFactor: 2 }), async (page, name) => {
        const path = join(process.env.VIAK_SCREENSHOTS, `${name}-${size}.png`);
        await page.screenshot({ path });
        return [];
      });
    }
  });
}

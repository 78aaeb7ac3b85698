// Home → a search in Lao → a filter → a job → another language: by hand, by keyboard and without script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, count, visit } from "./browser.mjs";

/** "Salesperson", as it is typed. */
const QUERY = "ພະນັກງານຂາຍ";
const SEARCH = "ຊອກຫາວຽກຫຍັງ, ຢູ່ໃສ?";

const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();
const language = (page) => page.locator("html").getAttribute("lang");

/** Chooses the first province that is offered and not chosen; returns how many jobs it promises. */
async function chooseProvince(page, choose) {
  const filters = page.locator("#filters");
  const option = filters.locator("label.option:has(input[name=province]:not(:checked))").first();
  const promised = count(await option.locator(".count").innerText());
  await choose(option.locator("input"), filters.getByRole("button", { name: "ສະແດງວຽກ" }));
  await page.waitForURL(/[?&]province=/);
  return promised;
}

async function openResults(page) {
  await page.goto("/");
  assert.equal(await language(page), "lo", "Lao comes by itself");
  await page.getByLabel(SEARCH).fill(QUERY);
  await page.getByRole("button", { name: "ຊອກຫາ", exact: true }).click();
  await page.waitForURL(/\/jobs\?/);
  const found = count(await heading(page));
  assert.ok(found > 1, `${found} jobs for ${QUERY}`);
  assert.equal(await page.getByLabel(SEARCH).inputValue(), QUERY, "the box keeps what was typed");
  assert.ok(await page.getByText("ພວກເຮົາເຂົ້າໃຈວ່າ").isVisible(), "what was understood is shown");
  return found;
}

/** From the filtered results into a job, and through the languages. */
async function openJobAndChangeLanguage(page) {
  const link = page.locator("article.card h2 a").first();
  const title = (await link.innerText()).trim();
  await link.click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  assert.equal(await heading(page), title);
  const path = new URL(page.url()).pathname;
  for (const [name, code] of [["English", "en"], ["Tiếng Việt", "vi"], ["ລາວ", "lo"]]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("lang") === code);
    assert.equal(new URL(page.url()).pathname, path, "the page stays");
    assert.equal(await language(page), code);
    assert.equal(await heading(page), title, "the advert's own words stay");
  }
}

async function wholeJourney(page) {
  const found = await openResults(page);
  const promised = await chooseProvince(page, async (box, apply) => {
    await box.check();
    await apply.click();
  });
  const filtered = count(await heading(page));
  assert.equal(filtered, promised, "the filter finds what its number promised");
  assert.ok(filtered <= found);
  await openJobAndChangeLanguage(page);
  assert.deepEqual(page.faults, []);
}

/** Presses Tab until `wanted` has the focus; what has the focus is always visible. */
export async function tabTo(page, wanted, most = 150) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const shown = await page.evaluate(() => {
      const { activeElement } = document;
      const style = getComputedStyle(activeElement);
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const box = activeElement.getBoundingClientRect();
      return { name: activeElement.outerHTML.slice(0, 80), ring: ring || style.boxShadow !== "none", width: box.width };
    });
    assert.ok(shown.ring && shown.width > 0, `the focus cannot be seen on ${shown.name}`);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${wanted} cannot be reached with ${most} presses of Tab`);
}

async function journeyByKeyboard(page) {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  assert.equal(first, "#main", "the first stop skips to the content");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel(SEARCH));
  await page.keyboard.type(QUERY);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\?/);
  const promised = await chooseProvince(page, async (box, apply) => {
    await tabTo(page, box);
    await page.keyboard.press("Space");
    await tabTo(page, apply);
    await page.keyboard.press("Enter");
  });
  assert.equal(count(await heading(page)), promised);
  await tabTo(page, page.locator("article.card h2 a").first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  await tabTo(page, page.getByRole("link", { name: "English", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/lang=en/);
  assert.equal(await language(page), "en");
}

export function journeys(house) {
  const at = (options) => visit(house.browser, house.address, options);

  test("home → search in Lao → filter → job → language switch, on a phone", async () => {
    await wholeJourney(await at({ viewport: PHONE, hasTouch: true, isMobile: true }));
  });

  test("the same journey at a desk", async () => {
    await wholeJourney(await at({ viewport: DESK }));
  });

  test("the same journey without script", async () => {
    await wholeJourney(await at({ javaScriptEnabled: false }));
  });

  test("the same journey by keyboard alone", async () => {
    await journeyByKeyboard(await at({ viewport: PHONE }));
  });

  test("typing is completed where script runs", async () => {
    const page = await at();
    await page.goto("/");
    await page.getByLabel(SEARCH).pressSequentially("ຊ່າງເຊື");
    await page.locator("#q-list option").first().waitFor({ state: "attached" });
    const offered = await page.locator("#q-list option").evaluateAll((options) => options.map((o) => o.value));
    assert.ok(offered.includes("ຊ່າງເຊື່ອມ"), offered.join(", "));
    assert.deepEqual(page.faults, []);
  });

  test("going back shows the search as it was", async () => {
    const page = await at();
    const found = await openResults(page);
    await page.locator("article.card h2 a").first().click();
    await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
    await page.goBack();
    assert.equal(count(await heading(page)), found);
    assert.equal(await page.getByLabel(SEARCH).inputValue(), QUERY);
  });
}

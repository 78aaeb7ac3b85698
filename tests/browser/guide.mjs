// The pages that explain, and messages to the owner of an account: on a phone, by keyboard, in three languages.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { signUp } from "./accounts.mjs";
import { LANGUAGES, PHONE, visit } from "./browser.mjs";
import { barriers, overflow } from "./looks.mjs";
import { tabTo } from "./journey.mjs";

const PAGES = ["/help", "/privacy", "/accessibility", "/contact"];
const NOTICES = "/me/account/notices";
const NAMES = { lo: "ລາວ", en: "English", vi: "Tiếng Việt" };
const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();

async function picture(page, name) {
  const folder = process.env.VIAK_SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Nothing bars the way, nothing sticks out, nothing goes wrong. */
export async function assertSound(page, name) {
  assert.deepEqual(await barriers(page), [], `axe on ${name}`);
  assert.deepEqual(await overflow(page), [], `the width of ${name}`);
  await picture(page, name);
  assert.deepEqual(page.faults.splice(0).filter((fault) => !/\b422\b/.test(fault)), [], name);
}

/** From the footer of a page by keyboard to each page that explains, and through its languages. */
async function readByKeyboard(page, path) {
  await page.goto("/jobs?lang=lo");
  const link = page.locator(`footer a[href="${path}"]`);
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === path);
  for (const language of ["en", "vi", "lo"]) {
    await tabTo(page, page.locator(".languages").getByRole("link", { name: NAMES[language], exact: true }));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === path && url.searchParams.get("lang") === language);
    assert.equal(await page.locator("html").getAttribute("lang"), language);
  }
}

/** Quiet hours are chosen with nothing but keys. */
async function chooseByKeyboard(page) {
  await page.goto("/me/account?lang=lo");
  await tabTo(page, page.locator(`a[href="${NOTICES}"]`));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === NOTICES);
  assert.equal(await heading(page), "ຂໍ້ຄວາມເຖິງທ່ານ");
  await tabTo(page, page.getByLabel("ເລີ່ມເວລາງຽບ"));
  // The browser's own field for times, as it is typed with a clock of twelve hours.
  await page.keyboard.type("1000PM");
  await tabTo(page, page.getByRole("button", { name: "ບັນທຶກ" }));
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("ເລີ່ມເວລາງຽບ").inputValue(), "22:00", "what was typed stays");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "quiet_to");
  await assertSound(page, "notices-failing-lo");
  await page.keyboard.type("0630AM");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("done") === "notices");
  assert.equal((await page.getByRole("status").innerText()).trim(), "ບັນທຶກການຕັ້ງຄ່າຂອງທ່ານແລ້ວ.");
}

export function guide(house) {
  const at = (options) => visit(house.browser, house.address, options);

  test("the pages that explain fit a phone, and axe finds nothing, in three languages", async () => {
    const page = await at({ viewport: PHONE });
    for (const path of PAGES) {
      for (const language of LANGUAGES) {
        await page.goto(`${path}?lang=${language}`);
        await assertSound(page, `${path.slice(1)}-${language}-360`);
      }
    }
  });

  test("each of them is reached and read by keyboard alone", async () => {
    const page = await at({ viewport: PHONE });
    for (const path of PAGES) await readByKeyboard(page, path);
  });

  test("quiet hours are chosen by keyboard alone, and the page is sound in three languages", async () => {
    const page = await at({ viewport: PHONE });
    await signUp(page, house, "020 5777 6666", "+8562057776666", new Set());
    await chooseByKeyboard(page);
    for (const language of LANGUAGES) {
      await page.goto(`${NOTICES}?lang=${language}`);
      await assertSound(page, `notices-${language}-360`);
    }
  });

  test("quiet hours are chosen without script", async () => {
    const page = await at({ viewport: PHONE, javaScriptEnabled: false });
    page.evaluate = async () => "contact";
    await signUp(page, house, "020 5777 5555", "+8562057775555", new Set());
    await page.goto(`${NOTICES}?lang=en`);
    await page.getByLabel("Quiet hours begin").fill("21:15");
    await page.getByLabel("Quiet hours end").fill("07:45");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL((url) => url.searchParams.get("done") === "notices");
    assert.equal(await page.getByLabel("Quiet hours end").inputValue(), "07:45");
  });
}

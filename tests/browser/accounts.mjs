// An account in Lao on a cheap phone: signed up by a code, protected, left, entered again; with and without script.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { PHONE, visit } from "./browser.mjs";

export const PASSWORD = "ຊ້າງສາມໂຕກິນກ້ວຍ";
const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();

/** The code in the newest short message to a number that was not read before; the server sends twice a second. */
export async function codeFor(house, number, read) {
  const folder = join(house.data, "sms");
  for (let tries = 0; tries < 200; tries += 1) {
    // What begins with a dot is being written still.
    const there = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("."));
    for (const name of there.sort().reverse()) {
      const { to, text } = JSON.parse(await readFile(join(folder, name), "utf8"));
      const [code] = text.match(/\d{6}/) ?? [];
      if (to === number && code && !read.has(name)) {
        read.add(name);
        return code;
      }
    }
    await pause(100);
  }
  throw new Error(`no code came for ${number}`);
}

/** What an app shows for a secret in base32 (RFC 6238). */
export function appCode(secret, at = Date.now()) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const from = mac[19] & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export async function signUp(page, house, typed, number, read) {
  await page.goto("/");
  await page.getByRole("link", { name: "ເຂົ້າສູ່ລະບົບ" }).click();
  await page.getByRole("link", { name: "ເປີດບັນຊີໃໝ່" }).click();
  await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill("020 12");
  await page.getByLabel("ລະຫັດຜ່ານໃໝ່").fill("12345678");
  await page.getByRole("button", { name: "ເປີດບັນຊີ" }).click();
  assert.equal(await page.getByRole("alert").getByRole("link").count(), 2, "both problems are told");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "contact", "the first is to be mended");
  assert.equal(await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").inputValue(), "020 12");
  assert.equal(await page.getByLabel("ລະຫັດຜ່ານໃໝ່").inputValue(), "");
  await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill(typed);
  await page.getByLabel("ລະຫັດຜ່ານໃໝ່").fill(PASSWORD);
  await page.getByRole("button", { name: "ເປີດບັນຊີ" }).click();
  await page.waitForURL(/\/code$/);
  await page.getByLabel("ລະຫັດຢືນຢັນ").fill(await codeFor(house, number, read));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me$/);
  assert.equal(await heading(page), "ໜ້າຂອງຂ້ອຍ");
}

export async function protect(page) {
  await page.goto("/me/account");
  await page.locator("a[href='/me/account/second-step']").click();
  const secret = (await page.locator("p code").innerText()).replaceAll(" ", "");
  const picture = page.getByRole("img", { name: "ຮູບສຳລັບແອັບ" });
  assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth > 100), "the picture is drawn");
  await page.getByLabel("ລະຫັດຈາກເຄື່ອງຂອງທ່ານ").fill(appCode(secret));
  await page.getByLabel("ລະຫັດຜ່ານ").fill(PASSWORD);
  await page.getByRole("button", { name: "ເປີດໃຊ້ຂັ້ນຕອນທີສອງ" }).click();
  const codes = await page.locator("ul.codes code").allInnerTexts();
  assert.equal(codes.length, 10);
  await page.getByRole("link", { name: "ຂ້ອຍຂຽນໄວ້ແລ້ວ" }).click();
  return codes;
}

async function wholeJourney(page, house, typed, number) {
  const read = new Set();
  await signUp(page, house, typed, number, read);
  const [recovery] = await protect(page);
  await page.getByRole("button", { name: "ອອກຈາກລະບົບ", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/me/account");
  assert.equal(new URL(page.url()).searchParams.get("next"), "/me/account");
  await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill(typed);
  await page.getByLabel("ລະຫັດຜ່ານ").fill(PASSWORD);
  await page.getByRole("button", { name: "ເຂົ້າສູ່ລະບົບ" }).click();
  assert.equal(await heading(page), "ຂັ້ນຕອນທີສອງ");
  await page.getByLabel("ລະຫັດຈາກເຄື່ອງຂອງທ່ານ").fill(recovery);
  await page.getByRole("button", { name: "ສືບຕໍ່" }).click();
  await page.waitForURL(/\/me\/account$/);
  assert.deepEqual(page.faults.filter((fault) => !/\b422\b/.test(fault)), []);
}

export function accounts(house) {
  const at = (options) => visit(house.browser, house.address, options);

  test("an account is made, protected, left and entered again, in Lao on a phone", async () => {
    const page = await at({ viewport: PHONE, hasTouch: true, isMobile: true });
    await wholeJourney(page, house, "020 5678 1234", "+8562056781234");
  });

  test("the same without script", async () => {
    const page = await at({ viewport: PHONE, javaScriptEnabled: false });
    page.evaluate = async () => "contact";
    await wholeJourney(page, house, "020 2222 3333", "+8562022223333");
  });
}

// Two records of one person in Lao on a cheap phone: joined by two officers and parted by one, the last step by keyboard.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { protect, signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";
import { tabTo } from "./journey.mjs";

const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();

/** Somebody new with a second factor, who decides who is who in the district. */
async function officer(house, office, typed, number) {
  const page = await visit(house.browser, house.address, { viewport: PHONE, hasTouch: true, isMobile: true });
  await signUp(page, house, typed, number, new Set());
  await protect(page);
  const role = ["role", "grant", "provincial_officer", "--to", number, "--organisation", office, "--area", "01"];
  execFileSync(house.program, [...house.settings, ...role], { cwd: house.data });
  return page;
}

async function say(page, words) {
  await page.getByLabel("ຂໍ້ມູນລົງທະບຽນເຫຼົ່ານີ້").selectOption({ label: words });
  await page.getByLabel("ຍ້ອນຫຍັງ?").fill("ໄດ້ເຫັນບັດປະຈຳຕົວທັງສອງໃບ");
  await page.getByRole("button", { name: "ບັນທຶກ", exact: true }).click();
  await page.waitForURL(/done=yes$/);
  assert.equal((await page.getByRole("status").innerText()).trim(), "ບັນທຶກຄຳຂອງທ່ານແລ້ວ.");
}

/** The oldest case that waits; the demonstration looks for such records every few seconds. */
async function oldest(page) {
  await page.goto("/me");
  await page.getByRole("link", { name: "ໃຜເປັນໃຜ" }).click();
  await assertSound(page, "duplicates");
  const first = page.locator(".cards h3 a").first();
  for (let turn = 0; turn < 30 && (await first.count()) === 0; turn += 1) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  await first.click();
  assert.equal(await heading(page), "ຂໍ້ມູນລົງທະບຽນສອງລາຍການຄຽງກັນ");
  return page.url();
}

export function identities(house) {
  test("two records are joined by two officers and parted again, in Lao on a phone", async () => {
    const made = ["organisation", "add", "--kind", "office", "--name", "ຫ້ອງການແຮງງານ", "--area", "01"];
    const said = execFileSync(house.program, [...house.settings, ...made], { cwd: house.data, encoding: "utf8" });
    const office = said.match(/[0-9a-f-]{36}/)[0];
    const one = await officer(house, office, "020 5678 7001", "+8562056787001");
    const other = await officer(house, office, "020 5678 7002", "+8562056787002");
    const address = await oldest(one);
    await assertSound(one, "duplicate");
    await say(one, "ເປັນຄົນດຽວກັນ");
    assert.ok(await one.getByText("ເຈົ້າໜ້າທີ່ອີກຄົນຕ້ອງຢືນຢັນກ່ອນ").isVisible());
    await other.goto(address);
    await say(other, "ເປັນຄົນດຽວກັນ");
    assert.ok(await other.getByText("ຕອນນີ້ພາໄປຫາຂໍ້ມູນລົງທະບຽນອື່ນ").isVisible());
    await assertSound(other, "duplicate-merged");
    // Parted again by keyboard alone.
    await one.goto(address);
    await tabTo(one, one.locator("#judgement"));
    await one.keyboard.press("ArrowDown");
    await tabTo(one, one.locator("#reason"));
    await one.keyboard.type("ຜິດຄົນ");
    await tabTo(one, one.getByRole("button", { name: "ບັນທຶກ", exact: true }));
    await one.keyboard.press("Enter");
    await one.waitForURL(/done=yes$/);
    assert.ok((await one.locator("main").innerText()).includes("ແຍກອອກຄືນແລ້ວ"));
    await assertSound(one, "duplicate-undone");
    for (const page of [one, other]) assert.deepEqual(page.faults.filter((fault) => !/\b422\b/.test(fault)), []);
  });
}

// A newcomer gets in as an officer with what the demonstration prints; its administrator approves a wording; in Lao.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { PHONE, visit } from "./browser.mjs";
import { barriers, overflow } from "./looks.mjs";

const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();

/** Signs in by keyboard, with the printed password and the code that `viak demo code` says. */
async function signIn(page, house, contact) {
  const row = house.said.find((line) => line.trim().startsWith(`${contact} `));
  const [, password] = row.trim().split(/\s+/);
  await page.goto("/sign-in");
  await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill(contact);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/code$/);
  const settings = ["--data", house.data, "demo", "code", contact];
  const { stdout } = await promisify(execFile)(house.program, settings, { cwd: house.data });
  await page.getByLabel("ລະຫັດຈາກເຄື່ອງຂອງທ່ານ").fill(stdout.trim());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me\/account$/);
}

/** The open page is no wider than the screen, and axe finds nothing on it. */
async function sound(page) {
  assert.deepEqual([...(await overflow(page)), ...(await barriers(page))], [], page.url());
}

export function admin(house) {
  test("an officer of the demonstration gets in, and sees who waits", async () => {
    const page = await visit(house.browser, house.address, { viewport: PHONE });
    await signIn(page, house, "district-officer@viak.example");
    await page.getByRole("navigation", { name: "ເມນູຫຼັກ" }).getByRole("link", { name: "ໜ້າຂອງຂ້ອຍ" }).click();
    await sound(page);
    await page.goto("/officer");
    assert.equal(await heading(page), "ວຽກຂອງຫ້ອງການ");
    await sound(page);
    await page.getByRole("link", { name: "ອົງກອນລໍຖ້າການຕັດສິນ" }).click();
    assert.match(await page.locator("main").innerText(), /ໂຮງຮຽນເຕັກນິກ/);
  });

  test("a wording that was searched for in vain is approved, and finds at the next search", async () => {
    const visitor = await visit(house.browser, house.address, { viewport: PHONE });
    for (let times = 0; times < 3; times += 1) await visitor.goto("/jobs?q=grab%20rider");
    const page = await visit(house.browser, house.address, { viewport: PHONE });
    await signIn(page, house, "system-admin@viak.example");
    for (const path of ["/me", "/admin", "/admin/users", "/admin/messages", "/admin/labels", "/admin/settings"]) {
      await page.goto(path);
      await sound(page);
    }
    const approve = page.locator("form[action$='/approve'] button").first();
    // What was searched is written down every two seconds.
    const listed = async () => (await (await fetch("/admin/board")).text()).includes("/approve");
    await page.waitForFunction(listed, undefined, { polling: 500 });
    await page.goto("/admin/board");
    await sound(page);
    await approve.focus();
    await page.keyboard.press("Enter");
    assert.match(await page.getByRole("status").innerText(), /ອະນຸມັດແລ້ວ/);
    await visitor.goto("/jobs?q=grab%20rider");
    assert.match(await visitor.locator("main").innerText(), /grab rider\s*→/);
  });

  test("a test letter waits or was sent, and stands in the list", async () => {
    const page = await visit(house.browser, house.address, { viewport: PHONE, javaScriptEnabled: false });
    await signIn(page, house, "system-admin@viak.example");
    await page.goto("/admin/messages");
    await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill("ops@example.la");
    await page.getByRole("button", { name: "ສົ່ງທົດລອງ" }).click();
    assert.match(await page.getByRole("status").innerText(), /ລໍຖ້າສົ່ງ/);
  });
}

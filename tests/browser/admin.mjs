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
  await page.waitForURL(/\/me$/);
}

/** The open page is no wider than the screen, and axe finds nothing on it. */
async function sound(page) {
  assert.deepEqual([...(await overflow(page)), ...(await barriers(page))], [], page.url());
}

export function admin(house) {
  // Signed in once: a code of the second step is taken once.
  let keeper;
  const asKeeper = async () => {
    if (keeper === undefined) {
      keeper = await visit(house.browser, house.address, { viewport: PHONE });
      await signIn(keeper, house, "system-admin@viak.example");
    }
    return keeper;
  };

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
    const page = await asKeeper();
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

  test("a letter that the server refused is read of, sent again, and arrives", async () => {
    const lost = "newcomer@example.la";
    house.mailbox.refused.add(lost);
    const page = await asKeeper();
    await page.goto("/admin/messages");
    await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill(lost);
    await page.getByRole("button", { name: "ສົ່ງທົດລອງ" }).click();
    await page.waitForURL(/done=tested/);
    // Letters go out twice a second; the page shows one as soon as it was given up.
    const dead = page.locator("li", { has: page.getByText("nobody of this name lives here") });
    for (let times = 0; times < 60 && (await dead.count()) === 0; times += 1) {
      await page.waitForTimeout(250);
      await page.goto("/admin/messages?status=dead");
    }
    assert.match(await dead.first().innerText(), /ເຄື່ອງແມ່ຂ່າຍຕອບວ່າ/);
    assert.ok(!(await page.locator("main").innerText()).includes(lost), "the address stays masked");
    await sound(page);
    assert.ok(!house.mailbox.kept.some((letter) => letter.to.includes(lost)));
    house.mailbox.refused.delete(lost);
    await dead.first().getByRole("button", { name: "ສົ່ງຄືນ", exact: true }).click();
    assert.match(await page.getByRole("status").innerText(), /ຈະສົ່ງຄືນ/);
    const arrived = () => house.mailbox.kept.some((letter) => letter.to.includes(lost));
    for (let times = 0; times < 60 && !arrived(); times += 1) await page.waitForTimeout(250);
    assert.ok(arrived(), "it arrives");
  });

  test("tokens of programs are seen and taken back", async () => {
    const made = ["--data", house.data, "token", "create", "--role", "publisher", "--name", "ເວັບໄຊຫາງານ"];
    await promisify(execFile)(house.program, made, { cwd: house.data });
    const page = await asKeeper();
    await page.goto("/admin");
    await page.getByRole("link", { name: "ກະແຈຂອງໂປຣແກຣມ" }).click();
    await sound(page);
    const row = page.locator("li", { has: page.getByRole("heading", { name: "ເວັບໄຊຫາງານ" }) });
    await row.getByRole("button", { name: "ຍົກເລີກກະແຈນີ້" }).focus();
    await page.keyboard.press("Enter");
    assert.match(await page.getByRole("status").innerText(), /ຍົກເລີກກະແຈແລ້ວ/);
    assert.match(await page.locator("main").innerText(), /ທີ່ໃຊ້ບໍ່ໄດ້ແລ້ວ/);
    await sound(page);
  });

  test("a test letter waits or was sent, and stands in the list", async () => {
    const page = await asKeeper();
    await page.goto("/admin/messages");
    await page.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill("ops@example.la");
    await page.getByRole("button", { name: "ສົ່ງທົດລອງ" }).click();
    assert.match(await page.getByRole("status").innerText(), /ລໍຖ້າສົ່ງ/);
  });
}

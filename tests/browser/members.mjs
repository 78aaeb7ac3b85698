// An organisation's administrator invites somebody, who accepts; the last administrator cannot leave, and is told why,
// until another is named: in Lao on a phone, by keyboard.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { protect, signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";
import { tabTo } from "./journey.mjs";

const NAME = "ໂຮງງານຫຍິບ ດອກຈຳປາ";
const [FIRST, SECOND] = ["+8562055556611", "+8562055556622"];
const LAST = "ຈະບໍ່ມີໃຜດູແລອົງກອນ. ຕັ້ງຜູ້ດູແລຄົນອື່ນກ່ອນ.";
const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** What the page says was done or went wrong. */
const told = async (page, role) => (await page.getByRole(role).innerText()).trim();

/** Presses a button or follows a link with nothing but keys, from wherever the page put the focus. */
async function enter(page, wanted) {
  await tabTo(page, wanted);
  const answered = page.waitForNavigation();
  await page.keyboard.press("Enter");
  await answered;
}

/** The invitation in the newest short message to a number that was not read before; the server sends twice a second. */
async function invitationFor(house, number, read) {
  const folder = join(house.data, "sms");
  for (let tries = 0; tries < 200; tries += 1) {
    // What begins with a dot is being written still.
    const there = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("."));
    for (const name of there.sort().reverse()) {
      const { to, text } = JSON.parse(await readFile(join(folder, name), "utf8"));
      const [path] = text.match(/\/invitations\/\S+/) ?? [];
      if (to === number && path && !read.has(name)) {
        read.add(name);
        assert.ok(text.includes(NAME), text);
        return path;
      }
    }
    await pause(100);
  }
  throw new Error(`no invitation came for ${number}`);
}

/** Somebody with an account that a second step protects. */
async function member(house, typed, number) {
  const page = await visit(house.browser, house.address, { viewport: PHONE });
  await signUp(page, house, typed, number, new Set());
  await protect(page);
  return page;
}

/** Enters an organisation, which the reader looks after from then on. */
async function found(page, house) {
  const facts = { kind: "employer", name: NAME, registration_no: "01-00066611", tax_no: "123456789-666" };
  const form = { ...facts, district: "1301", isic: "C" };
  const answer = await page.request.post("/organisations/new", { form, headers: { origin: house.address } });
  assert.equal(answer.status(), 200, await answer.text());
}

/** From the own page to the members, and there the form is filled in and sent, by keyboard. */
async function invite(page, administers) {
  await page.goto("/me");
  await enter(page, page.getByRole("link", { name: `ສະມາຊິກຂອງ ${NAME}` }));
  assert.equal(await heading(page), `ສະມາຊິກຂອງ ${NAME}`);
  await assertSound(page, "members");
  await tabTo(page, page.getByLabel("ເບີໂທ ຫຼື ອີເມວ"));
  await page.keyboard.type("020 5555 6622");
  const choice = page.getByLabel("ເຊີນ ແລະ ຢຸດສະມາຊິກໄດ້ນຳ");
  await tabTo(page, choice);
  if (administers) await page.keyboard.press("ArrowDown");
  assert.equal(await choice.inputValue(), administers ? "yes" : "no");
  await enter(page, button(page, "ສົ່ງຄຳເຊີນ"));
  assert.equal(await told(page, "status"), "ສົ່ງຄຳເຊີນແລ້ວ.");
  await assertSound(page, "members-invited");
}

async function accept(page, path) {
  await page.goto(path);
  assert.equal(await heading(page), "ຄຳເຊີນ");
  assert.match(await page.locator("main").innerText(), new RegExp(`${NAME} ເຊີນທ່ານ`));
  await assertSound(page, "invitation");
  await enter(page, button(page, "ຕອບຮັບ"));
  assert.equal(new URL(page.url()).pathname, "/me");
  assert.match(await page.locator("#roles ~ ul").first().innerText(), new RegExp(NAME));
  await assertSound(page, "me-joined");
}

async function leave(page) {
  await page.goto("/me");
  await enter(page, button(page, "ປະໜ້າທີ່ນີ້"));
}

/** Nobody would be left: the reader is told so, and stays. */
async function cannotLeave(page) {
  await leave(page);
  assert.equal(await told(page, "alert"), LAST);
  assert.equal(await button(page, "ປະໜ້າທີ່ນີ້").count(), 1, "the role is held as before");
  await assertSound(page, "me-last");
}

export function members(house) {
  test("the last administrator cannot leave before another is named, in Lao by keyboard", async () => {
    const first = await member(house, "020 5555 6611", FIRST);
    const second = await member(house, "020 5555 6622", SECOND);
    await found(first, house);
    await cannotLeave(first);
    const read = new Set();
    await invite(first, false);
    await accept(second, await invitationFor(house, SECOND, read));
    assert.equal(await second.getByRole("link", { name: `ສະມາຊິກຂອງ ${NAME}` }).count(), 0, "a member alone");
    await cannotLeave(first);
    await invite(first, true);
    await accept(second, await invitationFor(house, SECOND, read));
    await leave(first);
    assert.equal(await told(first, "status"), "ປະໜ້າທີ່ແລ້ວ.");
    await assertSound(first, "me-left");
    assert.equal(await first.getByRole("link", { name: `ສະມາຊິກຂອງ ${NAME}` }).count(), 0);
    await second.goto("/me");
    await enter(second, second.getByRole("link", { name: `ສະມາຊິກຂອງ ${NAME}` }));
    await assertSound(second, "members-of-the-other");
  });
}

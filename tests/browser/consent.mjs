// A worker with a cheap phone is asked for consent in Lao, gives it, takes it back, and reads the trail of all that.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { PASSWORD, appCode, codeFor, signUp } from "./accounts.mjs";
import { DESK, PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";

const NAME = "ບໍລິສັດ ຊ່າງເຊື່ອມສະຫວັນ ຈຳກັດ";
const REGISTERED = ["01-00054321", "123456789-111"];
const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** What an operator types at the machine. */
async function viak(house, ...words) {
  const { stdout } = await promisify(execFile)(house.program, ["--data", house.data, ...words]);
  return stdout;
}

/** Somebody at a desk, whose forms are sent as their pages send them. */
async function atDesk(house, number) {
  const page = await visit(house.browser, house.address, { viewport: DESK });
  const send = async (path, form) => {
    const answer = await page.request.post(path, { form, headers: { origin: house.address } });
    assert.equal(answer.status(), 200, `${path}: ${await answer.text()}`);
    return answer;
  };
  await send("/sign-up", { contact: number, new_password: PASSWORD });
  await send("/code", { code: await codeFor(house, number, new Set()) });
  await page.goto("/me/account/second-step");
  const secret = (await page.locator("p code").innerText()).replaceAll(" ", "");
  await send("/me/account/second-step", { code: appCode(secret), password: PASSWORD });
  return { page, send };
}

/** An employer that an officer has verified; returns whoever looks after it, and its key. */
export async function verifiedEmployer(house, [founder, officer], name, [registered, taxed]) {
  const employer = await atDesk(house, founder);
  const office = await atDesk(house, officer);
  await viak(house, "organisation", "add", "--kind", "office", "--name", "ຫ້ອງການແຮງງານ", "--area", "1301");
  const offices = JSON.parse(await viak(house, "organisation", "list", "--kind", "office", "--json"));
  const at = (offices.organisations ?? offices)[0].id;
  await viak(house, "role", "grant", "district_officer", "--to", officer, "--organisation", at, "--area", "1301");
  const facts = { kind: "employer", name, registration_no: registered, tax_no: taxed };
  const founded = await employer.send("/organisations/new", { ...facts, district: "1301", isic: "F" });
  const [, id] = founded.url().match(/\/organisation\/([0-9a-f-]+)/);
  for (const [kind, number] of [["enterprise_registration", registered], ["tax_certificate", taxed]]) {
    await employer.send(`/organisation/${id}/evidence`, { kind, number, issued_on: "2026-01-05" });
  }
  await employer.send(`/organisation/${id}/submit`, {});
  for (const step of ["check_registry", "verify"]) {
    await office.send(`/officer/organisations/${id}`, { step, reason: "" });
  }
  return { ...employer, id };
}

/** A worker whom employers find without a name. */
async function worker(house) {
  const page = await visit(house.browser, house.address, { viewport: PHONE, hasTouch: true, isMobile: true });
  await signUp(page, house, "020 5555 3333", "+8562055553333", new Set());
  await page.goto("/me/profile/name");
  await page.getByLabel("ຊື່", { exact: true }).fill("ບຸນມີ");
  await press(page, "ບັນທຶກ");
  await page.waitForURL(/done=saved$/);
  await page.goto("/me/profile/visibility");
  await press(page, "ສະແດງແບບບໍ່ບອກຊື່");
  await page.getByRole("button", { name: "ໃຫ້ເປັນແນວນີ້ຕໍ່ໄປ" }).waitFor();
  const copy = await (await page.request.get("/me/data/viak.json")).json();
  return { page, person: copy.tables.person[0].id };
}

/** The employer asks on its page. */
export async function ask({ page }, person) {
  await page.goto(`/people/${person}/ask?lang=en`);
  assert.equal(await heading(page), "Ask a person to see more");
  await page.getByLabel("Tell the person why").fill("ພວກເຮົາຊອກຊ່າງເຊື່ອມ ແລະ ຢາກໂທຫາທ່ານ");
  await press(page, "Ask for consent");
  assert.equal((await page.getByRole("status").innerText()).trim(), "The person was asked. The answer comes when they look at it.");
  await assertSound(page, "consent-ask");
}

export async function answer(page, name) {
  await page.goto("/me");
  await assertSound(page, "me-asked");
  await page.getByRole("link", { name: "ມີ 1 ອົງກອນຂໍເບິ່ງຂໍ້ມູນຂອງທ່ານ" }).click();
  await assertSound(page, "consents-asked");
  await page.getByRole("link", { name }).click();
  assert.equal(await heading(page), `${name} ຂໍເບິ່ງຂໍ້ມູນຂອງທ່ານ`);
  await assertSound(page, "consent-request");
  await page.getByLabel("ໃຫ້ເຫັນເຖິງວັນທີ").fill("2040-01-01");
  await press(page, "ອະນຸຍາດ");
  assert.equal(await page.getByRole("alert").getByRole("link").count(), 1, "it ends within a year");
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("ໃຫ້ເຫັນເຖິງວັນທີ").fill(soon);
  await press(page, "ອະນຸຍາດ");
  await page.waitForURL(/done=given$/);
  await assertSound(page, "consents-given");
}

export function consent(house) {
  test("consent is asked for, given, taken back and read in the trail, in Lao on a phone", async () => {
    const employer = await verifiedEmployer(house, ["+8562055551111", "+8562055552222"], NAME, REGISTERED);
    const { page, person } = await worker(house);
    await ask(employer, person);
    await answer(page, NAME);
    await page.locator("#live ~ ul").getByRole("link", { name: NAME }).click();
    await assertSound(page, "consent");
    await press(page, "ຖອນຄືນ");
    await page.waitForURL(/done=withdrawn$/);
    assert.equal(await page.locator("#live ~ ul").count(), 0, "nobody sees it any more");
    await assertSound(page, "consents-withdrawn");
    await page.goto("/me");
    await page.getByRole("link", { name: "ໃຜເບິ່ງຂໍ້ມູນຂອງຂ້ອຍ" }).click();
    const told = await page.locator("#entries ~ ul h3").allInnerTexts();
    const expected = ["ຖອນຄືນການຍິນຍອມ: ບໍ່ໃຫ້ເຫັນອີກ", "ຍິນຍອມໃຫ້ເບິ່ງຂໍ້ມູນຂອງທ່ານ", "ຂໍເບິ່ງຂໍ້ມູນຂອງທ່ານ"];
    assert.deepEqual(told.slice(0, 3), expected, told.join("\n"));
    assert.match(await page.locator("#entries ~ ul").innerText(), new RegExp(NAME), "who asked is named");
    await assertSound(page, "trail");
    await page.goto("/me");
    await page.getByRole("link", { name: "ຂໍ້ມູນທັງໝົດກ່ຽວກັບຂ້ອຍ" }).click();
    await assertSound(page, "copies");
  });
}

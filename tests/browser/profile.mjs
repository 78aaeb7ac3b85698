// The own profile in Lao on a cheap phone: filled in step by step, by keyboard where it is typed, shown, and read out of a CV.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";
import { tabTo } from "./journey.mjs";

const heading = async (page) => (await page.getByRole("heading", { level: 1 }).innerText()).trim();
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** Opens a part from the overview, and looks at it. */
async function openPart(page, title, name) {
  await page.goto("/me/profile");
  await page.locator("#parts ~ ul").getByRole("link", { name: title, exact: true }).click();
  assert.equal(await heading(page), title);
  await assertSound(page, name);
}

async function sayName(page) {
  await openPart(page, "ຊື່ ແລະ ວັນເດືອນປີເກີດ", "profile-name");
  await page.getByLabel("ຊື່", { exact: true }).fill("ບຸນມີ");
  await page.getByLabel("ວັນເກີດ: ວັນທີ").fill("໓໑");
  await page.getByLabel("ວັນເກີດ: ເດືອນ").fill("໐໒");
  await page.getByLabel("ວັນເກີດ: ປີ (ຄ.ສ.)").fill("໑໙໙໘");
  await press(page, "ບັນທຶກ");
  await page.getByRole("alert").getByRole("link").click();
  assert.equal(await page.evaluate(() => document.activeElement?.id ?? location.hash), "birth_day");
  assert.equal(await page.getByLabel("ຊື່", { exact: true }).inputValue(), "ບຸນມີ");
  await assertSound(page, "profile-name-wrong");
  await page.getByLabel("ວັນເກີດ: ວັນທີ").fill("໑໒");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me\/profile\?done=saved$/);
}

async function sayPlace(page) {
  await openPart(page, "ບ່ອນຢູ່ ແລະ ການຕິດຕໍ່", "profile-place");
  await page.getByLabel("ແຂວງ").selectOption("13");
  await press(page, "ສືບຕໍ່");
  await page.getByLabel("ເມືອງໃນ ສະຫວັນນະເຂດ").selectOption("1301");
  await assertSound(page, "profile-district");
  await press(page, "ບັນທຶກ");
  await page.waitForURL(/\/me\/profile\?done=saved$/);
}

async function sayWork(page) {
  await openPart(page, "ປະສົບການເຮັດວຽກ", "profile-experience");
  await page.getByLabel("ທ່ານເຮັດວຽກຫຍັງ").fill("ຊ່າງເຊື່ອມ");
  await page.getByLabel("ຕັ້ງແຕ່ (ເດືອນ/ປີ)").fill("03/2021");
  await press(page, "ສືບຕໍ່");
  assert.ok(await page.getByRole("heading", { name: "“ຊ່າງເຊື່ອມ” ແມ່ນອາຊີບໃດ?" }).isVisible());
  await assertSound(page, "profile-occupation");
  await page.locator("#occupation ~ ul").getByRole("button", { name: "ເລືອກ" }).first().click();
  await page.waitForURL(/done=saved$/);
}

/** A school is told, and changed where it stands. */
async function saySchool(page) {
  await openPart(page, "ການສຶກສາ", "profile-education");
  await page.getByLabel("ລະດັບ", { exact: true }).selectOption("certificate_3");
  await page.getByLabel("ສາຂາ", { exact: true }).selectOption("071");
  await page.getByLabel("ໂຮງຮຽນ", { exact: true }).fill("ວິທະຍາໄລເຕັກນິກ ສະຫວັນນະເຂດ");
  await page.getByLabel("ປີທີ່ຈົບ (ຄ.ສ.)").fill("໒໐໑໙");
  await press(page, "ບັນທຶກ");
  await page.locator("#schools ~ ul").getByRole("link").first().click();
  assert.equal(await page.getByLabel("ປີທີ່ຈົບ (ຄ.ສ.)").inputValue(), "2019");
  await assertSound(page, "profile-education-change");
  await page.getByLabel("ປີທີ່ຈົບ (ຄ.ສ.)").fill("2020");
  await press(page, "ບັນທຶກ");
  assert.ok(await page.getByText("ຈົບປີ 2020").isVisible());
}

/** The step of skills by keyboard alone. */
async function saySkills(page) {
  await openPart(page, "ທັກສະ", "profile-skills");
  await tabTo(page, page.locator("#text"));
  await page.keyboard.type("ເຊື່ອມໄຟຟ້າ");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "“ເຊື່ອມໄຟຟ້າ” ໝາຍເຖິງອັນໃດ?" }).waitFor();
  await assertSound(page, "profile-which");
  await tabTo(page, page.locator("#which ~ ul button").first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/skill=/);
  await page.getByLabel("ທ່ານເຮັດໄດ້ດີປານໃດ").selectOption("3");
  await assertSound(page, "profile-how");
  await press(page, "ບັນທຶກ");
  assert.ok(await page.getByText("ຊຳນານ: ເຮັດວຽກຍາກໄດ້").first().isVisible());
}

/** A CV is sent; what was found is ticked. */
async function sendCv(page) {
  await page.goto("/me/profile/upload");
  await assertSound(page, "profile-upload");
  const buffer = Buffer.from("ຂ້ອຍເຮັດວຽກ gas welding ແລະ ເວົ້າພາສາອັງກິດ (B1)");
  await page.getByLabel("ໄຟລ໌").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer });
  await press(page, "ສົ່ງໄຟລ໌");
  assert.equal(await heading(page), "ພົບໃນ CV ຂອງທ່ານ");
  assert.equal(await page.locator("input:checked").count(), 0, "nothing is ticked");
  await assertSound(page, "profile-found");
  await page.getByLabel(/ອັງກິດ/).check();
  await press(page, "ເພີ່ມສິ່ງທີ່ໝາຍ");
  await page.waitForURL(/\/me\/profile\?done=added$/);
}

async function show(page) {
  await page.goto("/me/profile/visibility");
  await assertSound(page, "profile-visibility");
  await press(page, "ສະແດງແບບບໍ່ບອກຊື່");
  assert.ok(await page.getByRole("button", { name: "ໃຫ້ເປັນແນວນີ້ຕໍ່ໄປ" }).isVisible());
  await page.goto("/me/profile/as-seen");
  await assertSound(page, "profile-as-seen");
  await page.goto("/me/profile");
  await assertSound(page, "profile");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "CV ເປັນ PDF: ລາວ" }).click();
  assert.equal((await coming).suggestedFilename(), "cv-lo.pdf");
}

export function profile(house) {
  test("a profile is filled in, shown and printed, in Lao on a phone", async () => {
    const page = await visit(house.browser, house.address, { viewport: PHONE, hasTouch: true, isMobile: true });
    await signUp(page, house, "020 5555 7777", "+8562055557777", new Set());
    await page.goto("/me");
    await page.getByRole("link", { name: "ໂປຣໄຟລ໌ຂອງຂ້ອຍ" }).click();
    await assertSound(page, "profile-empty");
    await sayName(page);
    await sayPlace(page);
    await sayWork(page);
    await saySchool(page);
    await saySkills(page);
    await sendCv(page);
    await show(page);
    const expected = /\b422\b|cv\.pdf/;
    assert.deepEqual(page.faults.filter((fault) => !expected.test(fault)), []);
  });
}

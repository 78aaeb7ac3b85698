// An officer finds somebody by keyboard alone, and is shown a covered number and the jobs that fit without script; whoever
// looks for work reads the jobs that fit without script too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { protect, signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";
import { tabTo } from "./journey.mjs";

const [NUMBER, WORKER] = ["+8562056787009", "+8562056787010"];

/** Follows a link or presses a button with nothing but keys. */
async function enter(page, wanted) {
  await tabTo(page, wanted);
  const answered = page.waitForNavigation();
  await page.keyboard.press("Enter");
  await answered;
}

/** An officer of the capital who is signed in. */
async function officer(house) {
  const viak = (...words) =>
    execFileSync(house.program, [...house.settings, ...words], { cwd: house.data, encoding: "utf8" });
  const added = viak("organisation", "add", "--kind", "office", "--name", "ຫ້ອງການແຮງງານ ນະຄອນຫຼວງ", "--area", "01");
  const [office] = added.match(/[0-9a-f-]{36}/);
  const page = await visit(house.browser, house.address, { viewport: PHONE });
  await signUp(page, house, "020 5678 7009", NUMBER, new Set());
  await protect(page);
  viak("role", "grant", "provincial_officer", "--to", NUMBER, "--organisation", office, "--area", "01");
  return page;
}

/** Somebody of the capital who can be called; the key of the record. */
async function worker(house) {
  const page = await visit(house.browser, house.address, { viewport: PHONE });
  await signUp(page, house, "020 5678 7010", WORKER, new Set());
  const send = async (path, form) => {
    const answer = await page.request.post(path, { form, headers: { origin: house.address } });
    assert.equal(answer.status(), 200, `${path}: ${await answer.text()}`);
  };
  await send("/me/profile/name", { given: "ວິໄລ" });
  await send("/me/profile/place", { what: "district", province: "01", district: "0101" });
  await send("/me/profile/place", { what: "reach", phone: WORKER });
  await send("/me/profile/wishes", { headline: "ຄົນຂັບລົດ" });
  const copy = await (await page.request.get("/me/data/viak.json")).json();
  return copy.tables.person[0].id;
}

/** The same visitor in a browser that runs no script. */
async function withoutScript(house, page) {
  const storageState = await page.context().storageState();
  return visit(house.browser, house.address, { viewport: PHONE, javaScriptEnabled: false, storageState });
}

export function officers(house) {
  test("an officer finds somebody by keyboard, and without script sees a covered number and fitting jobs", async () => {
    const page = await officer(house);
    await page.goto("/people?lang=en");
    await tabTo(page, page.locator("main input[name=q]"));
    await page.keyboard.type("driver");
    const searched = page.waitForNavigation();
    await page.keyboard.press("Enter");
    await searched;
    await assertSound(page, "people-by-keyboard");
    await enter(page, page.locator("#found ~ ul h3 a").first());
    await assertSound(page, "person-with-jobs");
    const bare = await withoutScript(house, page);
    await bare.goto(`/people/${await worker(house)}?lang=en`);
    assert.ok((await bare.locator("#jobs ~ ul h3 a").count()) > 0, "jobs that fit are listed");
    assert.match(await bare.locator("#known ~ ul").innerText(), /\*\*/, "the number is covered");
    await bare.locator("#what").selectOption("phone");
    await bare.locator("#purpose").selectOption("placement");
    await bare.locator("form[action$='/reveal'] button").click();
    assert.match(await bare.getByRole("status").innerText(), /\+856 [\d ]{8,}/);
    assert.deepEqual(page.faults, []);
  });

  test("jobs that fit the own profile are read without script", async () => {
    const line = house.said.find((said) => said.includes("seeker@viak.example"));
    const [contact, password] = line.trim().split(/\s+/);
    const page = await visit(house.browser, house.address, { viewport: PHONE, javaScriptEnabled: false });
    await page.goto("/sign-in?lang=en");
    await page.locator("main input[name=contact]").fill(contact);
    await page.locator("main input[name=password]").fill(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/me$/);
    await page.getByRole("link", { name: "Jobs that fit me" }).first().click();
    const job = page.locator("#jobs ~ ul h3 a").first();
    assert.match(await page.locator("#jobs ~ ul .card").first().innerText(), /% match/);
    const title = (await job.innerText()).trim();
    await job.click();
    assert.equal((await page.getByRole("heading", { level: 1 }).innerText()).trim(), title);
  });
}

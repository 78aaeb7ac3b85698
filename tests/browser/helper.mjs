// A helper registers people in Lao on a cheap phone, offline, over a network that breaks: each arrives once; one of them
// comes in by her card, takes her record over with an account of her own, consents to an employer, takes that back, and reads
// all of it in her trail.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer, connect } from "node:net";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { answer, ask, verifiedEmployer } from "./consent.mjs";
import { assertSound } from "./guide.mjs";
import { tabTo } from "./journey.mjs";
import { program } from "./platform.mjs";

const run = promisify(execFile);
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** A record that is refused for good, whatever it holds. */
const TOO_LARGE = "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/**
 * Passes bytes on to the platform; as long as `broken` is above nothing, answers to records are lost. As long as
 * `refused` is, records never arrive and are answered 413. What is answered to a record while `held` is a list waits
 * in it.
 */
async function breakingProxy(address) {
  const { hostname, port } = new URL(address);
  const proxy = { broken: 0, refused: 0, held: null, sent: 0 };
  const server = createServer((caller) => {
    const platform = connect(Number(port), hostname);
    let lose = false;
    let wait = false;
    caller.on("data", (bytes) => {
      if (bytes.toString("latin1").startsWith("POST /helper/records ")) {
        proxy.sent += 1;
        lose = proxy.broken > 0;
        wait = proxy.held !== null;
        if (proxy.refused > 0) {
          proxy.refused -= 1;
          return caller.end(TOO_LARGE, () => platform.destroy());
        }
      }
      platform.write(bytes);
    });
    platform.on("data", (bytes) => {
      if (wait && proxy.held) return proxy.held.push(() => caller.write(bytes));
      if (!lose) return caller.write(bytes);
      // The platform has stored the record and answered; the answer never comes.
      proxy.broken -= 1;
      caller.destroy();
      return platform.destroy();
    });
    for (const [one, other] of [[caller, platform], [platform, caller]]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  proxy.address = `http://127.0.0.1:${server.address().port}`;
  proxy.stop = () => server.close();
  return proxy;
}

/** Gives the account of a phone number the role of a helper in a district, as an operator does. */
async function makeHelper(house, number, name = "ຫ້ອງການທົດລອງ") {
  const viak = (...words) => run(program(), ["--data", house.data, ...words], { cwd: house.data });
  const { stdout } = await viak("organisation", "add", "--kind", "office", "--name", name, "--area", "1301");
  const [office] = stdout.match(/[0-9a-f]{8}-[0-9a-f-]{27}/);
  await viak("role", "grant", "proxy_helper", "--to", number, "--organisation", office, "--area", "1301", "--until", inDays(90));
}

/** A day so many days from now, as forms take it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function fill(page, name) {
  await page.getByLabel("ຊື່", { exact: true }).fill(name);
  await page.getByLabel("ວັນເກີດ: ປີ (ຄ.ສ.)").fill("1984");
  await page.getByLabel("ເມືອງ", { exact: true }).selectOption("1301");
  await page.getByLabel("ວຽກທີ່ເຮັດຢູ່ ຫຼື ເຄີຍເຮັດ").fill("ຊາວນາ");
  await page.getByLabel("ຊື່ພະຍານ").fill("ນາງ ແສງ");
  await page.getByLabel("ຜູ້ກ່ຽວໄດ້ຟັງຂໍ້ຄວາມແລ້ວ ແລະ ຍິນຍອມ").check();
}

/** What the page says of the network. */
const told = (page, text) => page.locator("#network", { hasText: text }).waitFor();

const until = async (what, holds) => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`${what} did not come about`);
};

/** Two records are kept without a network, and one with a day that does not exist. */
async function fillOffline(page) {
  await page.goto("/helper/register");
  await told(page, "ດຽວນີ້ເປີດໜ້ານີ້ໄດ້ເຖິງບໍ່ມີເຄືອຂ່າຍ.");
  await assertSound(page, "helper-register");
  await page.context().setOffline(true);
  await page.reload();
  await told(page, "ບໍ່ມີເຄືອຂ່າຍ. ຕື່ມແບບຟອມຕາມປົກກະຕິ");
  await fill(page, "ຄຳ");
  await tabTo(page, page.getByRole("button", { name: "ບັນທຶກ", exact: true }));
  await page.keyboard.press("Enter");
  await page.locator("#queue h3").getByText("ຄຳ", { exact: true }).waitFor();
  await fill(page, "ແກ້ວ");
  await page.getByLabel("ວັນເກີດ: ວັນທີ").fill("31");
  await page.getByLabel("ວັນເກີດ: ເດືອນ").fill("2");
  await press(page, "ບັນທຶກ");
  await page.locator("#queue h3").getByText("ແກ້ວ", { exact: true }).waitFor();
  page.faults.length = 0;
  await assertSound(page, "helper-offline");
}

/** Three times the network comes back, takes a record and loses the answer. */
async function reconnect(page, proxy) {
  proxy.broken = 3;
  for (let left = 2; left >= 0; left -= 1) {
    await page.context().setOffline(false);
    await until("a broken answer", () => proxy.broken <= left);
    await page.context().setOffline(true);
    await told(page, "ບໍ່ມີເຄືອຂ່າຍ. ຕື່ມແບບຟອມຕາມປົກກະຕິ");
  }
  await page.context().setOffline(false);
  await page.locator("#queue").getByText("ມາຮອດແລ້ວ").first().waitFor();
  await page.locator("#queue .problem").getByText("ບໍ່ມີວັນທີນີ້ໃນປະຕິທິນ.").waitFor();
  page.faults.length = 0;
  await assertSound(page, "helper-refused");
  await press(page, "ແກ້ໄຂ");
  assert.equal(await page.getByLabel("ຊື່", { exact: true }).inputValue(), "ແກ້ວ");
  await page.getByLabel("ວັນເກີດ: ວັນທີ").fill("28");
  await press(page, "ບັນທຶກ");
  await until("the second arrival", async () => (await page.locator("#queue").getByText("ມາຮອດແລ້ວ").count()) === 2);
}

/** The helper makes a card; what stands on it. */
async function makeCard(page) {
  await page.goto("/helper");
  await page.getByRole("heading", { name: "ລົງທະບຽນແລ້ວ 2 ຄົນ" }).waitFor();
  await assertSound(page, "helper");
  await page.getByRole("link", { name: "ຄຳ", exact: true }).click();
  await assertSound(page, "helper-record");
  await press(page, "ອອກບັດ");
  await assertSound(page, "helper-card");
  const [, number, pin] = await page.locator(".pin-card dd").allInnerTexts();
  return { number, pin };
}

async function comeIn(house, { number, pin }) {
  const page = await visit(house.browser, house.address, { viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto("/card");
  await page.getByLabel("ເລກບັດ").fill(number);
  await page.getByLabel("PIN").fill(pin);
  await assertSound(page, "card");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/me\/profile$/);
  await page.getByText("ຄຳ, 1984").or(page.getByText("ຄຳ", { exact: true })).first().waitFor();
  await assertSound(page, "card-profile");
}

async function claim(house, { number, pin }) {
  const page = await visit(house.browser, house.address, { viewport: PHONE, hasTouch: true, isMobile: true });
  await signUp(page, house, "020 5555 6661", "+8562055556661", new Set());
  await page.goto("/me");
  await page.getByRole("link", { name: "ຮັບເອົາຂໍ້ມູນລົງທະບຽນຂອງຂ້ອຍ" }).click();
  await assertSound(page, "claim");
  await page.getByLabel("ເລກບັດ").fill(number);
  await page.getByLabel("PIN").fill(pin);
  await press(page, "ຮັບເອົາ");
  await page.waitForURL(/\/me\/profile\/visibility\?done=claimed$/);
  await page.getByText("ຂໍ້ມູນລົງທະບຽນເປັນຂອງທ່ານແລ້ວ").waitFor();
  await page.goto("/me/profile");
  await page.getByText("ຄຳ").first().waitFor();
  return page;
}

/** Whoever took her record over is asked for consent, gives it, takes it back, and finds all since her registration. */
async function consentAndTrail(house, page) {
  const [name, numbers] = ["ບໍລິສັດ ຕັດຫຍິບຈຳປາ ຈຳກັດ", ["+8562055551112", "+8562055552223"]];
  const employer = await verifiedEmployer(house, numbers, name, ["01-00054322", "123456789-112"]);
  await page.goto("/me/profile/visibility");
  await press(page, "ສະແດງແບບບໍ່ບອກຊື່");
  await page.getByRole("button", { name: "ໃຫ້ເປັນແນວນີ້ຕໍ່ໄປ" }).waitFor();
  const copy = await (await page.request.get("/me/data/viak.json")).json();
  await ask(employer, copy.tables.person[0].id);
  await answer(page, name);
  await page.locator("#live ~ ul").getByRole("link", { name }).click();
  await press(page, "ຖອນຄືນ");
  await page.waitForURL(/done=withdrawn$/);
  const live = await page.locator("#live ~ ul").innerText();
  assert.ok(live.includes("ຕາມກົດໝາຍ") && !live.includes(name), `what the law shows stays: ${live}`);
  await assertSound(page, "consents-registered");
  await page.goto("/me/trail");
  const told = (await page.locator("#entries ~ ul > li").allInnerTexts()).join("\n\n");
  const inTurn = ["ຖອນຄືນການຍິນຍອມ: ບໍ່ໃຫ້ເຫັນອີກ", "ຍິນຍອມໃຫ້ເບິ່ງຂໍ້ມູນຂອງທ່ານ", "ຂໍເບິ່ງຂໍ້ມູນຂອງທ່ານ", "ເພີ່ມໂປຣໄຟລ໌ຂອງທ່ານ"];
  const places = inTurn.map((words) => told.indexOf(words));
  assert.ok(places.every((at) => at >= 0), `${places}: ${told}`);
  assert.ok(told.indexOf("ຜູ້ຊ່ວຍ") > 0, `the helper who registered her is named: ${told}`);
  await assertSound(page, "trail-registered");
}

/** The names of the records that wait in this browser, whoever they belong to. */
const kept = (page) => page.evaluate(() => new Promise((done, failed) => {
  const asked = indexedDB.open("viak-records");
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction("record").objectStore("record").getAll();
    all.onsuccess = () => {
      asked.result.close();
      const inOrder = all.result.sort((one, other) => one.since - other.since);
      done(inOrder.map((record) => record.fields.find(([name]) => name === "given")[1]));
    };
  };
}));

const names = (page) => page.locator("#queue h3").allInnerTexts();

/** What is missing, or no year, is named before anything is kept, and the form stays as it was typed. */
async function refuseIncomplete(page) {
  await fill(page, " ");
  await page.getByLabel("ຊື່ພະຍານ").fill(" ");
  await page.getByLabel("ວັນເກີດ: ປີ (ຄ.ສ.)").fill("84");
  await press(page, "ບັນທຶກ");
  await page.locator("#wrong li", { hasText: "ຊື່ພະຍານ: ຕ້ອງຂຽນ." }).waitFor();
  await page.locator("#wrong li", { hasText: "ຂຽນປີເປັນສີ່ຕົວເລກ" }).waitFor();
  assert.equal(await page.locator("#wrong li").count(), 3, "the name, the year and the witness");
  assert.deepEqual(await kept(page), [], "nothing waits");
  assert.equal(await page.getByLabel("ວຽກທີ່ເຮັດຢູ່ ຫຼື ເຄີຍເຮັດ").inputValue(), "ຊາວນາ");
  await assertSound(page, "helper-incomplete");
}

/** A record is corrected while its first words are on their way: both stay. */
async function correctMeanwhile(page, proxy) {
  proxy.held = [];
  await fill(page, "ຄຳ");
  await press(page, "ບັນທຶກ");
  await until("an answer on its way", () => proxy.held.length > 0);
  await press(page, "ແກ້ໄຂ");
  await page.getByLabel("ຊື່", { exact: true }).fill("ຄຳດີ");
  await press(page, "ບັນທຶກ");
  await page.locator("#queue h3").getByText("ຄຳດີ", { exact: true }).waitFor();
  const held = proxy.held;
  proxy.held = null;
  for (const pass of held) pass();
  await page.locator("#queue").getByText("ມາຮອດແລ້ວ").waitFor();
  await page.locator("#queue .problem").waitFor();
  assert.deepEqual(await names(page), ["ຄຳດີ", "ຄຳ"], "the correction waits, and what came first has arrived");
  assert.deepEqual(await kept(page), ["ຄຳດີ"]);
}

/** One record is refused for good, and the one after it arrives. */
async function refuseOne(page, proxy) {
  await page.context().setOffline(true);
  for (const name of ["ບຸນ", "ສີ"]) {
    await fill(page, name);
    await press(page, "ບັນທຶກ");
    await page.locator("#queue h3").getByText(name, { exact: true }).waitFor();
  }
  proxy.refused = 1;
  await page.context().setOffline(false);
  await until("the second arrival", async () => (await page.locator("#queue").getByText("ມາຮອດແລ້ວ").count()) === 2);
  assert.deepEqual(await kept(page), ["ຄຳດີ", "ບຸນ"]);
  await page.locator("#queue .problem").getByText("ຮັບຂໍ້ມູນນີ້ແບບນີ້ບໍ່ໄດ້").waitFor();
  page.faults.length = 0;
  await assertSound(page, "helper-not-taken");
}

/** A browser without room keeps nothing and says so: what was typed stays, and is saved once there is room. */
async function runOutOfRoom(page) {
  // The quota of a profile such as this one cannot be set: the store refuses as it does where the device is full.
  const room = (there) => page.evaluate((there) => {
    const own = IDBObjectStore.prototype;
    own.whole ??= own.put;
    own.put = there ? own.whole : () => { throw new DOMException("full", "QuotaExceededError"); };
  }, there);
  await page.context().setOffline(true);
  const before = await kept(page);
  await fill(page, "ນາງ ເຕັມ");
  await room(false);
  await press(page, "ບັນທຶກ");
  await told(page, "ເຄື່ອງນີ້ບໍ່ມີບ່ອນຫວ່າງແລ້ວ");
  assert.equal(await page.getByLabel("ຊື່", { exact: true }).inputValue(), "ນາງ ເຕັມ");
  assert.equal(await page.getByLabel("ຊື່ພະຍານ").inputValue(), "ນາງ ແສງ");
  assert.deepEqual(await kept(page), before);
  page.faults.length = 0;
  await assertSound(page, "helper-no-room");
  await room(true);
  await press(page, "ບັນທຶກ");
  await page.locator("#queue h3").getByText("ນາງ ເຕັມ", { exact: true }).waitFor();
  assert.equal(await page.locator("#network", { hasText: "ບໍ່ມີບ່ອນຫວ່າງ" }).count(), 0, "there is room again");
  await page.context().setOffline(false);
  await page.locator("#queue").getByText("ມາຮອດແລ້ວ").first().waitFor();
}

/** A page that stayed open sends nothing in the name of whoever signed in meanwhile, and says whose sign-in it waits for. */
async function saveOnOldPage(page) {
  await fill(page, "ຂອງເກົ່າ");
  await press(page, "ບັນທຶກ");
  await told(page, "ລໍຖ້າໃຫ້ +856 20 *** **62 ເຂົ້າສູ່ລະບົບອີກ");
  assert.ok((await names(page)).includes("ຂອງເກົ່າ"), "it waits");
  page.faults.length = 0;
  await assertSound(page, "helper-other-account");
  const home = await page.context().newPage();
  await home.goto("/helper");
  assert.equal(await home.getByText("ຂອງເກົ່າ").count(), 0, "nobody else has registered that person");
  await home.close();
}

/** Signed out on another page: the next on this phone sees neither the page nor the records, and they are not lost. */
async function leave(page, house) {
  const old = await page.context().newPage();
  old.faults = [];
  await old.goto("/helper/register");
  await told(old, "ດຽວນີ້ເປີດໜ້ານີ້ໄດ້ເຖິງບໍ່ມີເຄືອຂ່າຍ.");
  await page.goto("/me/account");
  await press(page, "ອອກຈາກລະບົບ");
  await page.waitForURL((address) => address.pathname === "/");
  await page.context().setOffline(true);
  await assert.rejects(page.goto("/helper/register"), "no page is kept");
  await page.context().setOffline(false);
  await signUp(page, house, "020 5555 6663", "+8562055556663", new Set());
  await makeHelper(house, "+8562055556663", "ຫ້ອງການອື່ນ");
  await page.goto("/helper/register");
  await page.locator("#others").getByText("ຂໍ້ມູນຂອງຜູ້ຊ່ວຍຄົນອື່ນ").waitFor();
  assert.deepEqual(await names(page), [], "the records of another are not shown");
  assert.deepEqual(await kept(page), ["ຄຳດີ", "ບຸນ"], "and are kept");
  page.faults.length = 0;
  await saveOnOldPage(old);
}

export function helper(house) {
  test("a correction, records after a refused one, and what waits at a sign-out are not lost", async () => {
    const proxy = await breakingProxy(house.address);
    try {
      const page = await visit(house.browser, proxy.address, { viewport: PHONE, hasTouch: true, isMobile: true });
      await signUp(page, house, "020 5555 6662", "+8562055556662", new Set());
      await makeHelper(house, "+8562055556662", "ຫ້ອງການຜູ້ຊ່ວຍ");
      await page.goto("/helper/register");
      await told(page, "ດຽວນີ້ເປີດໜ້ານີ້ໄດ້ເຖິງບໍ່ມີເຄືອຂ່າຍ.");
      await refuseIncomplete(page);
      await correctMeanwhile(page, proxy);
      await refuseOne(page, proxy);
      await runOutOfRoom(page);
      await leave(page, house);
    } finally {
      proxy.stop();
    }
  });

  test("people are registered offline and arrive once, and one of them takes her record over and reads her trail", async () => {
    const proxy = await breakingProxy(house.address);
    try {
      const page = await visit(house.browser, proxy.address, { viewport: PHONE, hasTouch: true, isMobile: true });
      await signUp(page, house, "020 5555 6660", "+8562055556660", new Set());
      await makeHelper(house, "+8562055556660");
      await fillOffline(page);
      await reconnect(page, proxy);
      assert.ok(proxy.sent >= 5, `${proxy.sent} were sent: three were lost`);
      page.faults.length = 0;
      const card = await makeCard(page);
      await comeIn(house, card);
      const owner = await claim(house, card);
      await consentAndTrail(house, owner);
    } finally {
      proxy.stop();
    }
  });
}

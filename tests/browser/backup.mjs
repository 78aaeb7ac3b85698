// A backup is taken while somebody writes; restored elsewhere, she signs in there and finds what she had written: in Lao on
// a phone.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { PASSWORD, signUp } from "./accounts.mjs";
import { PHONE, visit } from "./browser.mjs";
import { assertSound } from "./guide.mjs";
import { startPlatform } from "./platform.mjs";

const [TYPED, NUMBER] = ["020 5777 4411", "+8562057774411"];
const headline = (number) => `ຊ່າງຫຍິບ ${number}`;

/** Saves a headline, then one after the other until it is `over`; how many were saved. */
async function write(page, house, over) {
  let saved = 0;
  do {
    const form = { headline: headline(saved) };
    const answer = await page.request.post("/me/profile/wishes", { form, headers: { origin: house.address } });
    assert.equal(answer.status(), 200, await answer.text());
    saved += 1;
  } while (!over());
  return saved;
}

export function backup(house) {
  test("a backup that is taken while she writes is restored, and she finds her record there", async () => {
    const page = await visit(house.browser, house.address, { viewport: PHONE });
    await signUp(page, house, TYPED, NUMBER, new Set());
    const folder = await mkdtemp(join(tmpdir(), "viak-restored-"));
    const [file, data] = [join(folder, "all.viak"), join(folder, "data")];
    const viak = (...words) => promisify(execFile)(house.program, words, { cwd: folder });
    let elsewhere;
    try {
      await write(page, house, () => true);
      let over = false;
      const taking = viak(...house.settings, "backup", file).finally(() => (over = true));
      const saved = await write(page, house, () => over);
      await taking;
      assert.ok(saved > 1, `${saved} were saved meanwhile`);
      await viak("--data", data, "restore", file);
      await viak("--data", data, "check");

      elsewhere = await startPlatform(house.mailbox.url, data);
      const there = await visit(house.browser, elsewhere.address, { viewport: PHONE });
      await there.goto("/sign-in");
      await there.getByLabel("ເບີໂທ ຫຼື ອີເມວ").fill(TYPED);
      await there.getByLabel("ລະຫັດຜ່ານ").fill(PASSWORD);
      await there.keyboard.press("Enter");
      await there.waitForURL(/\/me$/);
      await there.goto("/me/profile/wishes");
      const kept = await there.locator("[name=headline]").inputValue();
      assert.ok(Array.from({ length: saved }, (_, number) => headline(number)).includes(kept), `${kept} of ${saved}`);
      await assertSound(there, "a profile elsewhere");
    } finally {
      await elsewhere?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

// One platform and one browser for all journeys.
import { after, before, describe } from "node:test";
import { accounts } from "./accounts.mjs";
import { admin } from "./admin.mjs";
import { backup } from "./backup.mjs";
import { launch } from "./browser.mjs";
import { consent } from "./consent.mjs";
import { guide } from "./guide.mjs";
import { identities } from "./identities.mjs";
import { helper } from "./helper.mjs";
import { journeys } from "./journey.mjs";
import { looks } from "./looks.mjs";
import { startMailbox } from "./mailbox.mjs";
import { members } from "./members.mjs";
import { officers } from "./officers.mjs";
import { profile } from "./profile.mjs";
import { startPlatform } from "./platform.mjs";

describe("Pages in a browser", () => {
  const house = {};
  before(async () => {
    house.mailbox = await startMailbox();
    const platform = await startPlatform(house.mailbox.url);
    Object.assign(house, platform, { browser: await launch() });
  });
  after(async () => {
    await house.browser?.close();
    await house.stop?.();
    await house.mailbox?.stop();
  });
  journeys(house);
  accounts(house);
  guide(house);
  profile(house);
  identities(house);
  consent(house);
  helper(house);
  admin(house);
  members(house);
  officers(house);
  backup(house);
  looks(house);
});

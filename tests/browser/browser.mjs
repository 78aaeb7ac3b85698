// The system's Chromium with a fresh profile, and the kinds of visitors who use it.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** A cheap phone, in CSS pixels. */
export const PHONE = { width: 360, height: 740 };
/** A desk. */
export const DESK = { width: 1280, height: 900 };
export const LANGUAGES = ["lo", "en", "vi"];

export function launch() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const executablePath = known.find((path) => path && existsSync(path));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath, args });
}

/** A visitor's tab; what goes wrong in it is kept in `page.faults`. */
export async function visit(browser, address, options = {}) {
  const context = await browser.newContext({ baseURL: address, viewport: PHONE, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      page.faults.push(`console: ${message.text()}`);
    }
  });
  page.on("requestfailed", (request) => {
    // A completion still under way when its page is left is given up by the browser, which is right.
    const leaving = request.url().includes("/api/v1/suggest") && request.failure()?.errorText === "net::ERR_ABORTED";
    if (!leaving) page.faults.push(`request: ${request.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:")) page.faults.push(`elsewhere: ${url}`);
  });
  return page;
}

/** The number in a heading such as "25 jobs" or "1.141 ວຽກ". */
export function count(text) {
  const digits = text.replace(/\D/g, "");
  if (digits === "") throw new Error(`there is no number in ${JSON.stringify(text)}`);
  return Number(digits);
}

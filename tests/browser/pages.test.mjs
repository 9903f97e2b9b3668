// What a client is handed, read in a browser: filters, links, accessibility, and the pages that it prints.
//
// `tests/browser/run` makes the pages and says where they are: PAGES is a folder, CHROMIUM the browser. With SCREENSHOTS, a
// folder, each page is pictured there on a desk, on a telephone, in the dark and on paper.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PAGES = resolve(process.env.PAGES);
const SCREENSHOTS = process.env.SCREENSHOTS && resolve(process.env.SCREENSHOTS);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** How a reader sees a page. */
const VIEWS = {
  desk: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  telephone: { viewport: { width: 390, height: 844 }, colorScheme: "light", isMobile: true, hasTouch: true },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

/** The most sheets of A4 that a page may take; the portal is read on a screen. */
const SHEETS = {
  "brief.html": 1,
  "evidence.html": 4,
  "guide.html": 34,
  "plan.html": 46,
  "report.html": 20,
  "soa.html": 8,
  "title-page.html": 21,
};

let browser;
let getDocument;
before(async () => {
  // It warns that it cannot draw; only the texts are read here.
  const { log, warn } = console;
  console.log = console.warn = () => {};
  ({ getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs"));
  Object.assign(console, { log, warn });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });
});
after(() => browser.close());

/** Every page under a folder. */
function pagesIn(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? pagesIn(path) : path.endsWith(".html") ? [path] : []));
}

/** Opens a page; a script error, a refused resource or a word on the console fails the test. */
async function open(path, view) {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("requestfailed", (request) => faults.push(`not loaded: ${request.url()}`));
  await page.goto(pathToFileURL(path).href);
  return { page, faults, close: () => context.close() };
}

/** The letters and digits of a text: what stays of it however lines are broken and words divided. */
const bare = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

for (const path of pagesIn(PAGES)) {
  const name = relative(PAGES, path);

  test(`${name}: every link and anchor points to something`, async () => {
    const { page, faults, close } = await open(path, VIEWS.desk);
    const links = await page.$$eval("a[href]", (links) => links.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 0);
    const ids = new Map([[path, await page.$$eval("[id]", (all) => all.map((one) => one.id))]]);
    assert.equal(new Set(ids.get(path)).size, ids.get(path).length, "an id appears twice");
    for (const link of links.filter((link) => !/^(https?|mailto):/.test(link))) {
      const [file, anchor] = link.split("#");
      const target = file ? resolve(dirname(path), decodeURIComponent(file)) : path;
      assert.ok(existsSync(target), `${link} points to no file`);
      if (anchor === undefined) continue;
      if (!ids.has(target)) {
        ids.set(target, [...readFileSync(target, "utf8").matchAll(/ id="([^"]+)"/g)].map((found) => found[1]));
      }
      assert.ok(ids.get(target).includes(decodeURIComponent(anchor)), `${link} points to no place of its page`);
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test(`${name}: filters hide the rows that they name and bring them back`, async () => {
    const { page, faults, close } = await open(path, VIEWS.desk);
    for (const form of await page.$$("form.filters")) {
      const section = await form.evaluateHandle((form) => form.closest("section"));
      const seen = () =>
        section.evaluate((section) => {
          const rows = [...section.querySelectorAll("tbody > tr:not(.details)")];
          return rows.filter((row) => row.getClientRects().length > 0).length;
        });
      const note = () => section.evaluate((section) => section.querySelector(".hidden-rows").getClientRects().length > 0);
      const all = await seen();
      assert.equal(await note(), false, "rows are hidden before anybody asked for it");
      for (const box of await form.$$("input")) {
        const count = Number(await box.evaluate((box) => box.closest("label").querySelector(".count").textContent));
        await box.uncheck();
        assert.equal(await seen(), all - count);
        assert.equal(await note(), true);
        await form.$eval("button[type=reset]", (button) => button.click());
        assert.equal(await seen(), all);
        assert.equal(await box.isChecked(), true);
      }
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test(`${name}: axe-core finds no serious fault`, async () => {
    for (const [view, options] of Object.entries(VIEWS)) {
      const { page, close } = await open(path, options);
      await page.evaluate(AXE);
      const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      assert.ok(found.passes.length > 10, "axe-core looked at nothing");
      const serious = found.violations.filter((fault) => ["serious", "critical"].includes(fault.impact));
      const said = serious.map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes[0].html} (${fault.nodes.length})`);
      assert.deepEqual(said, [], view);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(width <= 0, `${view}: the page is ${width} pixels wider than the window`);
      if (SCREENSHOTS) {
        const picture = `${name.replaceAll("/", "-").replace(".html", "")}-${view}.png`;
        await page.screenshot({ path: join(SCREENSHOTS, picture) });
      }
      await close();
    }
  });

  const sheets = SHEETS[basename(name)];
  if (sheets === undefined) continue;

  test(`${name}: no row is cut on paper, table heads are repeated, and it takes ${sheets} sheets at the most`, async () => {
    const { page, close } = await open(path, VIEWS.desk);
    await page.emulateMedia({ media: "print" });
    const tables = await page.$$eval("main table", (tables) =>
      tables.map((table) => ({
        head: table.tHead.innerText,
        rows: [...table.querySelectorAll("tbody > tr")]
          .filter((row) => row.getClientRects().length > 0)
          .map((row) => row.innerText),
      })),
    );
    assert.ok(tables.some((table) => table.rows.length > 1));
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
    await close();
    const printed = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const texts = [];
    for (let number = 1; number <= printed.numPages; number += 1) {
      const { items } = await (await printed.getPage(number)).getTextContent();
      texts.push(bare(items.map((item) => item.str).join("")));
    }
    for (const { head, rows } of tables) {
      for (const row of rows) {
        const at = texts.filter((text) => text.includes(bare(row)));
        assert.ok(at.length > 0, `cut: ${row}`);
        assert.ok(at.some((text) => text.includes(bare(head))), `without its head: ${row}`);
      }
    }
    assert.ok(printed.numPages <= sheets, `${printed.numPages} sheets`);
    if (SCREENSHOTS) {
      writeFileSync(join(SCREENSHOTS, `${name.replaceAll("/", "-").replace(".html", "")}.pdf`), pdf);
    }
  });
}

test("the pages are there", () => {
  const names = pagesIn(PAGES).map((path) => relative(PAGES, path));
  for (const name of [...Object.keys(SHEETS), "portal/index.html", "portal/basis.html"]) {
    assert.ok(names.includes(name), `${name} is missing`);
  }
});

// Opens pages in Chromium and checks what only a browser can tell.
//
//   node run.mjs FILE…     checks each file
//   node run.mjs --shots FOLDER FILE…     writes pictures of each file instead
//   node run.mjs --time FILE…     says how long each takes to open, to filter and to search
//
// CHROMIUM names the browser, /usr/bin/chromium by default.
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { cards, carried, folds, hits, letters } from "./cards.mjs";
import { firstScreen, forcedColours, paper } from "./media.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const args = process.argv.slice(2);
const shots = args[0] === "--shots" ? args.splice(0, 2)[1] : null;
const timing = args[0] === "--time" && args.splice(0, 1).length > 0;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

const failures = [];
let name = "";
const check = (holds, what) => {
  if (!holds) failures.push(`${name}: ${what}`);
};

/** A page that notes every request, console error, exception and policy violation. */
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) troubles.push(`asked for ${request.url()}`);
    if (request.url().startsWith("file:") && request.resourceType() !== "document") troubles.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  if (options.script) await page.addInitScript(options.script);
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
  }
  await page.goto(pathToFileURL(resolve(file)).href + (options.hash ?? ""));
  return { page, context, troubles };
}

/** Zero violations of axe-core, in either colour scheme. */
async function accessible(file) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, context } = await open(file, { colorScheme });
    const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
    for (const violation of found.violations) {
      const where = violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`);
      check(false, `axe, ${colorScheme}: ${violation.id}: ${where.join(" | ")}`);
    }
    await context.close();
  }
}

/** The two cells of a row begin at one height, or stand one over the other; nothing scrolls sideways. */
async function aligned(page) {
  for (const width of [320, 600, 900, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const { rows, wide } = await page.evaluate(() => {
      document.body.querySelectorAll(".row, .group").forEach((row) => { row.style.contentVisibility = "visible"; });
      const rows = [...document.querySelectorAll(".row.unit")].map((row) => {
        const [s, t] = [".cell.s", ".cell.t"].map((side) => row.querySelector(side).getBoundingClientRect());
        return { id: row.id, tops: [s.top, t.top], stacked: s.bottom <= t.top + 1 };
      });
      return { rows, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };
    });
    check(wide <= 0, `${width} px: scrolls sideways by ${wide} px`);
    for (const { id, tops, stacked } of rows) {
      const level = Math.abs(tops[0] - tops[1]) < 0.51;
      check(width >= 900 ? level : level || stacked, `${width} px: tops of ${id} differ: ${tops}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Marks change neither the width of a line of text nor the order of its characters. */
async function shaped(page) {
  const moved = await page.evaluate(() => {
    const positions = (element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(".vh")) continue;
        for (let at = 0; at < node.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          found.push([Math.round(box.x * 2) / 2, Math.round(box.y), Math.round(box.width * 2) / 2]);
        }
      }
      return found;
    };
    const wrong = [];
    document.querySelectorAll(".row, .group").forEach((row) => { row.style.contentVisibility = "visible"; });
    for (const text of [...document.querySelectorAll(".txt:has(.m, .e, .aside)")].slice(0, 60)) {
      if (text.querySelector(".tok")) continue;
      const bare = text.cloneNode(true);
      bare.querySelectorAll(".vh").forEach((hidden) => hidden.remove());
      bare.replaceChildren(bare.textContent);
      const before = positions(text);
      text.replaceWith(bare);
      const after = positions(bare);
      bare.replaceWith(text);
      // A space at the end of a line has no width, and no place.
      const far = before.findIndex(([x, , width], at) => (width > 0 || after[at]?.[2] > 0) && (Math.abs(x - after[at][0]) > 1 || Math.abs(width - after[at][2]) > 1));
      if (before.length !== after.length || far >= 0) wrong.push(`${text.closest(".line").id} at ${far}: ${before[far]} / ${after[far]}`);
    }
    return wrong;
  });
  check(moved.length === 0, `marks move letters: ${moved.slice(0, 3).join("; ")}`);
}

/** The copy of a row keeps its texts apart by isolates, and as JSON says what stands in the page. */
async function copying(page) {
  const id = await page.evaluate(() => document.querySelector(".row.unit.pair:has(.cards li[id])")?.id
    ?? document.querySelector(".row.unit")?.id);
  const copied = async (format) => {
    await page.evaluate((value) => { document.querySelector("[data-tool=format]").value = value; }, format);
    await page.evaluate((row) => document.getElementById(row).focus(), id);
    await page.keyboard.press("c");
    await page.waitForTimeout(50);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  for (const format of ["text", "markdown"]) {
    const text = await copied(format);
    const count = (c) => text.split(c).length - 1;
    check(count("\u2068") >= 3 && count("\u2068") === count("\u2069"), `copy as ${format}: isolates are not closed`);
    check(!/[\u202a-\u202e]/.test(text), `copy as ${format}: an override`);
  }
  const json = await copied("json");
  check(!/[\u202a-\u202e\u2066-\u2069]/.test(json), "copy as JSON: a bare control character");
  const whole = JSON.parse(json);
  const expected = await page.evaluate((row) => [...document.querySelectorAll(`#${row} .line`)].map((line) => line.id), id);
  const ids = [...whole.source, ...whole.translation].map((line) => line.id);
  check(whole.row === id && JSON.stringify(ids) === JSON.stringify(expected), `copy as JSON: ${ids} for ${expected}`);
  check([...whole.source, ...whole.translation].every((line) => line.text.length > 0), "copy as JSON: an empty text");
  check(await page.locator(".gut .copy").count() === 1, "not one copy button");
}

/** In the order of the translation its units follow each other, and back again nothing has moved. */
async function ordered(page) {
  const rows = () => page.locator(".row[id]").evaluateAll((all) => all.map((row) => row.id));
  const before = await rows();
  await page.keyboard.press("o");
  const places = await page.locator(".row[data-t]").evaluateAll((all) => all.map((row) => Number(row.dataset.t)));
  check(places.every((place, at) => at === 0 || places[at - 1] <= place), `o: ${places}`);
  check((await rows()).length === before.length, "o loses rows");
  await page.keyboard.press("o");
  check(JSON.stringify(await rows()) === JSON.stringify(before), "o does not go back");
}

const visibleRows = (page) => page.locator(".row[id]:visible").count();

async function filters(page) {
  const all = await visibleRows(page);
  const buttons = page.locator("button.kind:enabled");
  for (let at = 0; at < await buttons.count(); at += 1) {
    const button = buttons.nth(at);
    const kind = await button.getAttribute("data-kind");
    const findings = Number(await button.getAttribute("data-n"));
    const own = await page.locator(`.row[data-k~="${kind}"]`).count();
    await button.click();
    check(await button.getAttribute("aria-pressed") === "true", `${kind}: not pressed`);
    check(await visibleRows(page) === own && own > 0, `${kind}: shows other rows than its own`);
    check(findings > 0, `${kind}: counts nothing`);
    check((await page.locator(".live").textContent()).trim() !== "", `${kind}: not announced`);
    await button.click();
    check(await visibleRows(page) === all, `${kind}: rows stay hidden`);
  }
}

/** Everything that a reader chose stands in the address, and the address brings it back. */
async function remembered(file, page) {
  const kinds = await page.locator("button.kind:enabled").evaluateAll((all) => all.map((b) => b.dataset.kind));
  const word = await page.evaluate(() => {
    const row = document.querySelector(".row[data-k] .txt") ?? document.querySelector(".row.unit .txt");
    return row.textContent.trim().split(/\s+/)[0];
  });
  const seen = (of) => of.evaluate(() => JSON.stringify({
    rows: [...document.querySelectorAll(".row[id], .row.fold")].filter((row) => row.getClientRects().length > 0).map((row) => row.id || "fold"),
    pressed: [...document.querySelectorAll("[aria-pressed=true]")].map((b) => b.dataset.kind ?? b.dataset.tool),
    search: document.querySelector(".search input").value,
    swap: document.body.classList.contains("swap"),
    evidence: document.body.classList.contains("evidence"),
  }));
  const before = await seen(page);
  await page.evaluate(() => document.activeElement.blur());
  const steps = [
    ["f"], ["s"], ["o"], ["f", "o", "s"], ["e"],
    ...(kinds.length > 0 ? [["."], [".", ".", "s"]] : []),
    async () => page.locator(".search input").fill(word),
  ];
  for (const step of steps) {
    if (typeof step === "function") {
      await step();
      await page.waitForTimeout(200);
    } else for (const key of step) await page.keyboard.press(key);
    const here = await seen(page);
    const hash = await page.evaluate(() => location.hash);
    const said = typeof step === "function" ? "search" : step.join(" ");
    check(here === before || hash.length > 1, `${said}: nothing in the address`);
    const { page: again, context, troubles } = await open(file, { hash });
    const there = await seen(again);
    check(there === here, `${said}: ${hash} shows ${there.slice(0, 300)} for ${here.slice(0, 300)}`);
    check(troubles.length === 0, `${said}: ${troubles.slice(0, 2)}`);
    await context.close();
    if (typeof step === "function") await page.locator(".search input").press("Escape");
    else if (step[0] === ".") await page.keyboard.press("0");
    if (typeof step !== "function") for (const key of step.filter((key) => key !== ".")) await page.keyboard.press(key);
    check(await seen(page) === before, `${said}: does not go back`);
  }
  check(await page.evaluate(() => location.hash) === "", "a choice that was undone stays in the address");
  if (!name.startsWith("hostile-")) return;
  for (const hash of ["#%", "#kinds=nothing", "#q=%E0%A4%A", "#<img src=x>", "#constructor"]) {
    const { page: odd, context, troubles } = await open(file, { hash });
    check(troubles.length === 0, `${hash}: ${troubles.slice(0, 2)}`);
    check(hash.startsWith("#q") || await odd.locator(".row[id]:visible").count() > 0, `${hash} hides all rows`);
    await context.close();
  }
}

/** Each kind that there is has a key: its digit, or the one that goes from kind to kind. */
async function kindKeys(page) {
  const kinds = await page.locator("button.kind:enabled").evaluateAll((all) => all.map((b) => b.dataset.kind));
  const pressed = () => page.locator("button.kind[aria-pressed=true]").evaluateAll((all) => all.map((b) => b.dataset.kind).join());
  await page.evaluate(() => document.activeElement.blur());
  const numbered = kinds.filter((kind) => kind !== "uncertain").slice(0, 9);
  for (const [at, kind] of numbered.entries()) {
    await page.keyboard.press(String(at + 1));
    check(await pressed() === kind, `${at + 1}: ${await pressed()} for ${kind}`);
    await page.keyboard.press(String(at + 1));
  }
  if (kinds.includes("uncertain")) {
    await page.keyboard.press("u");
    check(await pressed() === "uncertain", "u shows something else");
    await page.keyboard.press("u");
  }
  for (const kind of [...kinds, ""]) {
    await page.keyboard.press(".");
    check(await pressed() === kind, `.: ${await pressed()} for ${kind}`);
  }
  for (const kind of [...kinds].reverse()) {
    await page.keyboard.press(",");
    check(await pressed() === kind, `,: ${await pressed()} for ${kind}`);
  }
  await page.keyboard.press("0");
  check(await pressed() === "", "0 leaves a filter");
  // The key behind which a Persian keyboard has another letter.
  const dispatch = (key, code) => page.evaluate(([key, code]) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true })), [key, code]);
  await dispatch("س", "KeyS");
  check(await page.evaluate(() => document.body.classList.contains("swap")), "no key acts on a Persian keyboard");
  await dispatch("س", "KeyS");
}

/** The rest of the keys: paragraphs, evidence, theme, and none once single keys are switched off. */
async function otherKeys(page) {
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.evaluate(() => document.activeElement.blur());
  const begins = await page.locator(".row.begins").evaluateAll((rows) => rows.map((row) => row.id));
  await page.evaluate((id) => document.getElementById(id).focus(), begins[0]);
  if (begins.length > 1) {
    await page.keyboard.press("]");
    check(await focused() === begins[1], "] does not go to the next paragraph");
    await page.keyboard.press("[");
    check(await focused() === begins[0], "[ does not go back");
  }
  const theme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.keyboard.press("d");
  check(await theme() === "dark", "d is not dark");
  await page.keyboard.press("d");
  check(await theme() === "light", "d is not light again");
  await page.keyboard.press("?");
  await page.locator("[data-tool=keys]").uncheck();
  await page.locator("[data-tool=close]").click();
  await page.keyboard.press("s");
  check(!await page.evaluate(() => document.body.classList.contains("swap")), "a key acts though keys are off");
  await page.locator("[data-tool=help]").click();
  await page.locator("[data-tool=keys]").check();
  const spoken = () => page.evaluate(() => [...document.querySelectorAll(".txt .vh")].filter((words) => words.getClientRects().length > 0).length);
  const words = await spoken();
  await page.locator("[data-tool=spoken]").uncheck();
  check(await spoken() === 0, "marks in words cannot be switched off");
  await page.locator("[data-tool=spoken]").check();
  check(await spoken() === words, "marks in words do not come back");
  await page.locator("[data-tool=close]").click();
  await page.evaluate(() => document.activeElement.blur());
}

async function keyboard(page) {
  const changed = await page.locator(".row[data-k]").evaluateAll((rows) => rows.map((row) => row.id));
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.evaluate(() => document.activeElement.blur());
  for (const id of changed.slice(0, 4)) {
    await page.keyboard.press("n");
    check(await focused() === id, `n: at ${await focused()}, not ${id}`);
  }
  if (changed.length > 1) {
    await page.keyboard.press("p");
    check(await focused() === changed[Math.min(changed.length, 4) - 2], "p does not go back");
  }
  await page.keyboard.press("?");
  check(await page.locator("#help").isVisible(), "? opens nothing");
  await page.keyboard.press("Escape");
  check(!await page.locator("#help").isVisible(), "Escape closes nothing");
  const order = () => page.evaluate(() => document.querySelector(".row.unit .cell.s").getBoundingClientRect().x
    < document.querySelector(".row.unit .cell.t").getBoundingClientRect().x);
  const before = await order();
  check(before === (await page.getAttribute("html", "dir") === "ltr"), "the source does not come first");
  await page.keyboard.press("s");
  check(await order() !== before, "s swaps nothing");
  await page.keyboard.press("s");
  await page.keyboard.press("/");
  await page.keyboard.type("nsd");
  check(await page.locator(".search input").inputValue() === "nsd", "keys act while a field has the focus");
  await page.keyboard.press("Escape");
  const all = await visibleRows(page);
  await page.keyboard.press("f");
  check(await visibleRows(page) <= all, "f unfolds");
  await page.keyboard.press("f");
  check(await visibleRows(page) === all, "f does not unfold");
}

async function search(page) {
  const word = await page.evaluate(() => {
    const text = document.querySelector(".row.unit .txt").cloneNode(true);
    text.querySelectorAll(".vh").forEach((hidden) => hidden.remove());
    return text.textContent.trim().split(/\s+/)[0];
  });
  const all = await visibleRows(page);
  // With other letters of the same look, a vowel sign and a stretched letter.
  const spelled = word.replaceAll("ی", "ي").replaceAll("ک", "ك").replace(/([\u0628\u062a])/, "$1\u064e\u0640");
  await page.locator(".search input").fill(spelled);
  await page.waitForTimeout(250);
  const found = await visibleRows(page);
  check(found > 0 && found <= all, `search for ${spelled} finds ${found} of ${all}`);
  await page.locator(".search input").fill("");
  await page.waitForTimeout(250);
  check(await visibleRows(page) === all, "rows stay hidden after a search");
}

async function deepLinks(file, page) {
  const targets = await page.evaluate(() => [".row.unit", ".n[id]", ".line", ".cards li[id]"]
    .map((selector) => [...document.querySelectorAll(selector)].pop()?.id).filter(Boolean));
  for (const id of targets) {
    const { page: linked, context } = await open(file, { hash: `#${id}` });
    await linked.waitForTimeout(300);
    const inView = await linked.evaluate((target) => {
      const box = document.getElementById(target).getBoundingClientRect();
      return box.top < innerHeight && box.bottom > 0;
    }, id);
    check(inView, `#${id} is not in view`);
    await context.close();
  }
  const kind = await page.evaluate(() => document.querySelector("button.kind:enabled")?.dataset.kind);
  if (kind) {
    const { page: linked, context } = await open(file, { hash: `#kinds=${kind}` });
    check(await linked.locator(`.row[data-k~="${kind}"]`).count() === await visibleRows(linked), "#kinds= filters nothing");
    await context.close();
  }
}

async function withoutScript(file, expected) {
  const { page, context } = await open(file, { javaScriptEnabled: false });
  // Playwright cannot evaluate here; what is visible is what is counted.
  check(await page.locator(".row[id]:visible").count() === expected, "rows are missing without a script");
  check(!await page.locator(".tools").isVisible(), "controls that do nothing without a script");
  await context.close();
}

/** The list of reports: sorted, filtered and searched; whole without a script; every link leads on. */
async function checkList(file) {
  const { page, context, troubles } = await open(file);
  const visible = () => page.locator("tbody tr:visible").count();
  const rows = await page.locator("tbody tr").count();
  check(rows > 1 && await visible() === rows, "rows are missing");
  check(await page.evaluate(() => window.broken === undefined), "hostile text ran");
  const columns = page.locator("th[data-sort]");
  for (let at = 0; at < await columns.count(); at += 1) {
    const head = columns.nth(at);
    const orders = [];
    for (const _ of [1, 2]) {
      await head.locator("button").click();
      const direction = await head.getAttribute("aria-sort");
      check(await page.locator("th[aria-sort]").count() === 1, "two columns are sorted");
      const values = await page.locator("tbody tr").evaluateAll((all, column) => all.map((row) => row.children[column]?.dataset.v ?? ""), at);
      const filled = values.filter((value) => value !== "");
      check(values.slice(0, filled.length).every((value) => value !== ""), `column ${at}: what has no value is not last`);
      if (await head.getAttribute("data-sort") === "number") {
        const ordered = [...filled].map(Number).sort((a, b) => direction === "descending" ? b - a : a - b);
        check(JSON.stringify(ordered) === JSON.stringify(filled.map(Number)), `column ${at} is not sorted: ${filled}`);
      }
      orders.push(direction);
    }
    check(orders[0] !== orders[1], `column ${at} is not turned`);
  }
  const buttons = page.locator("button.kind");
  for (let at = 0; at < await buttons.count(); at += 1) {
    const button = buttons.nth(at);
    const kind = await button.getAttribute("data-kind");
    const own = await page.locator(`tr[data-k~="${kind}"]`).count();
    await button.click();
    check(await visible() === own && own > 0, `${kind}: shows other rows than its own`);
    check(await button.getAttribute("aria-pressed") === "true", `${kind}: not pressed`);
    check((await page.locator(".live").textContent()).trim() !== "" || own === rows, `${kind}: not announced`);
    await button.click();
  }
  await page.locator(".search input").fill("\u0000 nothing has this");
  check(await visible() === 0, "the search finds what is not there");
  await page.locator(".search input").press("Escape");
  check(await visible() === rows, "Escape does not end the search");
  for (const width of [320, 600, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check(wide <= 0, `${width} px: scrolls sideways by ${wide} px`);
  }
  for (const href of await page.locator("tbody a").evaluateAll((all) => all.map((a) => a.href))) {
    await page.goto(href);
    check(await page.locator(".row.unit").count() > 0, `${href} is no report`);
    await page.locator("nav.up a").click();
    check(await page.locator("tbody tr").count() === rows, `${href} does not lead back`);
  }
  check(troubles.length === 0, troubles.slice(0, 5).join("; "));
  await context.close();
  const bare = await open(file, { javaScriptEnabled: false });
  check(await bare.page.locator("tbody tr:visible").count() === rows, "rows are missing without a script");
  check(!await bare.page.locator(".tools").isVisible() && await bare.page.locator("thead button").count() === 0, "controls that do nothing without a script");
  await bare.context.close();
  await accessible(file);
}

/** The sections of a report: an address that names what stands in another one leads there. */
async function checkSections(file) {
  const files = [file, ...readdirSync(dirname(file)).filter((other) => other.startsWith(`${basename(file, ".html")}-`))
    .map((other) => join(dirname(file), other))];
  check(files.length > 2, "no sections");
  const targets = new Map();
  for (const section of files.slice(1)) {
    const { page, context } = await open(section);
    for (const selector of [".n[id]", ".line[id^=s]", ".line[id^=t]", ".cards li[id]"]) {
      const ids = await page.locator(selector).evaluateAll((all) => all.map((element) => element.id));
      if (ids.length > 0) targets.set(selector, ids.pop());
    }
    await context.close();
  }
  check(targets.size === 4, `no anchors: ${[...targets.values()]}`);
  for (const id of targets.values()) {
    const { page, context, troubles } = await open(file, { hash: `#${id}` });
    await page.waitForURL((url) => basename(decodeURIComponent(url.pathname)) !== basename(file), { timeout: 5000 }).catch(() => {});
    check(await page.locator(`[id="${id}"]`).count() === 1, `#${id} of another section is not found`);
    check(troubles.length === 0, troubles.slice(0, 3).join("; "));
    await context.close();
  }
}

async function checkFile(file) {
  name = basename(file);
  if (name === "index.html") return checkList(file);
  if (name.startsWith("several-")) return checkSeveral(file);
  const tools = { check, open, visibleRows };
  if (name.startsWith("split-")) {
    await checkSections(file);
    await carried(tools, file);
  }
  const { page, context, troubles } = await open(file);
  const rows = await visibleRows(page);
  check(rows > 0, "no rows");
  check(await page.evaluate(() => window.broken === undefined), "hostile text ran");
  check(await page.evaluate(() => [...document.querySelectorAll("*")].every((e) =>
    [...e.attributes].every((a) => !a.name.startsWith("on") && a.name !== "style"))), "an event or style attribute");
  if (!/^(split|hostile)-/.test(name)) await firstScreen(tools, page);
  await shaped(page);
  await cards(tools, file);
  await letters(tools, file, /^(versions|port-fa)/.test(name));
  await filters(page);
  await keyboard(page);
  await kindKeys(page);
  await otherKeys(page);
  await search(page);
  await hits(tools, page);
  await folds(tools, file, page);
  await copying(page);
  await ordered(page);
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(() => history.replaceState(null, "", location.pathname));
  await page.reload();
  if (!name.startsWith("long-")) await remembered(file, page);
  await deepLinks(file, page);
  await aligned(page);
  check(troubles.length === 0, troubles.slice(0, 5).join("; "));
  await context.close();
  await withoutScript(file, rows);
  await forcedColours(tools, file);
  await paper(tools, file);
  await accessible(file);
}

/** Several translations beside their source: one row, one height; stacked where it is narrow. */
async function checkSeveral(file) {
  const { page, context, troubles } = await open(file);
  const rows = await page.locator(".many").count();
  check(rows > 2, "no rows");
  check(await page.evaluate(() => window.broken === undefined), "hostile text ran");
  check(await page.evaluate(() => [...document.querySelectorAll("*")].every((e) =>
    [...e.attributes].every((a) => !a.name.startsWith("on") && a.name !== "style"))), "an event or style attribute");
  for (const width of [320, 600, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const { uneven, wide } = await page.evaluate(() => {
      document.body.querySelectorAll(".many").forEach((row) => { row.style.contentVisibility = "visible"; });
      const uneven = [...document.querySelectorAll(".many")].filter((row) => {
        const cells = [...row.querySelectorAll(":scope > .cell")].map((cell) => cell.getBoundingClientRect()).filter((box) => box.height > 0);
        const level = cells.every((box) => Math.abs(box.top - cells[0].top) < 0.51);
        const stacked = cells.every((box, at) => at === 0 || box.top >= cells[at - 1].bottom - 1);
        return !level && !stacked;
      }).map((row) => row.id || row.className);
      return { uneven, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth };
    });
    check(wide <= 0, `${width} px: scrolls sideways by ${wide} px`);
    check(uneven.length === 0, `${width} px: uneven rows: ${uneven.slice(0, 3)}`);
  }
  for (const href of await page.locator("a[href^='#']").evaluateAll((all) => all.map((a) => a.getAttribute("href").slice(1)))) {
    check(await page.evaluate((id) => document.getElementById(id) !== null, href), `#${href} leads nowhere`);
  }
  check(troubles.length === 0, troubles.slice(0, 5).join("; "));
  await context.close();
  const bare = await open(file, { javaScriptEnabled: false });
  check(await bare.page.locator(".many:visible").count() === rows, "rows are missing without a script");
  await bare.context.close();
  await accessible(file);
}

async function shoot(file) {
  const to = (suffix) => join(shots, `${basename(file, ".html")}-${suffix}`);
  const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };
  for (const [label, viewport] of Object.entries(sizes)) {
    for (const colorScheme of label === "wide" ? ["light", "dark"] : ["light"]) {
      const { page, context } = await open(file, { viewport, colorScheme });
      await page.screenshot({ path: to(`${label}-${colorScheme}.png`) });
      await page.evaluate(() => document.querySelectorAll(".row").forEach((row) => { row.style.contentVisibility = "visible"; }));
      await page.screenshot({ path: to(`${label}-${colorScheme}-full.png`), fullPage: true });
      if (label === "wide" && colorScheme === "light") await page.pdf({ path: to("print.pdf"), format: "A4" });
      await context.close();
    }
  }
}

/** Milliseconds from asking for the page to its first picture with the script at work, and from
 * each press of a filter and each search to the picture after it; behind a stroke the processor time
 * of the page's main thread, which other work on the machine does not change. */
async function time(file) {
  const begun = performance.now();
  const { page, context } = await open(file);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await page.evaluate(painted);
  const opened = performance.now() - begun;
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
  const timed = async (act) => {
    const before = await spent();
    return [await after(act), await spent() - before];
  };
  const after = (act) => page.evaluate(`(async () => {
    const painted = ${painted};
    await painted();
    const begun = performance.now();
    (${act})();
    await painted();
    return performance.now() - begun;
  })()`);
  const presses = [];
  for (const kind of await page.locator("button.kind:enabled").evaluateAll((all) => all.map((b) => b.dataset.kind))) {
    for (const _ of [1, 2]) presses.push(await timed(`() => document.querySelector('[data-kind="${kind}"]').click()`));
  }
  const searches = [];
  for (const word of ["2019", ""]) {
    // The wait for the end of typing is none of the work.
    searches.push(await timed(`() => { const input = document.querySelector(".search input");
      input.value = "${word}"; input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })); }`));
  }
  const rows = await page.locator(".row[id]").count();
  const say = (all) => all.map((both) => both.map(Math.round).join("/")).join(" ");
  console.log(`${basename(file)}: ${rows} rows, opens in ${Math.round(opened)} ms, filters in ${say(presses)}, searches in ${say(searches)}`);
  await context.close();
}

for (const file of args) {
  try {
    await (shots ? shoot(file) : timing ? time(file) : checkFile(file));
  } catch (error) {
    failures.push(`${basename(file)}: ${error.message}`);
  }
}
await browser.close();
for (const failure of failures) console.log(failure);
if (!timing) console.log(`${args.length} pages, ${failures.length} failures`);
process.exitCode = failures.length > 0 || args.length === 0 ? 1 : 0;

// The card of a change, the letters painted in it, the folds and the way to other sections.

/** By keyboard alone: Enter opens what is to be known of a change, Escape gives the focus back. */
export async function cards({ check, open }, file) {
  const { page, context, troubles } = await open(file);
  const focused = () => page.evaluate(() => document.activeElement.closest(".row")?.id + " " + document.activeElement.tagName);
  const items = await page.locator(".cards li[id]").evaluateAll((all) => all.map((item) => ({ id: item.id, row: item.closest(".row").id })));
  if (items.length === 0) return context.close();
  check(await page.locator(".cards details[open]").count() === 0, "a card is open unasked");
  const first = items.filter((item, at) => items.findIndex((other) => other.row === item.row) === at);
  for (const { id, row } of first.slice(0, 4)) {
    await page.evaluate((row) => document.getElementById(row).focus(), row);
    await page.keyboard.press("Enter");
    check(await focused() === `${row} SUMMARY`, `Enter on ${row}: the focus is at ${await focused()}`);
    const card = page.locator(`[id="${id}"] details.card[open]`);
    check(await card.count() === 1, `Enter on ${row} opens no card`);
    check(await card.locator(".means").isVisible(), `${id}: no explanation`);
    check(/^[\s\u2066-\u2069]*[0-9٠-٩۰-۹]+[%٪]/.test(await card.locator("dd").last().textContent()), `${id}: no probability`);
    const places = await card.locator("dd a.go").evaluateAll((all) => all.map((a) => decodeURIComponent(a.hash.slice(1))));
    check(places.length > 0, `${id}: leads nowhere`);
    for (const place of places) check(await page.evaluate((id) => document.getElementById(id)?.matches(".line"), place), `${id}: #${place} is no text`);
    await page.keyboard.press("Tab");
    check(await page.evaluate((id) => document.activeElement.closest("li")?.id === id, id), `${id}: Tab leaves the card`);
    await copies(check, page, id);
    await page.keyboard.press("Escape");
    check(await page.locator(".cards details[open]").count() === 0, "Escape leaves the card open");
    check(await page.evaluate(() => document.activeElement.id) === row, `Escape leaves the focus at ${await focused()}`);
  }
  // From the tag of a change, too.
  const { id, row } = first[0];
  const tag = page.locator(`[id="${row}"] .gut a.tag[href="#${id}"]`);
  if (await tag.count() > 0) {
    await tag.focus();
    await page.keyboard.press("Enter");
    check(await page.locator(`[id="${id}"] details[open]`).count() === 1, "Enter on a tag opens no card");
    await page.keyboard.press("Escape");
    check(await tag.evaluate((tag) => tag === document.activeElement), "Escape does not go back to the tag");
  }
  check(troubles.length === 0, `cards: ${troubles.slice(0, 2)}`);
  await context.close();
}

async function copies(check, page, id) {
  const row = page.locator(`[id="${id}"]`);
  const texts = [];
  for (let at = 0; at < 3; at += 1) {
    await row.locator(".copies button").nth(at).click();
    await page.waitForTimeout(30);
    texts.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  const [text, markdown, json] = texts;
  for (const copy of [text, markdown]) {
    const count = (c) => copy.split(c).length - 1;
    check(count("\u2068") >= 2 && count("\u2068") === count("\u2069"), `${id}: isolates of the copy are not closed`);
    check(!/[\u202a-\u202e]/.test(copy), `${id}: an override in the copy`);
  }
  check(markdown.startsWith("### ") && markdown.includes("\n> "), `${id}: no Markdown: ${markdown.slice(0, 80)}`);
  check(!/[\u202a-\u202e\u2066-\u2069]/.test(json), `${id}: a bare control character in JSON`);
  const change = JSON.parse(json);
  const kind = await row.getAttribute("data-finding");
  check(change.id === id && change.kind === kind, `${id}: JSON of ${change.id}, ${change.kind}`);
  check(change.probability > 0 && change.probability <= 1, `${id}: probability ${change.probability}`);
  for (const side of [change.source, change.translation].filter(Boolean)) {
    check(side.unit && side.text?.length > 0, `${id}: JSON without a text: ${JSON.stringify(side)}`);
    check(kind === "hidden_character" || side.value === null || side.text.replace(/\s+/g, " ").includes(side.value.replace(/\s+/g, " ").slice(0, 20)), `${id}: ${side.value} is not in ${side.text}`);
  }
}

/** Letters are painted where a word or figure of both sides differs in part, and nothing depends on it. */
export async function letters({ check, open }, file, expected) {
  const { page, context: whole } = await open(file);
  // As a reader would: through the whole page, so that every row has been in view.
  const painted = await page.evaluate(async () => {
    for (const row of document.querySelectorAll(".row:has(.m)")) {
      row.scrollIntoView({ block: "center" });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
    }
    const marks = [...CSS.highlights.get("letters") ?? []];
    return { count: marks.length, outside: marks.filter((range) => !range.startContainer.parentElement.closest(".m")).length,
      whole: marks.filter((range) => range.toString() === range.startContainer.parentElement.closest(".m").textContent).length };
  });
  await whole.close();
  check(!expected || painted.count > 0, "no letters are painted");
  check(painted.outside === 0 && painted.whole === 0, `letters: ${JSON.stringify(painted)}`);
  const { page: bare, context, troubles } = await open(file, { script: "delete window.Highlight; delete CSS.highlights;" });
  await bare.locator(".search input").fill("a");
  await bare.waitForTimeout(200);
  check(troubles.length === 0, `without highlights: ${troubles.slice(0, 2)}`);
  await context.close();
}

/** A fold that was opened stays open where the address is opened again. */
export async function folds({ check, open, visibleRows }, file, page) {
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("f");
  const bars = await page.locator(".row.fold").count();
  const address = () => page.evaluate(() => location.hash);
  if (bars > 0) {
    check(await visibleRows(page) < await page.locator(".row[id]").count(), "folded rows are seen");
    // What the browser's own search finds is opened by it.
    const found = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".row.clean")].filter((row) => row.hidden);
      const waiting = rows.filter((row) => row.getAttribute("hidden") === "until-found").length;
      rows[1].dispatchEvent(new Event("beforematch", { bubbles: true }));
      return [rows.length, waiting, rows[1].hidden, rows[1].getBoundingClientRect().height > 0];
    });
    check(found[0] === found[1] && found[2] === false && found[3], `the browser's search and a fold: ${found}`);
    await page.keyboard.press("f");
    await page.keyboard.press("f");
    check(await page.locator(".row.fold").count() === bars, "folds do not come back");
    await page.locator(".row.fold button").first().click();
    check((await address()).includes("open="), `an opened fold is not in the address: ${await address()}`);
    const { page: again, context } = await open(file, { hash: await address() });
    check(await again.locator(".row.fold").count() === bars - 1, `${await address()}: ${await again.locator(".row.fold").count()} folds, not ${bars - 1}`);
    await context.close();
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("f");
  check(!(await address()).includes("open="), "what was opened stays in the address without folds");
}

/** What was chosen in one section holds in the next. */
export async function carried({ check, open }, file) {
  const { page, context } = await open(file);
  // The first section that has a change.
  while (await page.locator("button.kind:enabled").count() === 0) {
    await page.locator("[rel=next]").first().click();
    await page.waitForLoadState("load");
  }
  const kind = await page.locator("button.kind:enabled").first().getAttribute("data-kind");
  const links = await page.locator("[rel=next]").count() > 0 ? ["[rel=next]", "[rel=prev]"] : ["[rel=prev]", "[rel=next]"];
  await page.keyboard.press("s");
  await page.keyboard.press("f");
  await page.locator(`button.kind[data-kind="${kind}"]`).click();
  for (const link of links) {
    await page.locator(link).first().click();
    await page.waitForLoadState("load");
    const hash = await page.evaluate(() => location.hash);
    check(await page.evaluate(() => document.body.classList.contains("swap")), `${link}: sides are not carried over: ${hash}`);
    check(await page.locator("[data-tool=fold]").getAttribute("aria-pressed") === "true", `${link}: folds are not carried over: ${hash}`);
    check(hash.includes(`kinds=${kind}`), `${link}: kinds are not carried over: ${hash}`);
  }
  check(await page.locator(`button.kind[data-kind="${kind}"]`).getAttribute("aria-pressed") === "true", "the way there and back loses a kind");
  await context.close();
}

/** The search counts on both sides, paints its hits, and may leave the other rows. */
export async function hits({ check, visibleRows }, page) {
  const all = await visibleRows(page);
  const word = await page.evaluate(() => {
    const text = document.querySelector(".row.unit .txt").cloneNode(true);
    text.querySelectorAll(".vh").forEach((hidden) => hidden.remove());
    return text.textContent.trim().split(/\s+/)[0];
  });
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator(".search input").fill(word);
  await page.waitForTimeout(300);
  const own = await visibleRows(page);
  const said = (await page.locator(".live").textContent()).replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0);
  const [s, t, n] = said.match(/\d+/g).map(Number);
  check(n === own && s + t >= n, `search: ${said} for ${own} rows`);
  await page.evaluate(() => document.querySelector(".row.unit").scrollIntoView());
  await page.waitForTimeout(200);
  const painted = await page.evaluate(() => [...CSS.highlights.get("hits") ?? []].map((range) => range.toString()));
  check(painted.length > 0, `${word}: nothing is painted`);
  const toggle = page.locator("[data-tool=hits]");
  check(await toggle.getAttribute("aria-pressed") === "true", "rows without a hit are not left out");
  await toggle.click();
  check(await visibleRows(page) === all, "the other rows do not come back");
  check((await page.evaluate(() => location.hash)).includes("all=1"), "not in the address that all rows are shown");
  await toggle.click();
  check(await visibleRows(page) === own, "the other rows stay");
  await page.locator(".search input").press("Escape");
  check(!await toggle.isVisible(), "a switch for no search");
  check(await page.evaluate(() => CSS.highlights.get("hits")?.size ?? 0) === 0, "hits stay painted");
  await page.evaluate(() => scrollTo(0, 0));
}

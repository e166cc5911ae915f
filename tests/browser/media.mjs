// The first screen, forced colours and paper.

/** Without scrolling a laptop shows the verdict, the counts, what to look at first and the first pair. */
export async function firstScreen({ check }, page) {
  await page.setViewportSize({ width: 1280, height: 800 });
  const below = await page.evaluate(() => {
    scrollTo(0, 0);
    const tops = { verdict: ".verdict", bar: ".bar svg", "first pair": ".row.unit" };
    return Object.entries(tops).filter(([, selector]) => document.querySelector(selector).getBoundingClientRect().top > innerHeight - 20).map(([name]) => name);
  });
  check(below.length === 0, `not on the first screen: ${below}`);
  // Numbers of the bars have room, at any width.
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const tight = await page.evaluate(() => [...document.querySelectorAll(".bar text")].filter((text) => {
      const box = text.getBoundingClientRect();
      const piece = text.previousElementSibling.getBoundingClientRect();
      return box.left < piece.left - 1 || box.right > piece.right + 1;
    }).map((text) => text.textContent));
    check(tight.length === 0, `${width} px: numbers reach out of their bars: ${tight}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Where a reader's own colours replace all others, kinds are told by letters and lines. */
export async function forcedColours({ check, open }, file) {
  const { page, context } = await open(file, { forcedColors: "active" });
  const bare = await page.evaluate(() => {
    const missing = [];
    const line = (style, side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0;
    for (const tag of document.querySelectorAll(".gut .tag, .kinds .tag")) {
      const style = getComputedStyle(tag);
      if (tag.getClientRects().length > 0 && (!line(style, "BlockEnd") || tag.textContent.trim() === "")) missing.push(`tag ${tag.className}`);
    }
    for (const mark of document.querySelectorAll(".txt .m")) {
      if (!getComputedStyle(mark).textDecorationLine.includes("underline")) missing.push(`mark ${mark.className}`);
    }
    for (const [selector, side] of [[".dropped > .s:not(.none)", "InlineStart"], [".added > .t:not(.none)", "InlineStart"], [".none.claimed", "BlockStart"]]) {
      for (const cell of document.querySelectorAll(selector)) if (!line(getComputedStyle(cell), side)) missing.push(selector);
    }
    for (const button of document.querySelectorAll("button.kind:enabled")) {
      button.click();
      const pressed = getComputedStyle(button);
      const style = [pressed.outlineStyle, pressed.borderBlockStartWidth, pressed.backgroundColor].join();
      button.click();
      const free = getComputedStyle(button);
      if (style === [free.outlineStyle, free.borderBlockStartWidth, free.backgroundColor].join()) missing.push("a pressed button looks like the others");
    }
    const focused = document.querySelector(".row.unit");
    focused.focus();
    if (getComputedStyle(focused).outlineStyle === "none") missing.push("the row in hand has no outline");
    for (const text of document.querySelectorAll(".bar text")) {
      if (getComputedStyle(text).forcedColorAdjust !== "none") missing.push("numbers in bars");
    }
    return [...new Set(missing)];
  });
  check(bare.length === 0, `forced colours: ${bare.slice(0, 4).join("; ")}`);
  await context.close();
}

/** On paper everything is there that can be opened on the screen, and tags are letters. */
export async function paper({ check, open, visibleRows }, file) {
  const { page, context } = await open(file, { hash: "#fold=1" });
  const rows = await page.locator(".row[id]").count();
  const folds = await page.locator(".row.fold").count();
  check(folds === 0 || await visibleRows(page) < rows, "nothing is folded");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  check(await visibleRows(page) === rows && await page.locator(".row.fold").count() === 0, "folds stay closed on paper");
  for (const selector of [".must details", ".entities details"]) {
    check(await page.locator(selector).evaluateAll((all) => all.every((d) => d.open)), `${selector} stays closed on paper`);
  }
  for (const selector of [".tools", ".strip", ".skip"]) {
    check(await page.locator(`${selector}:visible`).count() === 0, `${selector} on paper`);
  }
  const tags = await page.locator(".gut a.tag").evaluateAll((all) => all.filter((tag) => tag.getBoundingClientRect().width < 10 || tag.textContent.trim() === "").length);
  check(tags === 0, "tags without letters on paper");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  check(await page.locator(".row.fold").count() === folds, "folds stay open behind the paper");
  await context.close();
}

"use strict";
(() => {
  const root = document.documentElement;
  const body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const digits = [...body.dataset.digits];
  const count = (n) => String(n).replace(/[0-9]/g, (d) => digits[d]);
  const fill = (template, values) => template.replace(/\{(\w)\}/g, (_, key) => values[key] ?? "");
  const rows = all(".row.unit, .row.outside, .row.stub");
  const tool = (name) => one(`[data-tool="${name}"]`);
  const press = (button, on) => button.setAttribute("aria-pressed", on);
  const store = {
    get(key) { try { return localStorage.getItem("muqabala." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("muqabala." + key, value); } catch { /* not kept */ } },
  };

  // What is shown: the kinds chosen, the search, the fold.
  const chosen = new Set();
  let words = "";
  const state = { evidence: false, fold: false, swap: false, order: false };
  // The row in hand, and what the address names of it.
  let current = null;
  let target = "";
  const buttons = all("button.kind");
  const reset = one(".reset");
  const live = one(".live");
  const input = one(".search input");
  const kindsOf = (row) => (row.dataset.k ? row.dataset.k.split(" ") : []);

  // The same letters for a reader: variants of yeh, kaf, alef and heh, digits, marks, joiners.
  const folded = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0300-\u036f\u200b-\u200f\u2066-\u2069\u00ad\u0621\u0654\u0655]/g, "")
    .replace(/[\u064a\u0649\u0626]/g, "\u06cc").replace(/\u0643/g, "\u06a9")
    .replace(/[\u0623\u0625\u0622\u0671]/g, "\u0627").replace(/[\u0629\u06c0\u06d5\u06c1]/g, "\u0647").replace(/\u0624/g, "\u0648")
    .replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x660)
    .replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - 0x6f0);
  const plain = (element) => {
    if (!one(".vh", element)) return element.textContent;
    const copy = element.cloneNode(true);
    for (const hidden of all(".vh", copy)) hidden.remove();
    return copy.textContent;
  };
  const foldedRows = new Map();
  const textOf = (row) => {
    if (!foldedRows.has(row)) foldedRows.set(row, folded(all(".txt", row).map(plain).join(" ")));
    return foldedRows.get(row);
  };

  // Rows stand in groups, which are hidden as wholes: what happens to a row in a group that nobody
  // sees costs nothing, and 20,000 rows are filtered in the time of some hundred.
  const blocks = all(".group");
  const blockSize = Math.max(1, ...blocks.map((group) => group.children.length));
  const rowHeight = 120;
  const kinds = new Map(rows.map((row) => [row, kindsOf(row)]));
  let shownRows = new Set(rows);
  function display(visible) {
    shownRows = visible;
    const whole = visible.size === rows.length;
    const bars = new Set(all(".row.fold"));
    blocks.forEach((block, at) => {
      const own = rows.slice(at * blockSize, (at + 1) * blockSize);
      const count = own.reduce((sum, row) => sum + visible.has(row), 0);
      const isEmpty = count === 0 && ![...bars].some((bar) => bar.parentElement === block);
      if (block.hidden !== isEmpty) block.hidden = isEmpty;
      if (isEmpty) return;
      const size = whole ? "" : `${count * rowHeight}px`;
      if (block.style.containIntrinsicBlockSize !== size) block.style.containIntrinsicBlockSize = size;
      for (const row of own) {
        if (row.hidden === visible.has(row)) row.hidden = !visible.has(row);
      }
    });
  }
  const isShown = (row) => !row.hidden && !row.parentElement.hidden;
  function reveal(row) {
    if (isShown(row)) return;
    shownRows.add(row);
    display(shownRows);
  }

  // The first search need not wait for all rows to be folded.
  let ready = 0;
  function prepare(deadline) {
    while (ready < rows.length && deadline.timeRemaining() > 1) textOf(rows[ready++]);
    if (ready < rows.length) requestIdleCallback(prepare);
  }
  if (rows.length > 500) window.requestIdleCallback?.(prepare);

  function show() {
    const wanted = folded(words.trim());
    const visible = new Set();
    let hits = 0;
    for (const row of rows) {
      const byKind = chosen.size === 0 || kinds.get(row).some((kind) => chosen.has(kind));
      const byText = wanted === "" || textOf(row).includes(wanted);
      if (byText && wanted !== "") hits += 1;
      if (byKind && byText && !(state.order && row.classList.contains("stub"))) visible.add(row);
    }
    let shown = 0;
    for (const button of buttons) {
      const on = chosen.has(button.dataset.kind);
      button.setAttribute("aria-pressed", on);
      if (on && button.dataset.kind !== "uncertain") shown += Number(button.dataset.n);
    }
    const parts = [];
    if (chosen.size > 0) parts.push(fill(live.dataset.text, { n: count(shown), m: count(live.dataset.total) }));
    if (wanted !== "") parts.push(fill(input.dataset.hits, { n: count(hits) }));
    live.textContent = parts.join(" · ");
    reset.hidden = chosen.size === 0;
    fold(visible);
    display(visible);
    if (current && !isShown(current)) target = "";
    remember();
  }

  // The rows in the order of the translation: what only the source has stays behind the pair that it
  // follows there.
  const inSource = [...rows];
  function reorder() {
    const groups = [];
    let last = null;
    for (const row of inSource) {
      const group = { at: Number(row.dataset.t ?? -1), rows: [row] };
      if (row.dataset.t === undefined && last) last.rows.push(row);
      else groups.push(group);
      if (groups.at(-1) === group && !row.classList.contains("moved")) last = group;
    }
    groups.sort((a, b) => a.at - b.at);
    const order = state.order ? groups.flatMap((group) => group.rows) : inSource;
    rows.splice(0, rows.length, ...order);
    blocks.forEach((block, at) => block.replaceChildren(...rows.slice(at * blockSize, (at + 1) * blockSize)));
  }

  function toggle(kind) {
    if (!chosen.delete(kind)) chosen.add(kind);
    show();
  }

  // Runs of pairs without a difference become one button.
  function fold(visible) {
    for (const bar of all(".row.fold")) bar.remove();
    if (!state.fold || chosen.size || words.trim()) return;
    let run = [];
    const close = () => {
      if (run.length >= 3) {
        bar(run);
        for (const row of run) visible.delete(row);
      }
      run = [];
    };
    for (const row of rows) {
      if (row.classList.contains("clean")) run.push(row);
      else close();
    }
    close();
  }
  function bar(run) {
    const number = (row) => one(".n", row).lastChild.textContent;
    const made = document.createElement("div");
    made.className = "row fold";
    made.setAttribute("role", "row");
    const cell = document.createElement("div");
    cell.className = "fold";
    cell.setAttribute("role", "cell");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = fill(body.dataset.folded, { n: number(run[0]), m: number(run[run.length - 1]) });
    button.addEventListener("click", () => {
      made.remove();
      for (const row of run) shownRows.add(row);
      display(shownRows);
      run[0].focus();
    });
    cell.append(button);
    made.append(cell);
    run[0].before(made);
  }

  // Going from change to change.
  function go(row) {
    if (!row) return;
    reveal(row);
    current = row;
    target = row.id;
    remember();
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }
  function step(selector, by) {
    const list = all(selector).filter(isShown);
    if (list.length === 0) return;
    const from = document.activeElement?.closest?.(".row") ?? current;
    const next = by > 0
      ? list.find((row) => !from || from.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
      : list.findLast((row) => from && from.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING);
    go(next ?? (by > 0 ? list[0] : list[list.length - 1]));
  }

  // The row in hand, for another text: every piece of a text in isolates (UAX #9), so that it turns
  // nothing around where it is put. JSON has the characters themselves, the invisible ones escaped.
  const isolated = (text) => "\u2068" + text.replace(/\s+/g, " ").trim() + "\u2069";
  const original = (element) => {
    const twin = element.cloneNode(true);
    for (const token of all(".tok", twin)) token.textContent = String.fromCodePoint(parseInt(token.dataset.u, 16));
    return plain(twin);
  };
  const names = ["s", "t"].map((side) => one(`.row.head .cell.${side}`).textContent.trim());
  function rowAs(form, row) {
    const lines = ["s", "t"].map((side) => all(`.cell.${side} .line`, row));
    const cards = all(".cards li[id]", row);
    if (form === "json") {
      const side = (of) => of.map((line) => ({ id: line.id, lang: line.lang, text: original(one(".txt", line)).trim() }));
      const value = (card, side) => { const found = one(`.${side} bdi`, card); return found && original(found); };
      const findings = cards.map((card) => ({ id: card.id, kind: card.dataset.finding, source_value: value(card, "vs"), translation_value: value(card, "vt") }));
      const whole = { row: row.id, kinds: kindsOf(row), source: side(lines[0]), translation: side(lines[1]), findings };
      return JSON.stringify(whole, null, 2).replace(/[\p{Cf}\p{Cc}]/gu, (c) => (c === "\n" || c === "\u200c" ? c
        : [...Array(c.length).keys()].map((at) => "\\u" + c.charCodeAt(at).toString(16).padStart(4, "0")).join("")));
    }
    const said = (of) => of.map((line) => isolated(plain(one(".txt", line)))).join(" ") || "\u2014";
    const notes = cards.map((card) => [...card.children].filter((part) => !part.classList.contains("tag"))
      .map((part) => part.classList.contains("val") ? [one(".side", part)?.textContent, ...all("bdi", part).slice(0, 1).map((v) => isolated(plain(v)))].filter(Boolean).join(" ") : part.textContent.trim())
      .filter(Boolean).join(" \u00b7 "));
    const title = row.getAttribute("aria-label");
    const quote = form === "markdown";
    const texts = lines.map((of, at) => quote ? `**${isolated(names[at])}**\n\n> ${said(of)}` : `${isolated(names[at])}: ${said(of)}`);
    const list = notes.map((note) => (quote ? "- " : "") + note).join("\n");
    return [(quote ? "### " : "") + title, ...texts, list].filter(Boolean).join(quote ? "\n\n" : "\n") + "\n";
  }
  const copier = document.createElement("button");
  copier.type = "button";
  copier.className = "copy";
  copier.textContent = body.dataset.copy;
  copier.addEventListener("click", () => copy());
  document.addEventListener("focusin", (event) => {
    const gutter = event.target !== copier && event.target.closest?.(".row.unit") && one(".gut", event.target.closest(".row.unit"));
    if (!gutter || gutter.contains(copier)) return;
    copier.textContent = body.dataset.copy;
    gutter.append(copier);
  });
  async function copy() {
    const row = document.activeElement?.closest?.(".row.unit") ?? current;
    if (!row?.classList.contains("unit")) return;
    const text = rowAs(tool("format").value, row);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Where the clipboard is not given to pages, as for some files.
      const field = document.createElement("textarea");
      field.value = text;
      body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    one(".gut", row).append(copier);
    copier.textContent = body.dataset.copied;
    live.textContent = body.dataset.copied;
  }

  // Tools. What they switch stands in the address; the side is kept for other reports too.
  const effects = {
    evidence(on) { body.classList.toggle("evidence", on); },
    swap(on) { body.classList.toggle("swap", on); },
    order: reorder,
    fold() {},
  };
  function set(name, on) {
    if (state[name] === on || !tool(name)) return;
    state[name] = on;
    press(tool(name), on);
    effects[name](on);
  }
  function turn(name) {
    set(name, !state[name]);
    show();
  }
  const tools = {
    evidence() { turn("evidence"); },
    fold() { turn("fold"); },
    swap() {
      turn("swap");
      store.set("swap", state.swap ? "1" : "");
    },
    order() { turn("order"); },
    theme() {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      theme(dark ? "light" : "dark");
      store.set("theme", root.dataset.theme);
    },
    help() { help(one("#help").hidden); },
    close() { help(false); tool("help").focus(); },
  };
  function theme(name) {
    if (name !== "light" && name !== "dark") return;
    root.dataset.theme = name;
    press(tool("theme"), name === "dark");
  }
  function help(open) {
    one("#help").hidden = !open;
    tool("help").setAttribute("aria-expanded", open);
  }
  for (const name of Object.keys(tools)) tool(name)?.addEventListener("click", tools[name]);
  const present = buttons.filter((button) => button.dataset.n !== "0");
  const numbered = present.filter((button) => button.dataset.kind !== "uncertain").slice(0, 9);
  const shortcut = (button, key) => {
    button.setAttribute("aria-keyshortcuts", key);
    button.title += ` [${key}]`;
  };
  for (const button of present) {
    button.disabled = false;
    button.addEventListener("click", () => toggle(button.dataset.kind));
    if (button.dataset.kind === "uncertain") shortcut(button, "u");
  }
  numbered.forEach((button, at) => shortcut(button, String(at + 1)));
  reset.addEventListener("click", () => { only(null); present[0]?.focus(); });
  function only(kind) {
    chosen.clear();
    if (kind) chosen.add(kind);
    show();
  }
  // One kind after the other, and all again behind the last: more kinds than there are digits.
  function turnKind(by) {
    const stops = [null, ...present.map((button) => button.dataset.kind)];
    const at = chosen.size === 1 ? stops.indexOf([...chosen][0]) : 0;
    only(stops.at((at + by) % stops.length));
  }
  let waiting = 0;
  function search() {
    clearTimeout(waiting);
    words = input.value;
    show();
  }
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });

  const keys = {
    n: () => step(".row[data-k]", 1), p: () => step(".row[data-k]", -1),
    j: () => step(".row[data-k]", 1), k: () => step(".row[data-k]", -1),
    "]": () => step(".row.begins", 1), "[": () => step(".row.begins", -1),
    e: tools.evidence, f: tools.fold, s: tools.swap, o: tools.order, c: () => copy(), d: tools.theme, "?": tools.help,
    "/": () => input.focus(),
    u: () => present.find((button) => button.dataset.kind === "uncertain")?.click(),
    ".": () => turnKind(1), ",": () => turnKind(-1), 0: () => only(null),
  };
  numbered.forEach((button, at) => { keys[at + 1] = () => button.click(); });
  // On a keyboard of another script a key is known by its place.
  const places = { BracketLeft: "[", BracketRight: "]", Slash: "/", Period: ".", Comma: "," };
  function keyOf(event) {
    if (event.key.length > 1 || /^[!-~]$/.test(event.key)) return event.key;
    if (event.shiftKey) return event.code === "Slash" ? "?" : "";
    return /^(?:Key|Digit)(.)$/.exec(event.code)?.[1].toLowerCase() ?? places[event.code] ?? "";
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (event.target === input) { input.value = ""; search(); input.blur(); }
      if (!one("#help").hidden) tools.close();
      return;
    }
    if (event.key === "Enter" && event.target === input) search();
    const inField = event.target.closest("input, textarea, select");
    if (inField || event.ctrlKey || event.metaKey || event.altKey || !tool("keys").checked) return;
    const key = keyOf(event);
    if (Object.hasOwn(keys, key)) { event.preventDefault(); keys[key](); }
  });

  // Partners of a shared name or figure within its row.
  const partners = (event, on) => {
    const here = event.target.closest?.("[data-c]");
    if (!here) return;
    for (const other of all(`[data-c="${here.dataset.c}"]`, here.closest(".row"))) other.classList.toggle("partner", on);
  };
  document.addEventListener("mouseover", (event) => partners(event, true));
  document.addEventListener("mouseout", (event) => partners(event, false));

  // The address: first a row, a finding or a unit, then what the reader chose, so that a link shows
  // the same page again: #r12ab34cd56&kinds=dropped,moved&q=…&fold=1&sides=t&order=t&evidence=1
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  let read = false;
  function remember() {
    if (!read) return;
    const parts = [
      target && encodeURIComponent(target),
      chosen.size > 0 && "kinds=" + [...chosen].join(","),
      words.trim() && "q=" + encodeURIComponent(words.trim()),
      state.fold && "fold=1",
      state.swap && "sides=t",
      state.order && "order=t",
      state.evidence && "evidence=1",
    ].filter(Boolean);
    const address = parts.length > 0 ? "#" + parts.join("&") : location.pathname + location.search;
    if (address === location.hash) return;
    try { history.replaceState(null, "", address); } catch { /* not allowed for this address */ }
  }
  function restore(named) {
    chosen.clear();
    for (const kind of (named.get("kinds") ?? "").split(",")) {
      if (present.some((button) => button.dataset.kind === kind)) chosen.add(kind);
    }
    words = input.value = named.get("q") ?? "";
    set("fold", named.has("fold"));
    set("order", named.has("order"));
    set("evidence", named.has("evidence"));
    // Which side is first is the reader's own choice, where the address does not say it.
    if (named.has("sides")) set("swap", named.get("sides") === "t");
    show();
  }
  function follow() {
    const named = new Map();
    let hash = "";
    for (const part of location.hash.slice(1).split("&")) {
      const [name, ...value] = part.split("=");
      if (value.length > 0) named.set(name, decoded(value.join("=")));
      else hash = decoded(part);
    }
    read = true;
    if (named.size > 0) restore(named);
    const place = hash ? document.getElementById(hash) : null;
    const row = place?.closest(".row");
    if (!row) elsewhere(hash);
    if (!row) return;
    reveal(row);
    current = row;
    target = hash;
    remember();
    for (const card of all(".cards .named")) card.classList.remove("named");
    if (place.matches(".cards li")) place.classList.add("named");
    row.focus({ preventScroll: true });
    // Rows are laid out as they come near, which moves the place: look again once they are.
    let times = 3;
    const settle = () => {
      row.scrollIntoView({ block: "center" });
      times -= 1;
      if (times > 0) requestAnimationFrame(settle);
    };
    requestAnimationFrame(settle);
  }

  // What stands in another section of the report: a unit, a pair or a finding by its place in the
  // text, which the list of sections knows.
  function elsewhere(hash) {
    const [, letter, number] = /^([stpf])(\d+(?:\.\d+)?)$/.exec(hash) ?? [];
    const runs = letter && one(".parts")?.dataset[letter];
    if (!runs) return;
    const [major, minor = 0] = number.split(".").map(Number);
    let section = null;
    for (const run of runs.split(" ")) {
      const [name, target] = run.split("=");
      const [first, second = 0] = name.split(".").map(Number);
      if (first > major || (first === major && second > minor)) break;
      section = target;
    }
    const file = all(".sections a")[section]?.getAttribute("href");
    if (file && file !== location.pathname.split("/").pop()) location.replace(file + location.hash);
  }
  addEventListener("hashchange", follow);
  addEventListener("load", follow);

  // The part of the strip that is in view. A cell may stand for several rows from its own on.
  const cells = new Map();
  for (const cell of all(".strip a")) cells.set(cell.dataset.row, [...(cells.get(cell.dataset.row) ?? []), cell]);
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      for (const cell of cells.get(entry.target.id) ?? []) cell.classList.toggle("here", entry.isIntersecting);
    }
  });
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      for (const row of entry.target.children) {
        if (entry.isIntersecting) watcher.observe(row);
        else {
          watcher.unobserve(row);
          for (const cell of cells.get(row.id) ?? []) cell.classList.remove("here");
        }
      }
    }
  });
  for (const block of blocks) near.observe(block);

  addEventListener("beforeprint", () => { for (const d of all("details")) { d.dataset.was = d.open ? "1" : ""; if (!d.closest(".why")) d.open = true; } });
  addEventListener("afterprint", () => { for (const d of all("details")) d.open = d.dataset.was === "1"; });

  one(".tools").hidden = false;
  const format = tool("format");
  format.value = store.get("format") ?? "text";
  if (format.selectedIndex < 0) format.value = "text";
  format.addEventListener("change", () => store.set("format", format.value));
  theme(store.get("theme"));
  if (store.get("swap")) set("swap", true);
  follow();
})();

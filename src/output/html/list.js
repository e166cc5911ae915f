"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const digits = [...document.body.dataset.digits];
  const count = (n) => String(n).replace(/[0-9]/g, (d) => digits[d]);
  const store = {
    get(key) { try { return localStorage.getItem("muqabala." + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("muqabala." + key, value); } catch { /* not kept */ } },
  };

  // The same letters for a reader: as in the reports.
  const folded = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0300-\u036f\u200b-\u200f\u2066-\u2069\u00ad\u0621\u0654\u0655]/g, "")
    .replace(/[\u064a\u0649\u0626]/g, "\u06cc").replace(/\u0643/g, "\u06a9")
    .replace(/[\u0623\u0625\u0622\u0671]/g, "\u0627").replace(/[\u0629\u06c0\u06d5\u06c1]/g, "\u0647").replace(/\u0624/g, "\u0648")
    .replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x660)
    .replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - 0x6f0);

  const body = one("tbody");
  const rows = all("tbody tr").map((row) => ({
    row,
    kinds: (row.dataset.k ?? "").split(" "),
    text: folded(row.textContent),
    values: [...row.children].map((cell) => cell.dataset.v ?? ""),
  }));
  const buttons = all("button.kind");
  const input = one(".search input");
  const live = one(".live");
  const chosen = new Set();

  // Verdicts are alternatives; changes are, too; a pair has to meet one of either that is chosen.
  const verdicts = new Set(["translation", "adaptation", "comparable", "unrelated", "failed"]);
  function show() {
    const words = folded(input.value.trim());
    const wanted = [[...chosen].filter((k) => verdicts.has(k)), [...chosen].filter((k) => !verdicts.has(k))];
    let shown = 0;
    for (const { row, kinds, text } of rows) {
      const fits = wanted.every((list) => list.length === 0 || list.some((kind) => kinds.includes(kind)));
      row.hidden = !(fits && text.includes(words));
      if (!row.hidden) shown += 1;
    }
    for (const button of buttons) button.setAttribute("aria-pressed", chosen.has(button.dataset.kind));
    const all = shown === rows.length && chosen.size === 0 && words === "";
    live.textContent = all ? "" : live.dataset.text.replace("{n}", count(shown)).replace("{m}", count(rows.length));
  }

  // A column is sorted up, then down; what has no value is last in either way.
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const heads = all("th[data-sort]");
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const isNumber = head.dataset.sort === "number";
    button.addEventListener("click", () => {
      const down = head.ariaSort ? head.ariaSort === "ascending" : isNumber && column > 2;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const compare = isNumber ? (a, b) => Number(a) - Number(b) : collator.compare;
      const value = ({ values }) => values[column] ?? "";
      rows.sort((a, b) => (value(a) === "") - (value(b) === "") || (down ? -1 : 1) * compare(value(a), value(b)));
      body.append(...rows.map(({ row }) => row));
    });
  });

  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener("click", () => {
      if (!chosen.delete(button.dataset.kind)) chosen.add(button.dataset.kind);
      show();
    });
  }
  input.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === input) { input.value = ""; show(); input.blur(); }
  });

  const toggle = one("[data-tool=theme]");
  function theme(name) {
    if (name !== "light" && name !== "dark") return;
    root.dataset.theme = name;
    toggle.setAttribute("aria-pressed", name === "dark");
  }
  toggle.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme(dark ? "light" : "dark");
    store.set("theme", root.dataset.theme);
  });
  theme(store.get("theme"));
  one(".tools").hidden = false;
})();

const table = one("tbody");
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
    table.append(...rows.map(({ row }) => row));
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

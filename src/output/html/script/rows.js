// What is shown: the kinds chosen, the search, the fold.
const chosen = new Set();
let words = "";
// Kinds that the address names and this section has none of, for the other sections.
const away = new Set();
const state = { evidence: false, fold: false, swap: false, order: false, hits: true };
// The row in hand, and what the address names of it.
let current = null;
let target = "";
const buttons = all("button.kind");
const reset = one(".reset");
const live = one(".live");
const input = one(".search input");
const kindsOf = (row) => (row.dataset.k ? row.dataset.k.split(" ") : []);

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
    const hidden = isEmpty && (own.some((row) => runOf.has(row)) ? "until-found" : true);
    if (block.hidden !== hidden) block.hidden = hidden;
    if (hidden === true) return;
    const size = whole ? "" : `${count * rowHeight}px`;
    if (block.style.containIntrinsicBlockSize !== size) block.style.containIntrinsicBlockSize = size;
    for (const row of own) {
      const away = !visible.has(row) && (runOf.has(row) ? "until-found" : true);
      if (row.hidden !== away) row.hidden = away;
    }
  });
}
const isShown = (row) => !row.hidden && !row.parentElement.hidden;
function reveal(row) {
  if (isShown(row)) return;
  shownRows.add(row);
  display(shownRows);
}

function show() {
  const wanted = folded(words.trim());
  const visible = new Set();
  const hits = wanted === "" ? null : find(wanted);
  for (const row of rows) {
    const byKind = chosen.size === 0 || kinds.get(row).some((kind) => chosen.has(kind));
    const byText = !hits || !state.hits || hits.rows.has(row);
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
  if (hits) parts.push(fill(input.dataset.hits, { n: count(hits.rows.size), s: count(hits.s), t: count(hits.t) }));
  tool("hits").hidden = !hits;
  live.textContent = parts.join(" · ");
  reset.hidden = chosen.size === 0;
  fold(visible);
  display(visible);
  seek(wanted);
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
  away.clear();
  if (!chosen.delete(kind)) chosen.add(kind);
  show();
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

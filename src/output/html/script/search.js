// The folded text of a row, each side for itself.
const foldedRows = new Map();
function textOf(row) {
  if (!foldedRows.has(row)) {
    foldedRows.set(row, ["s", "t"].map((side) => folded(all(`.cell.${side} .txt`, row).map(plain).join(" "))));
  }
  return foldedRows.get(row);
}

// The first search need not wait for all rows to be folded.
let ready = 0;
function prepare(deadline) {
  while (ready < rows.length && deadline.timeRemaining() > 1) textOf(rows[ready++]);
  if (ready < rows.length) requestIdleCallback(prepare);
}
if (rows.length > 500) window.requestIdleCallback?.(prepare);

function times(text, wanted) {
  let found = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found += 1;
  return found;
}

/// How often either side has the words, and the rows that have them.
function find(wanted) {
  const found = { s: 0, t: 0, rows: new Set() };
  for (const row of rows) {
    const [s, t] = textOf(row).map((text) => times(text, wanted));
    if (s + t === 0) continue;
    found.s += s;
    found.t += t;
    found.rows.add(row);
  }
  return found;
}

// Letters painted without an element around them, where the browser can: no mark cuts a word.
const painted = (name) => {
  if (!window.CSS?.highlights || !window.Highlight) return null;
  if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
  return CSS.highlights.get(name);
};
/// The characters of an element that belong to the text, each with its place.
function characters(element) {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".vh, .tok, .cut, .ord")) continue;
    let at = 0;
    for (const c of node.data) {
      found.push({ c, node, at, end: at + c.length });
      at += c.length;
    }
  }
  return found;
}
function rangeOf(first, last) {
  const range = document.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.end);
  return range;
}

// The hits of the rows in view are painted; those of the others when they come.
let sought = "";
function paintHits(row) {
  const paint = sought && painted("hits");
  if (!paint || !textOf(row).some((text) => text.includes(sought))) return;
  for (const text of all(".txt", row)) {
    const letters = [];
    let whole = "";
    for (const character of characters(text)) {
      for (const c of folded(character.c)) {
        whole += c;
        for (let unit = 0; unit < c.length; unit += 1) letters.push(character);
      }
    }
    for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length)) {
      paint.add(rangeOf(letters[at], letters[at + sought.length - 1]));
    }
  }
}
function seek(wanted) {
  if (wanted === sought) return;
  sought = wanted;
  painted("hits")?.clear();
  for (const row of inView) paintHits(row);
}

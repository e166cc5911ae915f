// The card of a change, from the keyboard: Enter on a row opens the first that is closed, Escape closes
// it and gives the focus back.
let opener = null;
function openCard(item, by) {
  const card = one("details", item);
  if (!card) return false;
  card.open = true;
  opener = by;
  one("summary", card).focus();
  return true;
}
function openCards(row) {
  const items = all(".cards li[id]", row);
  const item = items.find((item) => !one("details", item)?.open) ?? items[0];
  if (item) return openCard(item, row);
  // The change stands first in another row, or the doubt is about the pair itself.
  const tag = one(".gut a.tag", row);
  if (tag) { tag.click(); return true; }
  const why = one(".why details", row);
  if (!why) return false;
  why.open = true;
  one("summary", why).focus();
  return true;
}
function closeCard(within) {
  const card = within.closest?.(".cards details[open], .why details[open]");
  if (!card) return false;
  card.open = false;
  const row = card.closest(".row");
  (opener && row.contains(opener) ? opener : row).focus();
  opener = null;
  return true;
}
document.addEventListener("click", (event) => {
  const tag = event.target.closest?.(".gut a.tag");
  const item = tag && document.getElementById(tag.hash.slice(1));
  if (!item?.matches(".cards li") || !item.closest(".row").contains(tag)) return;
  event.preventDefault();
  current = item.closest(".row");
  target = item.id;
  openCard(item, tag);
  remember();
});

// What can be copied of it is offered once it is open.
document.addEventListener("toggle", (event) => {
  const card = event.target;
  if (!card.matches?.(".card") || !card.open || one(".copies", card)) return;
  const copies = document.createElement("p");
  copies.className = "copies";
  copies.append(body.dataset.copychange + " ");
  for (const { value, text } of tool("format").options) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => hand(changeAs(value, card.closest("li")), button));
    copies.append(button);
  }
  card.append(copies);
}, true);

function changeAs(form, item) {
  const probability = Number(item.dataset.p);
  const read = form === "json" ? original : plain;
  const [source, translation] = ["vs", "vt"].map((of) => {
    const part = one(`dd.${of}`, item);
    if (!part) return null;
    const unit = one("a.go", part)?.dataset.unit ?? null;
    const line = unit && document.getElementById(unit);
    const value = one(".value bdi", part);
    return {
      unit, lang: line ? line.lang : null,
      value: value && read(value),
      text: line ? read(one(".txt", line)).trim() : null,
    };
  });
  const row = item.closest(".row");
  if (form === "json") {
    return json({ id: item.id, kind: item.dataset.finding, probability, row: row.id, source, translation });
  }
  const quote = form === "markdown";
  const title = `${one(".what", item).textContent} (${[...one("dl", item).children].at(-1).textContent.trim()})`;
  const said = [source, translation].map((side, at) => side && [
    `${quote ? `**${isolated(names[at])}**` : isolated(names[at])}${side.unit ? ` ${isolated(side.unit)}` : ""}`,
    side.value === null ? "" : isolated(side.value),
  ].filter(Boolean).join(": ")).filter(Boolean);
  const texts = [source, translation].filter((side) => side?.text).map((side) => (quote ? "> " : "") + isolated(side.text));
  return [(quote ? "### " : "") + title, ...said, ...texts].join(quote ? "\n\n" : "\n") + "\n";
}

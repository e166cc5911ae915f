// The row in hand, for another text: every piece of a text in isolates (UAX #9), so that it turns
// nothing around where it is put. JSON has the characters themselves, the invisible ones escaped.
const isolated = (text) => "\u2068" + text.replace(/\s+/g, " ").trim() + "\u2069";
const original = (element) => {
  const twin = element.cloneNode(true);
  for (const token of all(".tok", twin)) token.textContent = String.fromCodePoint(parseInt(token.dataset.u, 16));
  return plain(twin);
};
const json = (value) => JSON.stringify(value, null, 2).replace(/[\p{Cf}\p{Cc}]/gu, (c) => (c === "\n" || c === "\u200c" ? c
  : [...Array(c.length).keys()].map((at) => "\\u" + c.charCodeAt(at).toString(16).padStart(4, "0")).join("")));
const names = ["s", "t"].map((side) => one(`.row.head .cell.${side}`).textContent.trim());
function rowAs(form, row) {
  const lines = ["s", "t"].map((side) => all(`.cell.${side} .line`, row));
  const cards = all(".cards li[id]", row);
  if (form === "json") {
    const side = (of) => of.map((line) => ({ id: line.id, lang: line.lang, text: original(one(".txt", line)).trim() }));
    const value = (card, side) => { const found = one(`dd.${side} .value bdi`, card); return found && original(found); };
    const findings = cards.map((card) => ({ id: card.id, kind: card.dataset.finding, source_value: value(card, "vs"), translation_value: value(card, "vt") }));
    return json({ row: row.id, kinds: kindsOf(row), source: side(lines[0]), translation: side(lines[1]), findings });
  }
  const said = (of) => of.map((line) => isolated(plain(one(".txt", line)))).join(" ") || "\u2014";
  const notes = cards.map((card) => [...one("summary", card).children].filter((part) => !part.classList.contains("tag"))
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
/// Gives a text to the clipboard, and says so on the button.
async function hand(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where the clipboard is not given to pages, as for some files.
    const { activeElement } = document;
    const field = document.createElement("textarea");
    field.value = text;
    body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    activeElement?.focus();
  }
  const label = button.textContent;
  button.textContent = body.dataset.copied;
  if (button !== copier) setTimeout(() => { button.textContent = label; }, 1500);
  live.textContent = body.dataset.copied;
}
function copy() {
  const row = document.activeElement?.closest?.(".row.unit") ?? current;
  if (!row?.classList.contains("unit")) return;
  one(".gut", row).append(copier);
  hand(rowAs(tool("format").value, row), copier);
}
function copyHere() {
  const item = document.activeElement?.closest?.(".cards li[id]");
  const button = item && one(".copies button", item);
  if (button) hand(changeAs(tool("format").value, item), all(".copies button", item)[tool("format").selectedIndex] ?? button);
  else copy();
}

const keys = {
  n: () => step(".row[data-k]", 1), p: () => step(".row[data-k]", -1),
  j: () => step(".row[data-k]", 1), k: () => step(".row[data-k]", -1),
  "]": () => step(".row.begins", 1), "[": () => step(".row.begins", -1),
  e: tools.evidence, f: tools.fold, s: tools.swap, o: tools.order, c: () => copyHere(), d: tools.theme, "?": tools.help,
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
    if (!closeCard(event.target) && !one("#help").hidden) tools.close();
    return;
  }
  if (event.key === "Enter" && event.target === input) search();
  if (event.key === "Enter" && event.target.matches(".row") && openCards(event.target)) { event.preventDefault(); return; }
  const inField = event.target.closest("input, textarea, select");
  if (inField || event.ctrlKey || event.metaKey || event.altKey || !tool("keys").checked) return;
  const key = keyOf(event);
  if (Object.hasOwn(keys, key)) { event.preventDefault(); keys[key](); }
});

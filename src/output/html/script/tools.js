// Tools. What they switch stands in the address; the side is kept for other reports too.
const effects = {
  evidence(on) { body.classList.toggle("evidence", on); },
  swap(on) { body.classList.toggle("swap", on); },
  order: reorder,
  fold() {},
  hits() {},
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
  hits() { turn("hits"); },
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
  away.clear();
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

// The address: first a row, a finding or a unit, then what the reader chose, so that a link shows
// the same page again: #r12ab34cd56&kinds=dropped,moved&q=…&fold=1&open=r56…&sides=t&order=t
const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
const LONG = 2000;
let late = 0;
let read = false;
// Other sections show what is chosen here.
const sections = all(".sections a, .steps a").map((link) => [link, link.getAttribute("href")]);
function remember() {
  if (!read) return;
  const choices = [
    chosen.size + away.size > 0 && "kinds=" + [...chosen, ...away].join(","),
    words.trim() && "q=" + encodeURIComponent(words.trim()),
    words.trim() && !state.hits && "all=1",
    state.fold && "fold=1",
    state.swap && "sides=t",
    state.order && "order=t",
    state.evidence && "evidence=1",
  ].filter(Boolean);
  for (const [link, file] of sections) link.href = [file, ...(choices.length > 0 ? [choices.join("&")] : [])].join("#");
  const parts = [
    target && encodeURIComponent(target),
    ...choices,
    opened.size > 0 && "open=" + [...opened].join(","),
  ].filter(Boolean);
  const address = parts.length > 0 ? "#" + parts.join("&") : location.pathname + location.search;
  if (address === location.hash) return;
  const write = () => { try { history.replaceState(null, "", address); } catch { /* not allowed for this address */ } };
  // On a long page this takes a good part of the time of a filter: there the rows come first.
  clearTimeout(late);
  if (rows.length > LONG) late = setTimeout(write, 100);
  else write();
}
function restore(named) {
  chosen.clear();
  away.clear();
  opened.clear();
  for (const kind of (named.get("kinds") ?? "").split(",")) {
    if (present.some((button) => button.dataset.kind === kind)) chosen.add(kind);
    else if (sections.length > 0 && buttons.some((button) => button.dataset.kind === kind)) away.add(kind);
  }
  words = input.value = named.get("q") ?? "";
  set("hits", !named.has("all"));
  set("fold", named.has("fold"));
  for (const id of (named.get("open") ?? "").split(",")) {
    if (id && state.fold) opened.add(id);
  }
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
  const link = all(".sections a")[section];
  const file = sections.find(([known]) => known === link)?.[1];
  if (file && file !== location.pathname.split("/").pop()) location.replace(file + location.hash);
}
addEventListener("hashchange", follow);
addEventListener("load", follow);

// On paper nothing can be opened: lists and folded rows are, what is behind single rows is not.
addEventListener("beforeprint", () => {
  printing = true;
  show();
  for (const d of all("details")) {
    d.dataset.was = d.open ? "1" : "";
    if (!d.closest(".why, .cards")) d.open = true;
  }
});
addEventListener("afterprint", () => {
  printing = false;
  show();
  for (const d of all("details")) d.open = d.dataset.was === "1";
});

one(".tools").hidden = false;
const format = tool("format");
format.value = store.get("format") ?? "text";
if (format.selectedIndex < 0) format.value = "text";
format.addEventListener("change", () => store.set("format", format.value));
const spoken = tool("spoken");
spoken.checked = store.get("spoken") !== "0";
const speak = () => body.classList.toggle("unspoken", !spoken.checked);
spoken.addEventListener("change", () => { store.set("spoken", spoken.checked ? "1" : "0"); speak(); });
speak();
theme(store.get("theme"));
if (store.get("swap")) set("swap", true);
follow();

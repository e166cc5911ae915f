// Partners of a shared name or figure within its row.
const partners = (event, on) => {
  const here = event.target.closest?.("[data-c]");
  if (!here) return;
  for (const other of all(`[data-c="${here.dataset.c}"]`, here.closest(".row"))) other.classList.toggle("partner", on);
};
document.addEventListener("mouseover", (event) => partners(event, true));
document.addEventListener("mouseout", (event) => partners(event, false));

// The rows in view: their part of the strip is framed, and what is painted is painted for them. A cell
// may stand for several rows from its own on.
const inView = new Set();
function seen(row, is) {
  for (const cell of cells.get(row.id) ?? []) cell.classList.toggle("here", is);
  if (is === inView.has(row)) return;
  if (!is) { inView.delete(row); return; }
  inView.add(row);
  paintLetters(row);
  paintHits(row);
}
const cells = new Map();
for (const cell of all(".strip a")) cells.set(cell.dataset.row, [...(cells.get(cell.dataset.row) ?? []), cell]);
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) seen(entry.target, entry.isIntersecting);
});
const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    for (const row of entry.target.children) {
      if (entry.isIntersecting) watcher.observe(row);
      else {
        watcher.unobserve(row);
        seen(row, false);
      }
    }
  }
});
for (const block of blocks) near.observe(block);

// Runs of pairs without a difference become one button; which were opened is kept by their first row.
const opened = new Set();
// Folded rows, each with the first of its run: the browser's own search finds and opens them.
const runOf = new Map();
let printing = false;
function fold(visible) {
  for (const bar of all(".row.fold")) bar.remove();
  runOf.clear();
  if (!state.fold) opened.clear();
  if (!state.fold || printing || chosen.size || words.trim()) return;
  let run = [];
  const close = () => {
    if (run.length >= 3 && !opened.has(run[0].id)) {
      bar(run);
      for (const row of run) {
        visible.delete(row);
        runOf.set(row, run[0]);
      }
    }
    run = [];
  };
  for (const row of rows) {
    if (row.classList.contains("clean")) run.push(row);
    else close();
  }
  close();
}
function bar(run) {
  const number = (row) => one(".n", row).lastChild.textContent;
  const made = document.createElement("div");
  made.className = "row fold";
  made.setAttribute("role", "row");
  const cell = document.createElement("div");
  cell.className = "fold";
  cell.setAttribute("role", "cell");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = fill(body.dataset.folded, { n: number(run[0]), m: number(run[run.length - 1]) });
  button.addEventListener("click", () => {
    opened.add(run[0].id);
    made.remove();
    for (const row of run) {
      shownRows.add(row);
      runOf.delete(row);
    }
    display(shownRows);
    run[0].focus();
    remember();
  });
  cell.append(button);
  made.append(cell);
  run[0].before(made);
}
document.addEventListener("beforematch", (event) => {
  const first = runOf.get(event.target);
  if (!first) return;
  opened.add(first.id);
  show();
});

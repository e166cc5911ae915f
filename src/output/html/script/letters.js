// Which letters of a changed word differ, painted over its mark.

// From this share of letters in common on two words are one word with a difference.
const ALIKE = 0.5;
const LONGEST = 80;
const isDigit = (c) => /^\p{Nd}$/u.test(c);
const isLetter = (c) => /^[\p{L}\p{M}]$/u.test(c);

/// The pairs of places of a longest common subsequence.
function common(a, b, equal) {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      rows[i][j] = equal(a[i], b[j]) ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (equal(a[i], b[j])) pairs.push([i++, j++]);
    else if (rows[i + 1][j] >= rows[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/// What of two lists of characters the other one has not, where they are alike enough.
function differing(a, b, equal) {
  if (a.length === 0 || b.length === 0 || a.length > LONGEST || b.length > LONGEST) return [];
  const pairs = common(a, b, equal);
  if ((2 * pairs.length) / (a.length + b.length) < ALIKE) return [];
  const kept = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  return [a, b].flatMap((list, side) => list.filter((_, at) => !kept[side].has(at)));
}

/// Figures of as many digits differ digit by digit: in 450 and 540 both of the first two.
function differingFigures(a, b) {
  const same = (x, y) => folded(x.c) === folded(y.c);
  if (a.length !== b.length) return differing(a, b, same);
  const other = a.filter((digit, at) => !same(digit, b[at]));
  if (other.length === a.length) return [];
  return [...other, ...b.filter((digit, at) => !same(digit, a[at]))];
}

/// A change may be marked in pieces, where its sentence is cut.
function differingIn(from, to, exact) {
  const [a, b] = [from, to].map((marks) => marks.flatMap(characters));
  const [figures, otherFigures] = [a, b].map((all) => all.filter(({ c }) => isDigit(c)));
  const [word, otherWord] = [a, b].map((all) => all.filter(({ c }) => isLetter(c)));
  const found = figures.length > 0 && otherFigures.length > 0 ? differingFigures(figures, otherFigures) : [];
  // The words around a figure are other words in another language.
  if (!exact && figures.length + otherFigures.length > 0) return found;
  // Between two languages the variants of a letter say nothing; between two versions they are the news.
  const same = exact ? (x, y) => x.c === y.c : (x, y) => folded(x.c) === folded(y.c);
  return [...found, ...differing(word, otherWord, same)];
}

// Each change is painted once: a finding by its number, an edit by its row and its own.
const done = new Set();
function paintLetters(row) {
  const paint = painted("letters");
  if (!paint) return;
  for (const change of new Set(all(".m[data-f]", row).map((mark) => mark.dataset.f))) {
    const isEdit = change.startsWith("e");
    const key = isEdit ? `${row.id} ${change}` : change;
    if (done.has(key)) continue;
    done.add(key);
    // A finding may reach over several rows.
    const marks = ["s", "t"].map((side) => all(`.cell.${side} .m[data-f="${change}"]`, isEdit ? row : document));
    if (marks.some((own) => own.length === 0)) continue;
    // Adjoining letters make one piece, as they are joined.
    let run = [];
    const end = () => { if (run.length > 0) paint.add(rangeOf(run[0], run.at(-1))); run = []; };
    for (const character of differingIn(...marks, isEdit)) {
      const last = run.at(-1);
      if (last && (last.node !== character.node || last.end !== character.at)) end();
      run.push(character);
    }
    end();
  }
}

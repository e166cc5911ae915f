//! The numbers that a reader sees: of rows, and of the paragraphs that begin in them.

use super::view::{Row, RowKind};
use crate::span::{Pair, Side};

/// A row and its place: after the source row of that rank, then by number.
pub(super) type Placed = (usize, usize, Row);

/// Gives rows their numbers, joins stubs that follow each other, and turns the ranks of stubs into
/// row indices.
pub(super) fn number(mut placed: Vec<Placed>) -> Vec<Row> {
    placed.dedup_by(|next, kept| match (next.2.kind, &mut kept.2.kind) {
        (RowKind::Stub(rank, _), RowKind::Stub(_, last)) if rank == *last + 1 => {
            *last = rank;
            true
        }
        _ => false,
    });
    let mut by_rank = vec![0; placed.iter().map(|(rank, ..)| rank + 1).max().unwrap_or(0)];
    for (at, (rank, order, _)) in placed.iter().enumerate() {
        if *order == 0 {
            by_rank[*rank] = at;
        }
    }
    let mut numbered = 0;
    let mut paragraph = Pair::<Option<usize>>::default();
    let mut rows = Vec::with_capacity(placed.len());
    for (_, _, mut row) in placed {
        match row.kind {
            RowKind::Pair | RowKind::Single(_) => {
                numbered += 1;
                row.number = numbered;
                for side in Side::BOTH {
                    let first = row.lines[side].first().map(|line| line.paragraph);
                    if first.is_some() && first != paragraph[side] {
                        row.begins[side] = first.map(|paragraph| paragraph + 1);
                    }
                    paragraph[side] =
                        row.lines[side].last().map(|line| line.paragraph).or(paragraph[side]);
                }
            }
            RowKind::Outside(..) => {}
            RowKind::Stub(first, last) => row.kind = RowKind::Stub(by_rank[first], by_rank[last]),
        }
        rows.push(row);
    }
    rows
}

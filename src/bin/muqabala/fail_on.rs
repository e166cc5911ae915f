//! Conditions under which a comparison or revision that was done still counts as failed.

use muqabala::comparison::{Comparison, Relation};
use muqabala::finding::{FindingKind, Severity};
use muqabala::revision::{Extent, Revision};

/// A value of `--fail-on`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// Any finding, or a verdict that the translation is none: where there is no translation
    /// nothing can be dropped, and silence would look like success.
    Any,
    /// A finding of high severity.
    High,
    /// The verdict.
    Verdict(Relation),
    /// A finding of that kind.
    Kind(FindingKind),
}

impl Condition {
    /// All conditions, in the order of the help text.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let general = [
            Self::Any,
            Self::High,
            Self::Verdict(Relation::Comparable),
            Self::Verdict(Relation::Unrelated),
        ];
        general.into_iter().chain(FindingKind::ALL.into_iter().map(Self::Kind))
    }

    /// How the user writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::High => "high",
            Self::Verdict(relation) => relation.name(),
            Self::Kind(kind) => kind.name(),
        }
    }

    /// Whether the comparison meets it.
    pub(crate) fn is_met(self, comparison: &Comparison) -> bool {
        let relation = comparison.verdict.relation;
        let mut findings = comparison.whole_findings().iter();
        match self {
            Self::Any => !relation.is_rendering() || findings.next().is_some(),
            Self::High => findings.any(|finding| finding.severity == Severity::High),
            Self::Verdict(verdict) => relation == verdict,
            Self::Kind(kind) => findings.any(|finding| finding.kind == kind),
        }
    }
}

/// A value of `revise --fail-on`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// Any difference between the files' texts.
    Any,
    /// Another word.
    Words,
    /// A finding of high severity.
    High,
    /// Texts that are no versions of one: nothing is found in them, and silence would look like success.
    Unrelated,
    /// A finding of that kind.
    Kind(FindingKind),
}

impl Difference {
    /// All of them, in the order of the help text.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let general = [Self::Any, Self::Words, Self::High, Self::Unrelated];
        general.into_iter().chain(FindingKind::ALL.into_iter().map(Self::Kind))
    }

    /// How the user writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Words => "words",
            Self::High => "high",
            Self::Unrelated => "unrelated",
            Self::Kind(kind) => kind.name(),
        }
    }

    /// Whether the versions differ so.
    pub(crate) fn is_met(self, revision: &Revision) -> bool {
        let mut findings = revision.comparison.whole_findings().iter();
        match self {
            Self::Any => revision.extent != Extent::Identical,
            Self::Words => revision.changes_words(),
            Self::High => findings.any(|finding| finding.severity == Severity::High),
            Self::Unrelated => revision.extent == Extent::Unrelated,
            Self::Kind(kind) => findings.any(|finding| finding.kind == kind),
        }
    }
}

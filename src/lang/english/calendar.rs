//! Month names of English.

use crate::lang::CalendarWords;

pub(super) static CALENDAR: CalendarWords = CalendarWords { months: &[] };

//! Month names of Persian.

use crate::lang::CalendarWords;

pub(super) static CALENDAR: CalendarWords = CalendarWords { months: &[] };

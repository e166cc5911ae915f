//! Month names of Arabic.

use crate::lang::CalendarWords;

pub(super) static CALENDAR: CalendarWords = CalendarWords { months: &[] };

use jiff::civil::Date;

/// A stretch of days, both ends inclusive; a missing end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Period {
    /// The period of all time.
    pub const ALWAYS: Period = Period {
        from: None,
        until: None,
    };

    /// From one day to another, both included.
    pub const fn new(from: Date, until: Date) -> Self {
        Self {
            from: Some(from),
            until: Some(until),
        }
    }

    /// A single day.
    pub const fn day(day: Date) -> Self {
        Self::new(day, day)
    }

    /// Whether it holds on that day.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Period) -> bool {
        let starts_before = |a: &Period, b: &Period| match (a.from, b.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        starts_before(self, other) && starts_before(other, self)
    }
}

//! What the tests of the book share.

pub mod page;
pub mod reading;
pub mod shell;

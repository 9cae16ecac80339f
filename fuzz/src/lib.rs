//! The laws of `tests/fuzz_support`, for the targets.
#![forbid(unsafe_code)]

#[path = "../../tests/fuzz_support/mod.rs"]
pub mod fuzz_support;

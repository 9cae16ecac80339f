#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| factlint_fuzz::fuzz_support::holds("syntax", input));

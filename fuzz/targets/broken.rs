// Shows `.ci/fuzz` that a target can fail.
#![no_main]

libfuzzer_sys::fuzz_target!(|_input: &[u8]| panic!("a target that breaks"));

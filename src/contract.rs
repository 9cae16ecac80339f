//! What other programs and rule files rely on, and its versions. A version goes up only when something that was right
//! before would be read otherwise.

use std::sync::LazyLock;

/// The version of the language of rule files.
pub const RULE_LANGUAGE: u32 = 1;

/// The version of the JSON that the program prints.
pub const JSON: u32 = 1;

/// What `--version` says: `0.1.0 (rule language 1, JSON 1)`.
pub fn version() -> &'static str {
    static TOLD: LazyLock<String> = LazyLock::new(|| {
        let version = env!("CARGO_PKG_VERSION");
        format!("{version} (rule language {RULE_LANGUAGE}, JSON {JSON})")
    });
    &TOLD
}

use super::*;

/// The tense around `|`.
#[track_caller]
fn tense(marked: &str, expected: Tense) {
    let at = marked.find('|').unwrap_or(0);
    let text = marked.replace('|', "");
    assert_eq!(
        of(&text, Span::new(0, text.len()), at),
        expected,
        "{marked}"
    );
}

#[test]
fn past() {
    for text in [
        "The ministers met on |Tuesday.",
        "On |Tuesday the ministers met.",
        "The talks were held on |Tuesday.",
        "He has agreed to it on |Tuesday.",
        "He arrived in Seoul |today for talks.",
        "They kicked off the drill on |March 8.",
        "The team won on |Sunday.",
        "They re-elected him on |Sunday.",
        "It was quickly signed on |Friday.",
        "The plan was announced on |Tuesday.",
        "She announced on |Tuesday that it ended.",
        "They agreed to the plan on |Tuesday.",
        "Officials said |Tuesday they will meet.",
    ] {
        tense(text, Tense::Past);
    }
}

#[test]
fn future() {
    for text in [
        "They will meet on |Tuesday.",
        "On |Tuesday, they will meet.",
        "They are to meet on |Tuesday.",
        "The talks are to be held on |Tuesday.",
        "The pact is to be quickly signed on |Tuesday.",
        "The talks are set for |Tuesday.",
        "It is scheduled for |Tuesday.",
        "He is due to visit |Tuesday.",
        "He is also expected to visit on |Tuesday.",
        "They plan to meet on |Tuesday.",
        "He said they would meet on |Tuesday.",
        "The talks to be held on |Tuesday are secret.",
        "The meeting scheduled for |Tuesday was announced.",
        "They'll meet on |Tuesday.",
        "The vote won't be held on |Tuesday.",
    ] {
        tense(text, Tense::Future);
    }
}

#[test]
fn neither() {
    for text in [
        "He visits Seoul on |Monday.",
        "Its long-awaited talks open on |Tuesday.",
        "The talks were scheduled for |Tuesday.",
        "It was expected to end on |Tuesday.",
        "It was announced for |that day.",
        "They were to meet on |Tuesday.",
        "The United front on |Tuesday.",
        "It is held on |Tuesday.",
        "Tuesday|",
    ] {
        tense(text, Tense::Unknown);
    }
}

#[test]
fn what_looks_ahead_right_before_its_date() {
    for text in [
        "She was elected chairwoman, effective |April 1.",
        "The bond was launched in 1984 and matures on |November 15, 2044.",
        "A hearing started today and continues |tomorrow.",
        "The lease was signed in May and expires on |Nov. 9.",
    ] {
        tense(text, Tense::Unknown);
    }
    tense("The effective head was elected on |April 1.", Tense::Past);
}

"""Made-up news as JSON Lines: the same records at every run, on every machine.

    python records.py COUNT >records.jsonl

One record in twenty holds a planted error, one in fifty has no id, and one in two hundred is no record at all.
"""

import json
import sys

FIRST = ["Anna", "Piotr", "Carlos", "Ingrid", "Tomas", "Leila", "Grace", "Omar", "Henrik", "Amara", "Sofia", "Ravi"]
LAST = ["Halvorsen", "Okonjo", "Marchetti", "Lindqvist", "Baranova", "Castellan", "Whitlock", "Delacroix", "Eriksdal"]
SENTENCES = [
    "{name}, who has run the port authority since 2019, told reporters that the decision was not final.",
    "The council voted {small} to 12 in favor of the plan, which will cost $2.{small} billion over eight years.",
    "About 28,500 U.S. troops are stationed in South Korea, and {number} of them took part in the drill.",
    "“We have waited long enough,” {name} said. “It is time to act, and we will.”",
    "Turnout was up {small} percentage points from four years ago, according to the election commission.",
    "The ministry, which declined to comment, is expected to publish its report by the end of the month.",
    "Residents of the valley, about {number} people, have been without power since the storm on Nov. 1.",
    "A spokesman for the company, {name}, said the plant would employ {number} workers by 2027.",
    "It was not clear who had ordered the repairs, or when they would begin.",
    "Analysts had expected a smaller rise, and shares fell in early trading before they recovered.",
    "Officials in both capitals played down the dispute, which began over fishing rights.",
    "South Korean Defense Minister Ahn Gyu-back met {name} in Seoul.",
]
# What is wrong, and the fact that says so; the rules are those of the project.
PLANTED = [
    ("Some 25,800 U.S. troops are stationed in South Korea.", "usfk-strength"),
    ("Defense Minister Ahn Kyu-back spoke first.", "ahn-gyu-back"),
    ("The vote was on Tuesday, Nov. 3, 2025, after a long debate.", "check:weekday"),
]
SENTENCES_EACH = 6


class Dice:
    """A linear congruential generator: numbers that look like chance."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 1

    def below(self, end):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % end

    def pick(self, items):
        return items[self.below(len(items))]


def planted(number):
    """The error in this record: a sentence and the fact that says so, or None."""
    return PLANTED[number // 20 % len(PLANTED)] if number % 20 == 7 else None


def broken(number):
    """Whether this line is no record."""
    return number % 200 == 150


def identity(number):
    """The id of this record, or None."""
    return None if number % 50 == 13 else f"news-{number:08}"


def line(number):
    """The line of this record, without its end."""
    dice = Dice(number)
    sentences = [
        dice.pick(SENTENCES).format(
            name=f"{dice.pick(FIRST)} {dice.pick(LAST)}",
            number=f"{1 + dice.below(90)},{dice.below(1000):03}",
            small=2 + dice.below(50),
        )
        for _ in range(SENTENCES_EACH)
    ]
    if error := planted(number):
        sentences.insert(dice.below(SENTENCES_EACH), error[0])
    record = {
        "id": identity(number),
        "date": f"2025-11-{1 + dice.below(28):02}",
        "headline": f"The valley weighs a new plan, {number}",
        "body": " ".join(sentences[:3]) + "\n\n" + " ".join(sentences[3:]),
    }
    text = json.dumps({key: value for key, value in record.items() if value is not None}, ensure_ascii=False)
    return text[: len(text) // 2] if broken(number) else text


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for number in range(int(sys.argv[1])):
        print(line(number))


if __name__ == "__main__":
    main()

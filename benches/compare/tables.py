"""Figures as tables in Markdown."""

import statistics


def seconds(value):
    if value < 1:
        return f"{value * 1_000:.1f} ms"
    return f"{value:.2f} s"


def ratio(value, other):
    return "–" if value is None or not other else f"{value / other:.2f}"


def median_of(figures, program):
    return next((figure.median for figure in figures if figure.command.program == program), None)


def taken(figure):
    if figure.median is None:
        return f"> {figure.limit:.0f} s"
    return seconds(figure.median)


def worked(figure):
    return seconds(statistics.median(figure.busy)) if figure.busy else "–"


def spread(figure):
    if not figure.seconds:
        return "–"
    return f"{seconds(min(figure.seconds))} – {seconds(max(figure.seconds))}"


def table(title, figures):
    lines = [
        "",
        f"### {title}",
        "",
        "| program | median | fastest – slowest | runs | processors | MB/s | × factlint | × rg |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    factlint, rg = median_of(figures, "factlint"), median_of(figures, "rg")
    for figure in figures:
        median = figure.median
        speed = f"{figure.command.bytes / 1e6 / median:.2f}" if median else "–"
        lines.append(
            f"| {figure.command.program} | {taken(figure)} | {spread(figure)} | {len(figure.seconds)} | {worked(figure)} | {speed} "
            f"| {ratio(median, factlint)} | {ratio(median, rg)} |"
        )
    return "\n".join(lines)


def loading_table(title, rows):
    """Rows of a number of facts, figures of an empty article and figures of the articles."""
    lines = [
        "",
        f"### {title}",
        "",
        "Loading is the same command on one empty article.",
        "",
        "| program | facts | whole | loading | whole − loading | × that of the fewest facts |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    first = {}
    for facts, loading, whole in sorted(rows, key=lambda row: (row[2].command.program != "factlint", row[0])):
        name = whole.command.program
        apart = None if whole.median is None or loading.median is None else whole.median - loading.median
        first.setdefault(name, apart)
        lines.append(
            f"| {name} | {facts:,} | {taken(whole)} | {taken(loading)} | {'–' if apart is None else seconds(apart)} "
            f"| {ratio(apart, first[name])} |"
        )
    return "\n".join(lines)

"""Figures as tables in Markdown."""


def seconds(value):
    if value is None:
        return "–"
    return f"{value * 1_000:.1f} ms" if value < 1 else f"{value:.2f} s"


def ratio(value, other, least=""):
    return "–" if value is None or not other else f"{least}{value / other:.2f}"


def median_of(figures, program):
    return next((figure.median for figure in figures if figure.task.program.name == program), None)


def times(figure, other):
    """How many times as long as another it takes."""
    if figure.stopped:
        return ratio(figure.at_least, other, "> ")
    return ratio(figure.median, other)


def taken(figure):
    """Its median; what is scaled is marked."""
    if figure.failed:
        return "fails"
    if figure.stopped:
        return f"> {figure.at_least:.0f} s"
    return ("≈ " if figure.idle else "") + seconds(figure.median)


def spread(figure):
    if not figure.seconds or figure.median is None:
        return "–"
    return f"{seconds(min(figure.seconds))} – {seconds(max(figure.seconds))}"


def table(title, figures):
    lines = [
        "",
        f"### {title}",
        "",
        "| program | median | fastest – slowest | runs | processors | MB/s | lines said | × factlint | × rg |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    factlint, rg = median_of(figures, "factlint"), median_of(figures, "rg")
    for figure in figures:
        median = figure.median
        cells = [
            figure.task.program.name,
            taken(figure),
            spread(figure),
            f"{len(figure.seconds)}",
            seconds(figure.scaled("busy")),
            f"{figure.task.bytes / 1e6 / median:.2f}" if median else "–",
            f"{figure.lines:,}",
            times(figure, factlint),
            times(figure, rg),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    for figure in figures:
        if figure.idle:
            lines += ["", f"≈ {figure.task.program.name} was given 1/{figure.task.scale:.0f} of it; the fastest and "
                      "slowest are those of that part."]
    return "\n".join(lines + failures(figures))


def failures(figures):
    lines = []
    for figure in figures:
        if figure.failed:
            lines += ["", f"{figure.task.program.name} fails: {figure.failed}"]
    return lines


def loading_table(title, rows):
    """Rows of a number of facts, figures of an empty article and figures of the articles."""
    lines = [
        "",
        f"### {title}",
        "",
        "Loading is the same command on one empty article.",
        "",
        "| program | facts | whole | processors | loading | whole − loading | × that of the fewest facts |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    order = {}
    for _, loading, _ in rows:
        order.setdefault(loading.task.program.name, len(order))
    first = {}
    for facts, loading, whole in sorted(rows, key=lambda row: (order[row[2].task.program.name], row[0])):
        name = whole.task.program.name
        apart = None
        if whole.median is not None and loading.median is not None:
            apart = whole.median - loading.median
        first.setdefault(name, apart)
        cells = [name, f"{facts:,}", taken(whole), seconds(whole.scaled("busy")), taken(loading), seconds(apart)]
        lines.append(f"| {' | '.join(cells)} | {ratio(apart, first[name])} |")
    return "\n".join(lines + failures([whole for _, _, whole in rows]))


def memory_table(title, columns):
    """Columns of pairs of a task and the bytes of its peak."""
    lines = [
        "",
        f"### {title}",
        "",
        "The most that one process of a program holds, in MB; – where it is given less, is stopped or fails.",
        "",
        f"| program | {' | '.join(columns)} |",
        f"| --- |{' ---: |' * len(columns)}",
    ]
    for row in zip(*columns.values()):
        peaks = ["–" if peak is None else f"{peak / 1e6:,.0f}" for _, peak in row]
        lines.append(f"| {row[0][0].program.name} | {' | '.join(peaks)} |")
    return "\n".join(lines)

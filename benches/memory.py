"""How much memory a stream of records takes: the peak at each size, which must be the same.

    python3 benches/memory.py [--factlint target/release/factlint] [MEGABYTES…]

The records are those of examples/spark, some of them broken, written into a pipe without end until the size is reached;
what factlint answers is counted and dropped.
"""

import argparse
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "examples/spark"))

import records  # noqa: E402

RECORDS = 2_000


def peak(process):
    """The peak of its memory so far, in megabytes; what it was before it became factlint does not count."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def run(factlint, megabytes, block):
    command = [factlint, "check", "--no-config", "--rules", ROOT / "rules", "--input-format", "jsonl", "--format", "jsonl", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    counted = [0, 0]

    def count():
        while piece := process.stdout.read1(1 << 16):
            counted[0] += piece.count(b"\n")
            counted[1] += len(piece)

    reader = threading.Thread(target=count)
    reader.start()
    start = time.perf_counter()
    blocks = -(-megabytes * 1_000_000 // len(block))
    for _ in range(blocks):
        process.stdin.write(block)
        process.stdin.flush()
    # All but what is on its way has been checked.
    most = peak(process)
    process.stdin.close()
    reader.join()
    status = process.wait()
    seconds = time.perf_counter() - start
    assert status == 2, f"status {status}: the broken records are no longer told"
    assert counted[0] == blocks * RECORDS, f"{counted[0]} lines for {blocks * RECORDS} records"
    size = blocks * len(block) / 1e6
    print(f"{size:8.0f} MB in {counted[1] / 1e6:7.0f} MB out {seconds:8.1f} s {size / seconds:7.2f} MB/s   peak {most:6.1f} MB", flush=True)
    return most


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--factlint", type=pathlib.Path, default=ROOT / "target/release/factlint")
    parser.add_argument("megabytes", type=int, nargs="*", default=[100, 300])
    args = parser.parse_args()
    block = "".join(records.line(number) + "\n" for number in range(RECORDS)).encode()
    peaks = [run(args.factlint, megabytes, block) for megabytes in args.megabytes]
    print(f"the last peak is {peaks[-1] / peaks[0]:.2f} times the first")


if __name__ == "__main__":
    main()

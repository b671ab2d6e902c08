"""Turn saves of older formats into the present one; the old files are kept beside them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.trouble import Trouble, writable


def declare(parser: ArgumentParser) -> None:
    """What may follow `migrate`."""
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="saves")
    parser.add_argument(
        "--out", metavar="FILE", type=Path, default=None,
        help="write here instead, and leave the save as it is (for one save)",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Say for each what was done."""
    from game.play.record import FORMAT
    from game.play.saves import migrate

    out = args.out
    if out is not None and len(args.files) > 1:
        raise Trouble("--out names one file, and there are several saves; leave it out")
    if out is not None:
        if out.exists() and out.samefile(args.files[0]):
            raise Trouble(f"--out {out} is the save itself; leave --out away, or name another file")
        writable(out, "--out")
    for file in args.files:
        kept, number = migrate(file, out)
        if out is not None:
            print(f"{out}: format {FORMAT}, from {file} of format {number}")
        elif kept == file:
            print(f"{file}: has format {FORMAT} already; nothing to do")
        else:
            print(f"{file}: format {number} is now format {FORMAT}; the old file is {kept}")
    return 0

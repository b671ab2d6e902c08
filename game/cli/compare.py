"""Lay several saved games side by side in one offline page: a class that played the same seed."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.report import charts_ready, progress, whole_of_save
from game.cli.trouble import Trouble, writable

PAGE = Path("compare.html")
FEWEST = 2


def declare(parser: ArgumentParser) -> None:
    """What may follow `compare`."""
    parser.add_argument("saves", metavar="SAVE", type=Path, nargs="+", help="two or more saves")
    parser.add_argument(
        "--out", metavar="FILE.html", type=Path, default=PAGE,
        help="the page (default: %(default)s)",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Write the page; say here, and only here, which desk is which file."""
    from game.reports.page.compare import MOST, letter, page

    count = len(args.saves)
    if not FEWEST <= count <= MOST:
        raise Trouble(f"compare takes {FEWEST} to {MOST} saves, and {count} were given")
    charts_ready()
    writable(args.out, "--out")
    several = []
    for save in args.saves:
        with progress() as step:
            several.append(whole_of_save(save, step))
    text = page(several)
    try:
        args.out.write_text(text, "utf-8")
    except OSError as error:
        raise Trouble(f"--out {args.out} can't be written ({error.strerror})") from error
    print(f"{args.out}: {len(text.encode()) // 1000} kB")
    for at, save in enumerate(args.saves):
        print(f"  {letter(at)}: {save}")
    if len({(one.game.level, one.game.seed, one.game.run) for one in several}) > 1:
        print("  These games are not of one level and seed; the page says so.")
    return 0

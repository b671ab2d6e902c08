"""Draw the picture that a player would see after some turns, without a display."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import given
from game.cli.trouble import Trouble, size, whole, writable

if TYPE_CHECKING:
    from game.bots import Bot
    from game.play.session import Session

SCREENS = ("title", "map", "report", "season", "debrief")


def declare(parser: ArgumentParser) -> None:
    """What may follow `shot`."""
    given.declare_level(parser)
    given.declare_policy(parser)
    given.declare_seed(parser)
    parser.add_argument(
        "--turns", metavar="N", type=whole(0), default=None,
        help="turns played before the picture (default: 0; debrief: all)",
    )  # fmt: skip
    parser.add_argument("--screen", choices=SCREENS, default="map", help="default: %(default)s")
    parser.add_argument("--size", metavar="WxH", type=size, default=(1280, 720))
    parser.add_argument(
        "--ui-scale", metavar="PERCENT", type=whole(50, 400), help="size of text and panels"
    )
    parser.add_argument("--closed-books", action="store_true", help="with the true figures hidden")
    parser.add_argument("--out", metavar="FILE.png", type=Path, required=True)


def run(args: Namespace) -> int:
    """Play the turns, draw, and say where the picture is."""
    policy = given.policy(args.policy)
    if args.out.suffix.lower() != ".png":
        raise Trouble(f"--out {args.out} is no picture's name; let it end in .png")
    out = writable(args.out, "--out")
    session = _played(args, policy)
    from game.ui.shots import shot

    shot(args.screen, session, args.size, out, args.ui_scale)
    print(out)
    return 0


def _played(args: Namespace, policy: "Bot") -> "Session":
    from game.bots import SUCCESSOR
    from game.play.session import Session

    opened = given.opened(args.level)
    session = Session.of(
        opened, args.seed, not args.closed_books, game_id="shot", successor=SUCCESSOR
    )
    default = session.level.turns if args.screen == "debrief" else 0
    asked = default if args.turns is None else args.turns
    session.play_on(policy, given.turns(asked, session.level.turns))
    if args.screen == "report":
        _to_the_desk(session, policy)
    return session


def _to_the_desk(session: "Session", policy: "Bot") -> None:
    """Go on to the next report desk: with --turns 2, the desk of the third season or later."""
    from game.play.session import DESK

    while not session.ended:
        session.play_season(policy)
        if session.phase == DESK:
            return
    raise Trouble("no harvest is reported after that turn; give fewer --turns")

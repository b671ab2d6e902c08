"""Draw the picture that a player would see after some turns, without a display."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import given
from game.cli.trouble import Trouble, size, whole, writable

if TYPE_CHECKING:
    from game.bots import Bot
    from game.play.session import Session

SCREENS = (
    "note", "title", "choose", "settings", "sound", "keys", "sources", "chronicle", "saved",
    "briefing", "map", "brigade", "orders", "brigade_orders", "all_brigades", "menu", "why",
    "message", "months", "report", "carts", "season", "ledger", "removed", "since", "timeline",
    "name_of_a_life", "lives_beside", "looking_back", "debrief",
)  # fmt: skip
"""As the registry of the window has them, which can't be asked before pygame is loaded."""
LAYERS = ("gap", "hunger", "labour", "harvest", "forest")


def declare(parser: ArgumentParser) -> None:
    """What may follow `shot`."""
    given.declare_level(parser)
    given.declare_policy(parser)
    given.declare_seed(parser)
    parser.add_argument(
        "--turns", metavar="N", type=whole(0), default=None,
        help="turns played before the picture (default: 0; debrief: all)",
    )  # fmt: skip
    parser.add_argument(
        "--screen", choices=SCREENS, metavar="NAME", default="map",
        help=f"default: %(default)s; there are {', '.join(SCREENS)}",
    )  # fmt: skip
    parser.add_argument(
        "--page", metavar="N", type=whole(1), help="which tab of the ledger or the debrief, from 1"
    )
    parser.add_argument("--layer", choices=LAYERS, help="what lies over the map")
    parser.add_argument("--size", metavar="WxH", type=size, default=(1280, 720))
    parser.add_argument(
        "--ui-scale", metavar="PERCENT", type=whole(50, 400), help="size of text and panels"
    )
    parser.add_argument("--high-contrast", action="store_true", help="as in the settings")
    parser.add_argument("--projector", action="store_true", help="large text, few panels")
    parser.add_argument("--closed-books", action="store_true", help="with the true figures hidden")
    parser.add_argument("--out", metavar="FILE.png", type=Path, required=True)


def run(args: Namespace) -> int:
    """Play the turns, draw, and say where the picture is."""
    policy = given.policy(args.policy)
    if args.out.suffix.lower() != ".png":
        raise Trouble(f"--out {args.out} is no picture's name; let it end in .png")
    out = writable(args.out, "--out")
    session = _played(args, policy)
    from game.ui.settings import Settings
    from game.ui.shots import shot

    chosen = Settings(
        reduced_motion=True, high_contrast=args.high_contrast, projector=args.projector,
        ui_scale_pc=args.ui_scale or 0,
    )  # fmt: skip
    try:
        shot(args.screen, session, args.size, out, chosen, layer=args.layer, page=args.page)
    except ValueError as error:
        raise Trouble(str(error)) from error
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
    if args.screen in ("report", "carts"):
        _to_the_desk(session, policy)
    return session


def _to_the_desk(session: "Session", policy: "Bot") -> None:
    """Go on to the next report desk: with --turns 2, the desk of the third season or later."""
    from game.play.so_far import DESK

    while not session.ended:
        session.play_season(policy)
        if session.phase == DESK:
            return
    raise Trouble("no harvest is reported after that turn; give fewer --turns")

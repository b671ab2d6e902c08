"""The style of a page: paper and two inks, light and dark, on a phone, on a desk and in print."""

from base64 import b64encode
from functools import cache

from game.places import assets
from game.reports.page.ink import COLOURS

DARK = {
    "paper": "#1f1b18", "panel": "#282320", "rule": "#574a40", "ink": "#ece3d2", "ink2": "#b5a899",
    "cinnabar": "#e0735c", "cinnabar-deep": "#f0a08c", "indigo": "#86abd0",
    "indigo-light": "#9db8cf", "ochre": "#c2953f", "straw": "#b79f5d", "earth": "#9c7954",
    "loam": "#84654c", "jade": "#6f9670", "pine": "#83ad9b", "river": "#6f9899", "ash": "#8f867c",
    "wash": "#4a302a",
}  # fmt: skip
"""The same names in the dark."""
FACES = (("sans", "Page Sans", 400), ("sans-bold", "Page Sans", 700),
         ("serif", "Page Serif", 500), ("serif-bold", "Page Serif", 700))  # fmt: skip

_CSS = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 "Page Sans",
"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
main,header.top,footer{max-width:57rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,.serif,.zh{font-family:"Page Serif","Noto Serif CJK SC","Noto Serif SC","Songti SC",
SimSun,Georgia,serif}
h1{font-size:clamp(1.8rem,5.2vw,2.7rem);line-height:1.18;font-weight:700;margin:0 0 .5rem}
h2{font-size:1.5rem;line-height:1.25;font-weight:700;margin:3.5rem 0 1rem;padding-bottom:.45rem;
border-bottom:3px double var(--rule)}
h2 .zh{font-size:1rem;font-weight:500;color:var(--ink2);margin-left:.7rem;white-space:nowrap}
h3{font-size:1.1rem;line-height:1.35;margin:1.8rem 0 .4rem}
p,ul,ol{margin:.6rem 0;max-width:42rem}
li{margin:.35rem 0}
a{color:var(--indigo);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--indigo);outline-offset:3px}
.frame{border:1.5px solid var(--ink);margin:.9rem;padding:3px}
.frame>div{border:1px solid var(--rule);padding:1rem 0 2rem}
header.top{padding-top:2rem}
.sub{color:var(--ink2);margin:.2rem 0}
.lead{font-size:1.15rem}
.care{border-left:4px solid var(--ink);padding:.1rem 0 .1rem 1rem;margin:1.4rem 0}
.quiet,figcaption,footer{color:var(--ink2);font-size:.95rem;overflow-wrap:anywhere}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;max-width:none}
nav li{margin:0}
nav a{display:inline-block;padding:.3rem 0}
figure{margin:1.4rem 0}
figure .caption{font-family:"Page Serif",Georgia,serif;font-weight:700;margin:0 0 .5rem;
max-width:none}
.drawing{display:block;width:100%;height:auto}
.drawing text{font-family:"Page Sans","Noto Sans CJK SC","PingFang SC",system-ui,sans-serif
!important}
.narrow{display:none}
figcaption{margin-top:.5rem;max-width:46rem}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--ink2);padding:.25rem 0}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums;
line-height:1.4}
caption{text-align:left;font-weight:700;padding:.2rem 0 .4rem}
th,td{padding:.38rem .7rem .38rem 0;text-align:left;vertical-align:top;
border-bottom:1px solid var(--rule)}
thead th{border-bottom:1.5px solid var(--ink);font-weight:700;color:var(--ink2)}
tbody th{font-weight:400;min-width:7rem}
.num{text-align:right;white-space:nowrap}
td.num:last-child,th.num:last-child{padding-right:0}
tr.sum>*{border-top:1.5px solid var(--ink);font-weight:700}
.written{color:var(--cinnabar-deep)}
.there{color:var(--indigo)}
ol.steps{list-style:none;padding:0;counter-reset:step;margin:1.2rem 0}
ol.steps>li{counter-increment:step;position:relative;padding:0 0 1rem 2.9rem;margin:0;
min-height:2.6rem}
ol.steps>li::before{content:counter(step);position:absolute;left:0;top:.05rem;width:1.75rem;
height:1.75rem;border-radius:50%;background:var(--ink);color:var(--paper);font-weight:700;
font-size:.9rem;line-height:1.75rem;text-align:center}
ol.chain>li:not(:last-child)::after{content:"";position:absolute;left:.83rem;top:1.85rem;bottom:0;
width:1.5px;background:var(--rule)}
ol.steps b{display:block}
ol.steps p{margin:.15rem 0}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 2.4rem}
.lives{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.4rem 1.8rem}
.lives h3{margin-top:.2rem;min-height:2.7em;display:flex;align-items:flex-end}
.household{border-top:1px solid var(--rule);padding:.7rem 0}
.household p{margin:.15rem 0;max-width:none}
.household .name{font-weight:700}
.mark{display:inline-block;border:1px solid var(--ink2);padding:0 .4rem;font-size:.82rem;
color:var(--ink2);white-space:nowrap;line-height:1.5}
.mark.documented{border-style:solid}.mark.estimated{border-style:dashed}
.mark.invented,.mark.assumed{border-style:dotted}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.92rem;margin:.5rem 0;padding:0;
list-style:none;max-width:none}
.key li{margin:0}
.key i{display:inline-block;width:.95rem;height:.95rem;margin-right:.4rem;vertical-align:-.1rem;
border:1px solid var(--ink2)}
footer{padding:2.5rem 1.25rem 1rem;overflow-wrap:anywhere}
@media(max-width:43rem){
.wide{display:none}.narrow{display:block}
.frame{margin:.4rem}.two{display:block}
main,header.top,footer{padding-left:.9rem;padding-right:.9rem}
h2{font-size:1.3rem;margin-top:2.8rem}h2 .zh{margin-left:.5rem}
table{font-size:.9rem}th,td{padding-right:.5rem}
}
@media print{
@page{margin:16mm}
html{font-size:10.5pt}
body,.frame>div,.frame{background:#fff}
.frame,.frame>div{border:0;margin:0;padding:0}
main,header.top,footer{max-width:none;padding:0}
nav,summary{display:none}
.wide{display:block}.narrow{display:none}
details::details-content{content-visibility:visible;display:block}
h2,h3,.caption,summary{break-after:avoid}
svg,tr,li,.household,.lives>div{break-inside:avoid}
figure .caption{break-after:avoid}
h2{margin-top:1.6rem}
a{color:inherit;text-decoration:none}
}
"""


def css() -> str:
    """The whole style sheet, with its faces inside."""
    light = ";".join(f"--{name}:{colour}" for name, colour in COLOURS.items())
    dark = ";".join(f"--{name}:{colour}" for name, colour in DARK.items())
    schemes = (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    )
    return _faces() + schemes + _CSS.replace("\n", " ")


@cache
def _faces() -> str:
    made = []
    for face, family, weight in FACES:
        path = assets() / "fonts" / f"page-{face}.woff2"
        if path.is_file():
            data = b64encode(path.read_bytes()).decode("ascii")
            made.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
                f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
            )
    return "".join(made)

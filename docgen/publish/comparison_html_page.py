"""Style and script of the comparison page: light, dark, forced colours, print in black and white, keyboard."""

from __future__ import annotations

from pathlib import Path

STYLE = """\
:root{--bg:#fff;--fg:#1a1a1a;--soft:#595959;--line:#c9c9c9;--card:#fafafa;--in:#0a5a1e;--inbg:#dff5e3;--out:#9c1010;
--outbg:#fde5e5;--open:#5a4300;--openbg:#fff3cf;--spell:#1d4e89;--focus:#0b57d0;--warn:#fff3cf;--warnfg:#3d2e00}
@media (prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#e8e8e8;--soft:#b3b3b3;--line:#45494f;--card:#1e2125;
--in:#9be7ae;--inbg:#123a1e;--out:#ffb3b3;--outbg:#4a1616;--open:#ffe08a;--openbg:#3d3106;--spell:#a8cbff;
--focus:#8ab4f8;--warn:#3d3106;--warnfg:#ffe9ad}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.6 "Times New Roman","Liberation Serif",Tinos,serif}
main{max-width:78rem;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:1.45rem;line-height:1.3;margin:.5rem 0}
h2{font-size:1.0625rem;margin:0 0 .4rem}
h3{font-size:.9rem;margin:0 0 .3rem;color:var(--soft);font-weight:600}
.summary{font-weight:600;margin:.5rem 0}
.warning{background:var(--warn);color:var(--warnfg);border:2px solid currentColor;border-left-width:.6rem;
padding:.4rem .9rem;margin:.8rem 0}
.warning p{margin:.35rem 0}
.counts table{border-collapse:collapse;margin:.5rem 0}
.counts th,.counts td{border:1px solid var(--line);padding:.2rem .6rem;text-align:left}
.counts td{text-align:right}
.bar{position:sticky;top:0;z-index:1;background:var(--bg);border-bottom:1px solid var(--line);padding:.4rem 0}
.bar[hidden]{display:none}
.bar fieldset{border:0;padding:0;margin:.15rem 0;display:flex;flex-wrap:wrap;gap:.1rem .9rem}
.bar legend{float:left;font-weight:600;margin-right:.9rem}
.bar label{white-space:nowrap}
.bar p{margin:.25rem 0}
.bar .n,.keys,#shown{color:var(--soft)}
button{font:inherit;padding:.1rem .7rem;color:var(--fg);background:var(--card);border:1px solid var(--soft);
border-radius:.25rem;cursor:pointer}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--bg);padding:.3rem .6rem;z-index:2}
.legend{color:var(--fg);margin:.6rem 0}
.legend>*{margin-right:.6rem}
.rows{list-style:none;margin:0;padding:0}
.row{border:1px solid var(--line);border-radius:.3rem;background:var(--card);padding:.7rem .9rem;margin:.7rem 0;
scroll-margin-top:9rem}
.row[hidden]{display:none}
.row p{margin:.3rem 0;text-align:justify}
.kind{display:inline-block;font:600 .78rem/1.5 "Liberation Sans",Arial,sans-serif;border:1px solid currentColor;
border-radius:.8rem;padding:0 .6rem;margin-left:.15rem;color:var(--soft)}
.k-added{color:var(--in)}.k-removed{color:var(--out)}.k-unknown{color:var(--open)}
.two{display:none;grid-template-columns:1fr 1fr;gap:1.4rem}
.two.only,.sides .two{display:grid}
.sides .one{display:none}
.two section{min-width:0;overflow-wrap:anywhere}
.two section+section{border-left:1px solid var(--line);padding-left:1.4rem}
ins,del{text-decoration:none}
ins>.words{color:var(--in);background:var(--inbg);font-weight:700;text-decoration:underline;
text-decoration-thickness:2px}
del>.words{color:var(--out);background:var(--outbg);text-decoration:line-through;text-decoration-thickness:2px}
.open>.words{color:var(--open);background:var(--openbg);border-bottom:2px dashed currentColor;font-style:italic}
.spelling>.words{color:var(--spell);border-bottom:2px dotted currentColor}
.sign{color:var(--soft)}
ins>.sign{color:var(--in)}del>.sign{color:var(--out)}.open>.sign{color:var(--open)}
.hear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.unknown{border-style:dashed;border-width:2px}
.gap{color:var(--open);background:var(--openbg);border:2px dashed currentColor;padding:.3rem .6rem;font-weight:600}
.none{color:var(--soft)}
.changes{margin:.4rem 0 0;padding-left:1.3rem;color:var(--soft)}
.three{border-collapse:collapse;width:100%;table-layout:fixed}
.three th,.three td{border:1px solid var(--line);padding:.4rem .5rem;vertical-align:top;overflow-wrap:anywhere}
.three th:first-child{width:3rem}
.unchanged{border-top:1px solid var(--line);padding-top:.6rem}
@media (max-width:46rem){.two.only,.sides .two{grid-template-columns:1fr}
.two section+section{border-left:0;padding-left:0}.bar{position:static}}
@media (forced-colors:active){ins>.words{border-bottom:2px solid}del>.words{text-decoration:line-through}}
@page{size:A4;margin:20mm 15mm 20mm 25mm}
@media print{:root{--bg:#fff;--fg:#000;--soft:#000;--line:#000;--card:#fff;--in:#000;--inbg:#fff;--out:#000;
--outbg:#fff;--open:#000;--openbg:#fff;--spell:#000;--warn:#fff;--warnfg:#000}
body{font-size:11pt}main{max-width:none;padding:0}.bar,.skip{display:none}.row{break-inside:auto;border-radius:0}
h2{break-after:avoid}.row p{orphans:3;widows:3}.counts:not([open]){display:none}}
"""

_SCRIPT_FILE = Path(__file__).resolve().parent / "site" / "theme" / "giao-dien" / "so-sanh.js"
SCRIPT = _SCRIPT_FILE.read_text("utf-8")
"""The same script as on the page of the site, which loads it from a file."""

"""A summary as one web page that needs no other file.

The page is a table that reads, prints and links without JavaScript; a short script of its own adds search and
sorting. It loads nothing, so it can be put on a share, in a mail or on an intranet as it is. Grades are words with
marks; colour only repeats them. Every piece of text is escaped: reports are files from outside.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from ofsted.comparing.summary import SummaryTable, scale_of, title_of
from ofsted.comparing.unmatched import headed_by
from ofsted.model.grades import Grade
from ofsted.model.paths import path_of, whole_file
from ofsted.model.words import count
from ofsted.showing.notebook import GRADE_STYLES
from ofsted.showing.tile_map import shown_on, svg, tiles_on, without_tile

__all__ = ["doubts_html", "map_html", "near_in_words", "write_html"]

_NO_PAGE = ("urn", "gss_code", "ofsted_region", "type", "issues", "page", "report", "neighbours_judged")
_IF_ANY = ("published", "direction", "doubts", "other_doubts")


def _columns(summary: SummaryTable) -> list[str]:
    """The columns that the page shows: codes and counts that nobody reads are for the workbook."""
    near = {f"neighbours_{grade.value}" for grade in scale_of(summary.framework)} | {
        "neighbours_grades",
        "neighbours",
        *_NO_PAGE,
    }
    hidden = near | {"previous_framework", "status", "path", "url"}
    return [
        name
        for name in summary.columns
        if name not in hidden and (name not in _IF_ANY or any(row.get(name) for row in summary))
    ]


def _grade(value: str | None, status: str | None = None) -> str:
    if value is None:
        return f'<span class="none">{escape(status)}</span>' if status else '<span class="none">–</span>'
    grade = Grade(value)
    return f'<span class="g {escape(value)}"><span aria-hidden="true">{GRADE_STYLES[grade][0]}</span> {grade}</span>'


def _rank(value: str | None) -> str:
    """A grade's place for sorting, best first; what has none comes last."""
    return str(Grade(value).rank or 8) if value else "9"


def _cell(summary: SummaryTable, name: str, row: dict[str, Any], folder: Path | None) -> str:
    value = row.get(name)
    if name == "authority":
        return f'<th scope="row">{escape(str(value or "unknown"))}</th>'
    if summary.columns[name] == "grade":
        return f'<td data-s="{_rank(value)}">{_grade(value, row.get("status") if name == "overall" else None)}</td>'
    if summary.columns[name] == "date":
        shown = f'<time datetime="{escape(value)}">{escape(value)}</time>' if value else ""
        return f"<td>{shown}</td>"
    wide = ' class="why"' if name in ("doubts", "other_doubts") and value else ""
    return f"<td{wide}>{escape(summary.shown(name, value))}</td>"


def _counted(row: dict[str, Any], scale: Sequence[Grade]) -> tuple[dict[Grade, int], int, int]:
    """How many neighbours hold which grade, how many a good one, how many any."""
    numbers = {grade: row.get(f"neighbours_{grade.value}") or 0 for grade in scale}
    positive = Grade.TYPICALLY_POSITIVE in numbers
    good = numbers[Grade.TYPICALLY_POSITIVE] if positive else numbers[Grade.OUTSTANDING] + numbers[Grade.GOOD]
    return numbers, good, row.get("neighbours_judged") or 0


def near_in_words(row: dict[str, Any], scale: Sequence[Grade]) -> str:
    """'6 of 10 good or better'; nothing for an authority without neighbours."""
    if not row.get("neighbours"):
        return ""
    numbers, good, judged = _counted(row, scale)
    words = "typically positive" if Grade.TYPICALLY_POSITIVE in numbers else "good or better"
    return f"{good} of {judged} {words}" if judged else "none in these reports"


def _near(row: dict[str, Any], scale: Sequence[Grade]) -> str:
    """The neighbours' grades in few words, each of them on request."""
    head = near_in_words(row, scale)
    if not head:
        return "<td></td>"
    numbers, good, judged = _counted(row, scale)
    counts = [f"{number} {grade}".lower() for grade, number in numbers.items() if number]
    if not counts:
        return f'<td data-s="-1">{head}</td>'
    items = "".join(f"<li>{escape(item)}</li>" for item in (row.get("neighbours_grades") or "").split("; "))
    summary = f"<summary>{head}</summary><p>{escape(', '.join(counts))}</p><ul>{items}</ul>"
    return f'<td data-s="{good / judged:.4f}"><details>{summary}</details></td>'


def _report(summary: SummaryTable, row: dict[str, Any], folder: Path | None) -> str:
    target = summary.link(row, folder)
    if target is None:
        return "<td></td>"
    page = f", page {row['page']}" if "#page=" in target else ""
    name = escape(str(row.get("authority") or "report"))
    label = f'Report<span class="vh"> on {name}</span>{page}'
    issues = row.get("issues") or 0
    doubt = f' <span class="doubt">{issues} issue{"s" if issues > 1 else ""} to check</span>' if issues else ""
    return f'<td data-s="{issues}"><a href="{escape(target, quote=True)}">{label}</a>{doubt}</td>'


def _table(summary: SummaryTable, folder: Path | None) -> str:
    """The table alone, its links relative to `folder`."""
    names, scale = _columns(summary), scale_of(summary.framework)
    heads = [title_of(name) for name in names] + ["Statistical neighbours", "Report"]
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f"<tr>{''.join(_cell(summary, name, row, folder) for name in names)}{_near(row, scale)}"
        f"{_report(summary, row, folder)}</tr>\n"
        for row in summary.rows
    )
    caption = f"<caption>{escape(summary.title)}</caption>"
    return f'<table id="t">{caption}<thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>'


def doubts_html(summary: SummaryTable) -> str:
    """What is doubtful about all of the table: reports that may be newer, or have no row; a table that ends early."""
    told = []
    for heading, lines in headed_by(summary.attrs):
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        told.append(f'\n<p class="doubt">{escape(heading)}</p>' + (f"<ul>{items}</ul>" if items else ""))
    return "".join(told)


def map_html(summary: SummaryTable) -> str:
    """The overall grades as a map; nothing where no authority of the register has a result."""
    shown = {
        row["la_code"]: shown_on(row.get("overall"), row.get("status"), bool(row.get("doubts")))
        for row in summary
        if row.get("la_code")
    }
    if not shown:
        return ""
    title, tiles = f"Map of England with {summary.title}", tiles_on(summary.as_of)
    names = {row["la_code"]: row["authority"] for row in summary if row.get("la_code")}
    named = without_tile(tiles, ((code, names[code], one) for code, one in shown.items()))
    below = f"<figcaption>{escape(named)}.</figcaption>" if named else ""
    return f'\n<h2 id="map">Map</h2>\n<figure>{svg(tiles, shown, title)}{below}</figure>'


def _sources(summary: SummaryTable) -> str:
    """Where the results are from, in words."""
    read = {bool(row.get("path")) for row in summary}
    reports = ["the reports that were read"] if True in read or not read else []
    return " and ".join([*reports, *(["Ofsted's own table of inspections"] if False in read else [])])


def _style() -> str:
    grades = "".join(f".{g.value}{{color:{fore};background:{back}}}" for g, (_, fore, back) in GRADE_STYLES.items())
    return _CSS + grades


_CSS = """
*{box-sizing:border-box}
body{margin:0;font:16px/1.45 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;color:#1a1a1a;background:#fff}
header,main,footer{padding:0 1.25rem}
h1{font-size:1.5rem;margin:1.25rem 0 .25rem}
header p,footer p{margin:.25rem 0;max-width:75ch;color:#3d3d3d}
a{color:#0b4f8a}
a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid
 #1a1a1a;outline-offset:2px;background:#ffe46b;color:#1a1a1a}
.find{margin:1rem 0 .5rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.find input{font:inherit;padding:.4rem .6rem;border:2px solid #4a4a4a;border-radius:4px;min-width:18rem;max-width:100%}
.scroll{position:relative;overflow:auto;max-height:85vh;border:1px solid #767676}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9375rem}
caption{text-align:left;position:absolute;left:-999rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid #d0d0d0}
thead th{position:sticky;top:0;z-index:2;background:#1f2a44;color:#fff;vertical-align:bottom;font-weight:600}
thead th{max-width:14rem}
td:nth-child(3){min-width:8.5rem}
thead th:first-child{left:0;z-index:3}
tbody th{position:sticky;left:0;z-index:1;background:#fff;font-weight:600;min-width:9rem}
tbody tr:nth-child(even)>*{background:#f4f5f7}
thead button{all:unset;cursor:pointer;display:block;font:inherit;color:inherit;padding-right:1.1em;position:relative}
thead button::after{content:"↕";position:absolute;right:0;bottom:0;opacity:.75}
[aria-sort=ascending] button::after{content:"↑";opacity:1}
[aria-sort=descending] button::after{content:"↓";opacity:1}
.g{display:inline-block;padding:.1em .5em;border-radius:.2em;white-space:nowrap}
.none{color:#595959}
.why{min-width:20rem}
time{white-space:nowrap}
.doubt{display:block;color:#8a2a00}
td .doubt{white-space:nowrap}
details p,details ul{margin:.25rem 0;padding-left:1rem}
details p{padding:0}
summary{cursor:pointer;white-space:nowrap}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.js{display:none}
h2{font-size:1.25rem;margin:1.25rem 0 .5rem}
figure{margin:0}
.map{width:100%;max-width:56rem;height:auto}
footer{padding-bottom:2rem;font-size:.875rem}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark}
body{color:#e8e8e8;background:#14171c}
header p,footer p,.none{color:#bdbdbd}
a{color:#9ccbff}
.doubt{color:#ffb48a}
th,td{border-color:#3c424b}
tbody th{background:#14171c}
tbody tr:nth-child(even)>*{background:#1d2127}
.find input{background:#1d2127;color:#e8e8e8;border-color:#9a9a9a}
}
@media print{
@page{size:A4 landscape;margin:10mm}
.find,td .doubt,#t tr>:last-child{display:none!important}
summary{list-style:none;white-space:normal}
.why{min-width:45mm}
body{font-size:8pt}
h1{font-size:14pt}
header,main,footer{padding:0}
.scroll{overflow:visible;max-height:none;border:0}
table{font-size:7pt}
th,td{padding:2pt}
td:nth-child(3){min-width:0}
thead th{position:static;background:#fff;color:#000;border-bottom:1.5pt solid #000}
thead button{display:contents!important}
thead button::after{content:none!important}
tbody th{position:static;min-width:0}
tr{break-inside:avoid}
h2{break-before:page}
.map{max-width:none;max-height:150mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
thead{display:table-header-group}
.g{border:1px solid #000;color:#000!important;background:#fff!important;white-space:normal}
}
"""

# Search and sorting; the table is whole without it.
_SCRIPT = """
"use strict";
(function(){
var table=document.getElementById("t"),body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows);
var box=document.getElementById("q"),said=document.getElementById("said");
var keys=rows.map(function(r){
return plain(Array.prototype.filter.call(r.cells,function(c){return!c.querySelector("details")})
.map(function(c){return c.textContent}).join(" "))});
document.querySelectorAll(".js").forEach(function(e){e.classList.remove("js")});
function plain(s){return s.normalize("NFKD").replace(/[\\u0300-\\u036f]/g,"").toLowerCase()}
function find(){
var words=plain(box.value).split(/\\s+/).filter(Boolean),shown=0;
rows.forEach(function(r,i){var ok=words.every(function(w){return keys[i].indexOf(w)>=0});r.hidden=!ok;if(ok)shown++});
said.textContent=shown+" of "+rows.length+" authorities shown";
}
box.addEventListener("input",find);
box.addEventListener("keydown",function(e){if(e.key==="Escape"){box.value="";find()}});
function value(row,i){var c=row.cells[i],s=c.getAttribute("data-s");return s===null?plain(c.textContent.trim()):s}
var heads=Array.prototype.slice.call(table.tHead.rows[0].cells);
heads.forEach(function(th,i){
var b=document.createElement("button");b.type="button";b.textContent=th.textContent;th.textContent="";th.appendChild(b);
b.addEventListener("click",function(){
var down=th.getAttribute("aria-sort")==="ascending";
var numeric=rows.every(function(r){return r.cells[i].hasAttribute("data-s")});
heads.forEach(function(h){h.removeAttribute("aria-sort")});
th.setAttribute("aria-sort",down?"descending":"ascending");
var order=rows.map(function(r,n){return[value(r,i),n,r]});
order.sort(function(a,b){
if(!numeric&&(a[0]===""||b[0]===""))return(a[0]==="")-(b[0]==="")||a[1]-b[1];
var d=numeric?a[0]-b[0]:a[0]<b[0]?-1:a[0]>b[0]?1:0;
return(down?-d:d)||a[1]-b[1]});
order.forEach(function(o){body.appendChild(o[2])});
said.textContent="Sorted by "+b.textContent+(down?", descending":", ascending");
});
});
find();
})();
"""


def write_html(summary: SummaryTable, path: os.PathLike[str] | str) -> str:
    """The summary as one .html file; links are relative to its folder."""
    from ofsted import __version__

    name = path_of(path)
    folder = Path(name).resolve().parent
    dates = "Publication days are those that reports print, Ofsted's own table gives or somebody noted."
    note = (
        f"An authority's latest result among {_sources(summary)}; those without one are not listed. "
        f"{dates} Previous overall is the last overall grade before it from the same sources. "
        f"{'Since April 2026 there is no overall judgement.' if summary.framework == 'ilacs' else ''}"
    ).strip()
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'"
    title = escape(summary.title)
    page = f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{_style()}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{count(len(summary), "authority", "authorities")}. {escape(note)}</p>{doubts_html(summary)}
</header>
<main>
<form class="find js" role="search" onsubmit="return false">
<label for="q">Search the table</label>
<input id="q" type="search" autocomplete="off" placeholder="for example: good south west">
<span id="said" role="status" aria-live="polite"></span>
</form>
<div class="scroll" tabindex="0" role="region" aria-label="{title}">
{_table(summary, folder)}
</div>{map_html(summary)}
</main>
<footer>
<p>Made with ofsted {escape(__version__)} from {escape(_sources(summary))}. Check each grade in its report
before you rely on it{": the links lead there" if any(row.get("path") for row in summary) else ""}.</p>
</footer>
<script>{_SCRIPT}</script>
</body>
</html>
"""
    with whole_file(name) as made, open(made, "w", encoding="utf-8", newline="\n") as file:
        file.write(page)
    return name

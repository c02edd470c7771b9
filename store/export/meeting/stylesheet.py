"""The stylesheet of the printed page; no state is shown by color alone."""

# It fits A4 and Letter: the paper is the printer's, only the margins are ours.
STYLE = """
@page {
  margin: 15mm 18mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt "Helvetica Neue", Arial, sans-serif; color: #666; }
}
html { background: #fff; color: #111; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  font: 16px/1.5 "Source Serif 4", Charter, "Iowan Old Style", Georgia, "Noto Serif", "Liberation Serif", "Noto Serif CJK SC", serif;
  margin: 3em auto; max-width: 40em; padding: 0 1.5em 0 2.5em; overflow-wrap: anywhere; font-kerning: normal; hyphens: manual;
}
header { border-bottom: 2px solid #111; margin: 0 0 1.1em; padding: 0 0 .6em; }
h1 { font-size: 1.7em; font-weight: 600; letter-spacing: -.01em; line-height: 1.15; margin: 0 0 .25em; text-wrap: balance; }
h2 {
  font: 600 .72em/1.3 "Source Sans 3", "Helvetica Neue", Helvetica, Arial, "Noto Sans", "Liberation Sans", sans-serif;
  letter-spacing: .09em; margin: 1.7em 0 .55em; text-transform: uppercase; color: #333;
}
section:first-of-type p { font-size: 1.06em; }
p { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 .5em; }
li > ul { margin: .25em 0 .3em .15em; padding-left: 1.75em; border-left: 1px solid #bbb; }
li li { font-size: .92em; margin-bottom: .25em; }
li > p { position: relative; }
li > p + p { margin-top: .05em; }
li li > p { display: inline; }
i { font-style: normal; position: absolute; left: -1.35em; width: 1em; text-align: center; color: #333; }
li li { position: relative; }
li li > p { position: static; }
li li > p + p i { position: static; }
b { font-weight: 600; }
.reviewer { font-style: italic; }
.reviewer i, .reviewer b { font-style: normal; }
.mine b { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; }
.id {
  font: .62em/1 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
  color: #666; font-style: normal; white-space: nowrap; vertical-align: .12em;
}
.source { color: #333; font-style: italic; }
h1 .id { font-size: .36em; vertical-align: .3em; letter-spacing: 0; }
footer { border-top: 1px solid #999; color: #444; font-size: .8em; margin-top: 1.8em; padding-top: .5em; }
footer p + p { margin-top: .2em; }
@media print {
  body { font-size: 10pt; line-height: 1.38; margin: 0; max-width: none; padding: 0 0 0 1.6em; }
  h1, h2 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  li li, li > p { break-inside: avoid-page; }
  footer { break-inside: avoid; }
}
""".strip()

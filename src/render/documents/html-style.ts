/** Tails of figures line up by classes of as many digits, a point half as wide, for the policy of the page allows no style on single elements. */
const tails = Array.from(
  { length: 20 },
  (_, i) => `.t${i + 1}{min-width:calc(${i + 1}ch - .25em)}`,
).join("");

/** Smaller letters of tables that would not fit, lines as high as those of Word: `lineOf` in page-columns.ts. */
const sizes = [17, 16, 15]
  .map((size) => `.z${size} table{font-size:${size / 2}pt;line-height:${(size * 13.6) / 20}pt}`)
  .join("");

/**
 * The one style sheet of a page. Rules of tables as print wants them (三线表): 1.5 pt above and below, 0.75 pt under the head, no verticals.
 * It begins and ends without blanks: its hash is taken of every byte.
 */
export const pageStyle = `
:root{--ink:#1a1a1a;--quiet:#555;--paper:#fff;--rule:#1a1a1a;--faint:#ccc;--accent:#00568a;--miss:#a33d00;color-scheme:light dark}
*{box-sizing:border-box}
@font-face{font-family:latin;src:local("Times New Roman"),local("Liberation Serif");unicode-range:U+20-7E,U+C0-FF}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 "Segoe UI",Arial,"Liberation Sans","DejaVu Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
:lang(zh-CN) body{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
:lang(zh-TW) body{font-family:"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3{line-height:1.35;break-after:avoid}
h1{font-size:1.75rem;margin:0 0 1.5rem}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
p{margin:.6rem 0;overflow-wrap:anywhere}
a{color:var(--accent)}
nav{margin:0 0 2rem;font-size:.95rem}
nav ul{margin:.25rem 0;padding-left:1.25rem}
nav li.l3{margin-left:1.25rem}
code{font-family:ui-monospace,Consolas,Menlo,"Liberation Mono","Noto Sans Mono CJK SC",monospace;font-size:.9em;overflow-wrap:anywhere}
.remark,.pointer,.source,.note,.notes{color:var(--quiet);font-size:.9rem}
.notes{margin:.4rem 0 2rem}
.notes p{margin:.1rem 0}
dl{margin:.75rem 0;display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.35rem 1.25rem}
dl>div{display:contents}
dt{font-weight:600;overflow-wrap:anywhere}
dd{margin:0;grid-column:2;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:1.75rem 0 0}
.scroll:focus-visible,summary:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;margin:0 auto;border-top:1.5pt solid var(--rule);border-bottom:1.5pt solid var(--rule);font-size:.92rem;line-height:1.45;font-variant-numeric:tabular-nums lining-nums}
caption{caption-side:top;font-weight:600;padding:0 0 .4rem;text-align:center;text-wrap:balance;break-after:avoid}
caption .unit{display:block;text-align:right;font-weight:400;font-size:.9em}
th,td{padding:.3rem .7rem;text-align:left;vertical-align:baseline}
th{font-weight:600}
thead th{vertical-align:bottom}
thead{display:table-header-group;border-bottom:.75pt solid var(--rule)}
tfoot{display:table-row-group;border-top:.75pt solid var(--rule)}
tbody th{font-weight:400;overflow-wrap:anywhere;min-width:6em}
tfoot th{font-weight:600;overflow-wrap:anywhere}
td{overflow-wrap:break-word}
.n{text-align:right}
td.n{white-space:nowrap}
td.p{white-space:normal}
.t{display:inline-block;text-align:left}
.m{display:inline-block;width:1.3em;text-align:right}
.miss{color:var(--miss)}
.unit{white-space:nowrap;font-weight:400}
.block>.scroll>table{width:100%}
.narrow>.scroll>table{width:auto;min-width:45%}
tr{break-inside:avoid}
figure{margin:2rem 0 0;text-align:center;break-inside:avoid}
figure svg{max-width:100%;height:auto;border-radius:4px}
figcaption{font-weight:600;margin:.5rem 0}
details{text-align:left;margin:.25rem 0 .5rem}
summary{cursor:pointer;color:var(--accent);font-size:.9rem}
thead th{position:relative}
thead button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0 0 0 .15em;cursor:pointer}
thead button::before{content:"";position:absolute;inset:0}
thead button::after{content:"↕";display:inline-block;width:1em;text-align:center;font-size:.75em}
th[aria-sort=ascending] button::after{content:"↑"}
th[aria-sort=descending] button::after{content:"↓"}
.s{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.break{break-before:page}
.paper{display:none}
${tails}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--quiet:#b0b0b0;--paper:#16181b;--rule:#d0d0d0;--faint:#444;--accent:#7cc4f5;--miss:#ff9d5c}}
@page{size:A4;margin:25mm;@bottom-center{content:counter(page);font:9pt serif}}
@media print{
:root{color-scheme:light}
body{font:10.5pt/1.6 "Times New Roman","Liberation Serif","Noto Serif CJK SC","Songti SC",SimSun,serif}
:lang(zh-CN) body{font-family:latin,"Noto Serif CJK SC","Songti SC",SimSun,serif}
:lang(zh-TW) body{font-family:latin,"Noto Serif CJK TC","Songti TC",PMingLiU,serif}
h1,h2,h3,caption,figcaption{font-family:Arial,"Liberation Sans","Noto Sans CJK SC",sans-serif}
:lang(zh-CN) :is(h1,h2,h3,caption,figcaption){font-family:"Noto Sans CJK SC","PingFang SC",SimHei,sans-serif}
:lang(zh-TW) :is(h1,h2,h3,caption,figcaption){font-family:"Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",sans-serif}
main{max-width:none;padding:0}
h1{font-size:18pt}h2{font-size:14pt}h3{font-size:11.5pt}
nav,details,thead button{display:none}
a{color:inherit;text-decoration:none}
.scroll{overflow:visible;margin-top:14pt}
table{font-size:9pt;line-height:12.25pt}
th,td{padding:1.5pt 3pt}
.n+:not(.n){padding-left:9pt}
${sizes}
.screen{display:none}
.paper{display:block}
.paper table{table-layout:fixed;width:100%;margin-top:14pt}
.full{break-before:page}
.full table{margin-top:0}
figure svg{max-height:200mm}
.whole{break-inside:avoid}
p:has(+figure),p:has(+.block){break-after:avoid}
p{orphans:2;widows:2}
thead,tbody>tr:first-child,tbody>tr:nth-last-child(2){break-after:avoid}
tfoot>tr{break-before:avoid}
caption{font-size:9.5pt}
.notes{font-size:8.5pt;break-before:avoid;break-inside:avoid;color:#333}
.miss{color:inherit}
}
`.trim();

/** SHA-256 of the style sheet in base64, as the policy of the page names it. A test holds both together. */
export const pageStyleHash = "2Fj97WX80Jd/U1XdJJwcY9YHMi2qwe/RmVy7w1NCxdQ=";

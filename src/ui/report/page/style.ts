/** The page's style. No colour alone tells anything: each stands beside its word. */
export const STYLE = `
:root{color-scheme:light dark;--back:#fff;--soft:#f5f6f7;--line:#d9dce0;--text:#1c2024;--dim:#5a626b;--link:#0b5cad;
--failed:#c62828;--blocked:#a04a00;--stopped:#8a6100;--unfinished:#7a3fb0;--done:#1f7a43;--skipped:#7d8894}
@media (prefers-color-scheme:dark){:root{--back:#14171a;--soft:#1d2125;--line:#353b42;--text:#e6e9ec;--dim:#a2abb5;
--link:#79b8ff;--failed:#ff7b72;--blocked:#f0a35e;--stopped:#e2b93b;--unfinished:#c79bf2;--done:#56c981;--skipped:#8b96a2}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
main,header{max-width:76rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:1.75rem}
main{padding-bottom:4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0;font-weight:650}
h2{font-size:1.05rem;margin:2.25rem 0 .6rem;font-weight:650}
h3{font-size:.95rem;margin:0;font-weight:600;display:inline}
p{margin:.4rem 0}
.dim,caption,dt,th{color:var(--dim)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:1rem 1.4rem;margin:1.25rem 0 0;padding:1rem 0;border:solid var(--line);border-width:1px 0}
.facts dt{font-size:.8rem}
.facts dd{margin:0;font-size:1.2rem;font-weight:600}
.facts small{display:block;font-size:.8rem;font-weight:400;color:var(--dim)}
.bar{display:block;width:100%;height:.5rem;margin-top:1.1rem;border-radius:3px}
.keys{display:flex;flex-wrap:wrap;gap:.15rem 1.2rem;list-style:none;margin:.5rem 0 0;padding:0;font-size:.85rem}
.mark{display:inline-block;width:.65rem;height:.65rem;border-radius:2px;margin-right:.4rem}
.failed{color:var(--failed)}.blocked{color:var(--blocked)}.stopped{color:var(--stopped)}.unfinished{color:var(--unfinished)}.done{color:var(--done)}.skipped{color:var(--dim)}
.mark.failed{background:var(--failed)}.mark.blocked{background:var(--blocked)}.mark.stopped{background:var(--stopped)}.mark.unfinished{background:var(--unfinished)}.mark.done{background:var(--done)}.mark.skipped{background:var(--skipped)}
path,rect{fill:var(--skipped)}path.failed,rect.failed{fill:var(--failed)}path.blocked,rect.blocked{fill:var(--blocked)}path.stopped,rect.stopped{fill:var(--stopped)}path.unfinished,rect.unfinished{fill:var(--unfinished)}path.done,rect.done{fill:var(--done)}
.failure{border:1px solid var(--line);border-left:3px solid var(--failed);border-radius:4px;margin:.6rem 0}
.failure>summary{padding:.55rem .9rem;cursor:pointer}
.failure>div{padding:0 .9rem .75rem}
bdi,code,td,th,dd,h3,p{overflow-wrap:anywhere}
code,pre,.id{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.85em}
pre{background:var(--soft);margin:.5rem 0;padding:.6rem .8rem;border-radius:4px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;max-height:24rem}
#table tbody th{min-width:13rem}#table td:last-child{min-width:14rem}
.short{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.slots{display:grid;grid-template-columns:minmax(5rem,max-content) 1fr max-content;gap:.3rem .8rem;align-items:center;font-size:.85rem}
.slots>span:first-child,.slots .name{max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.slots svg{width:100%;height:1.05rem;background:var(--soft);border-radius:2px;display:block}
.axis{display:flex;justify-content:space-between;color:var(--dim);font-size:.8rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem}
caption{text-align:left;font-size:.85rem;padding:.2rem 0}
th,td{text-align:left;padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-weight:600;white-space:nowrap}
tbody th{font-weight:400;color:var(--text)}
.num{text-align:right;white-space:nowrap}
.narrow{width:auto;min-width:24rem}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.5rem 0}
input,button,select{font:inherit;color:inherit;background:var(--back);border:1px solid var(--dim);border-radius:4px;padding:.25rem .6rem}
input{min-width:16rem}
button{cursor:pointer}
button[aria-pressed=true]{background:var(--text);color:var(--back);border-color:var(--text)}
button:disabled{opacity:.55;cursor:default}
thead button,tbody th button{border:0;padding:0;background:none;text-align:left;font-weight:inherit}
tbody th button{color:var(--link)}
thead .num button{text-align:right}
thead button::after{content:"";display:inline-block;width:1em;text-align:center}
[aria-sort=ascending] button::after{content:"\\2191"}[aria-sort=descending] button::after{content:"\\2193"}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.more td{background:var(--soft);padding:.6rem .9rem}
.more dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
.more dd{margin:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--back);padding:.4rem .8rem}
@media (min-width:56rem){.facts{grid-template-columns:repeat(7,1fr)}}
@media (max-width:40rem){main,header{padding-left:1rem;padding-right:1rem}.slots{grid-template-columns:1fr max-content}.slots{grid-auto-flow:dense}.slots svg,.slots .axis{grid-column:1/-1}input{min-width:0;width:100%}}
@media print{:root{color-scheme:light;--back:#fff;--soft:#f5f6f7;--line:#bbb;--text:#000;--dim:#444;--failed:#a00;--done:#175;--skipped:#888}
body{font-size:11px}.tools,.skip,#pages{display:none}.failure,tr{break-inside:avoid}pre{max-height:none}svg,.mark{print-color-adjust:exact}}
`;

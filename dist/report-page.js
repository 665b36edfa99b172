export const id = "report-page";
export const ids = ["report-page"];
export const modules = {

"src/ui/report/page/page.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  renderPage: () => ( renderPage)
});

var external_node_crypto_ = __webpack_require__("node:crypto");
var duration = __webpack_require__("src/core/text/duration.js");
var text_text = __webpack_require__("src/core/text/text.js");
var model = __webpack_require__("src/ui/report/model.js");
var failure_lines = __webpack_require__("src/ui/render/failure-lines.js");
;// CONCATENATED MODULE: src/ui/report/page/html.js
class Html {
	text;
	constructor(text) {
		this.text = text;
	}
}
function html(strings, ...values) {
	const text = strings.reduce((before, after, place) => before + partOf(values[place - 1]) + after);
	return new Html(text);
}
function partOf(value) {
	if (value === undefined)
		return "";
	if (value instanceof Html)
		return value.text;
	if (typeof value === "number")
		return String(value);
	if (typeof value === "string")
		return escapeText(visible(value));
	return value.map(({ text }) => text).join("");
}
function escapeText(text) {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
function visible(text) {
	return text
		.replaceAll(COLOUR, "")
		.replaceAll(INVISIBLE, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
const COLOUR = /\u001b\[[\d;:]*m/g;
const INVISIBLE = 
/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\p{Cs}/gu;

;// CONCATENATED MODULE: src/ui/report/page/failures.js



const MOST_GROUPS = 50;
const MOST_IDS = 30;
const OPEN_GROUPS = 10;
function failures(report, again) {
	const failed = report.shards.filter(({ end }) => end === "failed");
	const groups = (0,failure_lines .BR)(failed);
	const rest = groups.slice(MOST_GROUPS);
	return [
		...(failed.length === 0 ? [] : [html `<h2 id="failures">Failures</h2>`]),
		...groups.slice(0, MOST_GROUPS).map((group, place) => groupOf(group, place < OPEN_GROUPS)),
		...(rest.length === 0
			? []
			: [html `<p>${(0,text_text .LS)(rest.length, "more cause")}: see the table of shards.</p>`]),
		...goOn(failed, again),
		...listed("Blocked", report.shards.filter(({ end }) => end === "blocked"), ({ why }) => why),
		...listed("Done, and not saved", report.shards.filter(({ unsaved }) => unsaved !== undefined), ({ unsaved }) => unsaved),
		...remarks(report),
	];
}
function groupOf({ why, shards }, isOpen) {
	const [first] = shards;
	const ids = shards.map(({ id }) => id);
	const isOne = ids.length === 1;
	const title = isOne
		? html `<h3><bdi class="id">${clipped(first.id)}</bdi> failed</h3>`
		: html `<h3>${(0,text_text .LS)(ids.length, "shard")} failed alike</h3>`;
	const names = isOne
		? undefined
		: html `<p>
        ${(0,text_text .Kf)(ids.map((id) => clipped(id, 120)), MOST_IDS)}
      </p>`;
	const tail = first.logTail === undefined
		? undefined
		: html `<pre tabindex="0" aria-label="Last lines of the log">${first.logTail}</pre>`;
	const path = first.logPath === undefined
		? undefined
		: html `<p class="dim">
          ${isOne ? "Its log" : html `The log of ${clipped(first.id)}`}:
          <code>${first.logPath}</code>
        </p>`;
	const open = new Map([[true, html ` open`]]).get(isOpen);
	return html `<details class="failure" ${open}>
    <summary>${title}: <bdi>${clipped(why)}</bdi></summary>
    <div>${names}${tail}${path}</div>
  </details>`;
}
function clipped(text, most = 400) {
	return text.length > most ? `${text.slice(0, most)}\u2026` : text;
}
function goOn(failed, again) {
	const open = failed.filter(({ stays }) => !stays);
	const [first] = open;
	if (first === undefined || again === undefined)
		return [];
	const line = open.length === 1 ? again(first.id) : again();
	return [html `<p>To go on once that is mended: <code>${line}</code></p>`];
}
const MOST_LISTED = 50;
function listed(title, shards, whyOf) {
	if (shards.length === 0)
		return [];
	const rows = shards.slice(0, MOST_LISTED).map((shard) => html `<tr>
        <th scope="row" class="id">${clipped(shard.id)}</th>
        <td>${whyOf(shard)}</td>
      </tr>`);
	const caption = `${(0,text_text .LS)(shards.length, "shard")}${shards.length > MOST_LISTED ? `, the first ${MOST_LISTED}` : ""}`;
	return [
		html `<h2>${title}</h2>
      <div class="scroll">
        <table>
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">shard</th>
              <th scope="col">why</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
	];
}
function remarks({ jobs }) {
	const all = jobs.flatMap((job) => job.remarks);
	if (all.length === 0)
		return [];
	const more = jobs.reduce((sum, job) => sum + job.moreRemarks, 0);
	const items = all.map(({ kind, shard, text }) => {
		const label = shard === undefined ? undefined : html `<bdi class="id">${clipped(shard)}</bdi>: `;
		return html `<li>
      <span class="${kind === "fault" ? "failed" : "stopped"}">${kind}</span> ${label}<bdi
        >${text}</bdi
      >
    </li>`;
	});
	const title = (0,text_text .LS)(all.length + more, "warning");
	return [
		html `<details>
      <summary>${title}</summary>
      <ul>
        ${items}
      </ul>
    </details>`,
	];
}

var external_node_zlib_ = __webpack_require__("node:zlib");
;// CONCATENATED MODULE: src/ui/report/page/shard-data.js



function packShards({ shards, attempts, jobs }) {
	const peaks = new Map();
	for (const { shard, peakBytes = 0 } of attempts)
		peaks.set(shard, Math.max(peaks.get(shard) ?? 0, peakBytes));
	const place = new Map(shards.map(({ id }, index) => [id, index]));
	const numbers = (value) => shards.map((shard) => value(shard) ?? null);
	const texts = (value) => textsOf(shards.map(value));
	const data = {
		ends: model .q,
		jobs: jobs.map(({ name }) => visible(name)),
		id: shards.map(({ id }) => visible(id)),
		end: numbers(({ end }) => model .q.indexOf(end)),
		job: numbers(({ job }) => job),
		seconds: numbers(({ seconds, secondsSaved = 0 }) => rounded(seconds + secondsSaved)),
		attempts: numbers(({ attempts: starts }) => starts),
		bytes: numbers(({ sizeBytes }) => sizeBytes),
		peak: numbers(({ id }) => peaks.get(id)),
		reason: texts(({ reason }) => reason),
		why: texts(({ why }) => why),
		slot: texts(({ slot }) => slot),
		log: texts(({ logPath }) => logPath),
		tail: texts(({ logTail }) => logTail),
		unsaved: texts(({ unsaved }) => unsaved),
		tries: {
			shard: attempts.map(({ shard }) => place.get(shard) ?? null),
			number: attempts.map(({ number }) => number),
			start: deltasOf(attempts.map(({ startMs }) => startMs)),
			seconds: attempts.map(({ seconds }) => rounded(seconds)),
			exit: attempts.map(({ exitCode }) => exitCode ?? null),
			peak: attempts.map(({ peakBytes }) => peakBytes ?? null),
			outcome: textsOf(attempts.map(({ outcome }) => outcome)),
			slot: textsOf(attempts.map(({ slot }) => slot)),
			why: textsOf(attempts.map(({ why }) => why)),
		},
	};
	return (0,external_node_zlib_.gzipSync)(JSON.stringify(data)).toString("base64");
}
function textsOf(values) {
	const places = new Map();
	const rows = values.map((value = "") => {
		const known = places.get(value);
		if (known !== undefined)
			return known;
		places.set(value, places.size);
		return places.size - 1;
	});
	return { texts: [...places.keys()].map(visible), rows };
}
function deltasOf(values) {
	return values.map((value, place) => value - (values[place - 1] ?? 0));
}
function rounded(seconds) {
	return Math.round(seconds * 100) / 100;
}

;// CONCATENATED MODULE: src/ui/report/page/style.js
const STYLE = `
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

;// CONCATENATED MODULE: src/ui/report/page/tables.js


const MOST_SLOWEST = 15;
const MOST_JOBS = 300;
function decisionTable({ decisions }) {
	if (decisions.length === 0)
		return [];
	const rows = decisions.map(({ decision, reason, shards }) => html `<tr>
        <th scope="row">${reason}</th>
        <td>${decision}</td>
        <td class="num">${shards}</td>
      </tr>`);
	const head = html `<th scope="col">reason</th>
    <th scope="col">decision</th>
    <th scope="col" class="num">shards</th>`;
	return tableOf("Decisions", { head, rows, style: "narrow" });
}
function slowestAttempts({ attempts }) {
	const slowest = attempts.toSorted((a, b) => b.seconds - a.seconds).slice(0, MOST_SLOWEST);
	if (slowest.length === 0)
		return [];
	const rows = slowest.map(({ shard, number, slot, outcome, seconds, peakBytes }) => {
		const peak = peakBytes === undefined ? "" : (0,duration .z3)(peakBytes);
		return html `<tr>
      <th scope="row"><bdi class="id short">${shard.slice(0, 400)}</bdi></th>
      <td class="num">${(0,duration .a3)(seconds * 1000)}</td>
      <td class="${outcome}">${outcome}</td>
      <td class="num">${number}</td>
      <td>${slot}</td>
      <td class="num">${peak}</td>
    </tr>`;
	});
	const head = html `<th scope="col">shard</th>
    <th scope="col" class="num">time</th>
    <th scope="col">outcome</th>
    <th scope="col" class="num">attempt</th>
    <th scope="col">slot</th>
    <th scope="col" class="num">peak memory</th>`;
	return tableOf("Slowest attempts", { head, rows });
}
function jobTable({ jobs }) {
	if (jobs.length < 2)
		return [];
	const rows = jobs.slice(0, MOST_JOBS).map((job) => {
		const took = (0,duration .a3)(job.lastMs - job.beganMs);
		return html `<tr>
      <th scope="row"><bdi>${job.name}</bdi></th>
      <td>${job.host}</td>
      <td class="num">${took}</td>
      <td class="num">${job.total}</td>
      <td>${endOf(job)}</td>
    </tr>`;
	});
	const head = html `<th scope="col">job</th>
    <th scope="col">machine</th>
    <th scope="col" class="num">time</th>
    <th scope="col" class="num">shards</th>
    <th scope="col">end</th>`;
	return tableOf(jobs.length > MOST_JOBS ? `Jobs, the first ${MOST_JOBS}` : "Jobs", { head, rows });
}
function endOf({ exitCode, stopped }) {
	if (exitCode === undefined)
		return "the log ends before the run";
	return `exit code ${exitCode}${stopped === undefined ? "" : `, stopped by ${stopped}`}`;
}
function tableOf(title, { head, rows, style = "" }) {
	return [
		html `<h2>${title}</h2>
      <div class="scroll" role="region" aria-label="${title}" tabindex="0">
        <table class="${style}">
          <thead>
            <tr>
              ${head}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`,
	];
}

;// CONCATENATED MODULE: src/ui/report/page/timeline.js



const WIDTH = 1000;
const MOST_BARS = 40_000;
const OPEN_SLOTS = 48;
const OUTCOMES = ["done", "stopped", "unfinished", "failed"];
function timeline({ slots, attempts, jobs }) {
	if (slots.length === 0)
		return [];
	const lastMs = jobs.reduce((most, job) => Math.max(most, job.lastMs), 0);
	const fromMs = attempts.reduce((least, one) => Math.min(least, one.startMs), lastMs);
	const span = { fromMs, toMs: Math.max(lastMs, fromMs + 1) };
	const steps = Math.max(50, Math.min(WIDTH, Math.floor(MOST_BARS / slots.length)));
	const named = jobs.length > 1 ? jobs.map(({ name }) => `${name} \u00b7 `) : [];
	const rows = slots.map((slot) => {
		const bars = slot.attempts.flatMap((place) => attempts[place] ?? []);
		return slotRow(`${named[slot.job] ?? ""}${slot.slot}`, slot, barPaths(bars, span, steps));
	});
	const rest = rows.slice(OPEN_SLOTS);
	return [
		html `<h2 id="timeline">Timeline</h2>
      <div class="slots">${rows.slice(0, OPEN_SLOTS)}${axis(span)}</div>`,
		...(rest.length === 0
			? []
			: [
				html `<details>
            <summary>${(0,text_text .LS)(rest.length, "more slot")}</summary>
            <div class="slots">${rest}</div>
          </details>`,
			]),
	];
}
function slotRow(name, slot, bars) {
	const { gpu, busySeconds, idleSeconds, attempts } = slot;
	const all = busySeconds + idleSeconds;
	const busy = `${all === 0 ? 0 : Math.round((100 * busySeconds) / all)}% busy`;
	const label = gpu === undefined ? name : `${name} (GPU ${gpu})`;
	const about = `${label}: ${(0,text_text .LS)(attempts.length, "attempt")}, ${busy}`;
	return html `<span class="name" title="${label}"><bdi>${label}</bdi></span
    ><svg role="img" aria-label="${about}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none">
      ${bars}</svg
    ><span class="dim num">${busy}</span>`;
}
function barPaths(attempts, span, steps) {
	const scale = steps / (span.toMs - span.fromMs);
	return OUTCOMES.flatMap((outcome) => {
		const mine = attempts.filter((one) => one.outcome === outcome);
		const bars = [];
		for (const attempt of mine) {
			const { fromMs, toMs } = timesOf(attempt, span);
			const from = Math.floor((fromMs - span.fromMs) * scale);
			const to = Math.max(from + 0.5, Math.ceil((toMs - span.fromMs) * scale) - 0.25);
			const last = bars.at(-1);
			if (last !== undefined && from < last.to)
				last.to = Math.max(last.to, to);
			else
				bars.push({ from, to });
		}
		const unit = WIDTH / steps;
		const path = bars.map(({ from, to }) => {
			const width = timeline_rounded((to - from) * unit);
			return `M${timeline_rounded(from * unit)} 0h${width}v10h-${width}z`;
		});
		return path.length === 0 ? [] : [html `<path class="${outcome}" d="${path.join("")}" />`];
	});
}
function timesOf({ startMs, endMs, seconds }, { toMs: lastMs }) {
	const toMs = endMs ?? lastMs;
	return { fromMs: Math.max(startMs, Math.min(toMs, toMs - seconds * 1000)), toMs };
}
function axis({ fromMs, toMs }) {
	const ticks = [0, 1, 2, 3, 4].map((part) => {
		return html `<span>${(0,duration .a3)(((toMs - fromMs) * part) / 4)}</span>`;
	});
	return html `<span class="dim">from ${new Date(fromMs).toISOString().slice(11, 19)}\u00a0UTC</span
    ><span class="axis">${ticks}</span><span></span>`;
}
function timeline_rounded(value) {
	return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: src/ui/report/page/page.js










function renderPage(report, { script, again }) {
	const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;
	const title = headline(report);
	return html `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} \u00b7 Donemark</title>
        ${exactly("style", STYLE)}
      </head>
      <body>
        <a class="skip" href="#shards">To the table of shards</a>
        <header>
          <h1>${title}</h1>
          <p class="dim">${origin(report.jobs)}</p>
          ${facts(report)}${bar(report)}
        </header>
        <main>
          ${failures(report, again)}${timeline(report)}${decisionTable(report)}${slowestAttempts(report)}${jobTable(report)}
          <h2 id="shards" tabindex="-1">Shards</h2>
          <div id="table"><p>The table of all shards needs JavaScript.</p></div>
        </main>
        <script type="text/plain" id="data">
          ${new Html(packShards(report))}
        </script>
        ${exactly("script", script)}
      </body>
    </html> `.text;
}
function exactly(name, text) {
	return new Html(`<${name}>${text}</${name}>`);
}
function hashOf(text) {
	return `sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}`;
}
function headline({ ends, total, unreached }) {
	const open = total - ends.done - ends.skipped;
	if (open === 0)
		return `All ${(0,text_text .LS)(total, "shard")} done`;
	const counts = [
		...model .q.slice(0, 4).map((end) => [ends[end], end]),
		[unreached, "not started"],
	];
	const parts = counts
		.filter(([amount]) => amount > 0)
		.map(([amount, end]) => `${grouped(amount)} ${end}`);
	return `${grouped(ends.done + ends.skipped)} of ${(0,text_text .LS)(total, "shard")} done, ${parts.join(", ")}`;
}
function grouped(amount) {
	return amount.toLocaleString("en");
}
function origin(jobs) {
	const [first] = jobs.toSorted((a, b) => a.beganMs - b.beganMs);
	if (first === undefined)
		return "";
	const began = new Date(first.beganMs).toISOString().replace("T", " ").slice(0, 19);
	const [one] = jobs;
	const place = jobs.length > 1 ? (0,text_text .LS)(jobs.length, "job") : (one?.host ?? "");
	return [`Began ${began} UTC`, place, ...(jobs.length > 1 ? [] : [endOf(first)])]
		.filter((part) => part !== "")
		.join(" \u00b7 ");
}
function facts({ sums, attempts, jobs }) {
	const lost = attempts.filter(({ outcome }) => outcome !== "done").length;
	const time = (seconds) => (0,duration .a3)(seconds * 1000);
	const rows = [
		["Took", time(sums.elapsedSeconds), jobs.length > 1 ? "from first to last event" : ""],
		["Computed", time(sums.computedSeconds), "commands of finished shards"],
		["Not computed again", time(sums.skippedSeconds), "skipped shards"],
		["Lost", time(sums.lostSeconds), `${(0,text_text .LS)(lost, "attempt")} without a result`],
		["Slots idle", time(sums.idleSeconds), "without a command"],
		["Made", (0,duration .z3)(sums.madeBytes), "checkpoints"],
		["Saved", (0,duration .z3)(sums.savedBytes), (0,text_text .LS)(sums.savedEntries, "upload")],
	];
	const items = rows.map(([name, value, more]) => html `<div>
        <dt>${name}</dt>
        <dd>${value}<small>${more}</small></dd>
      </div>`);
	return html `<dl class="facts">${items}</dl>`;
}
function bar({ ends, total, unreached }) {
	const all = [...model .q.map((end) => [end, ends[end]])].filter(([, amount]) => amount > 0);
	let at = 0;
	const unit = 1000 / Math.max(1, total);
	const rects = all.map(([end, amount]) => {
		const x = at;
		at += amount * unit;
		return html `<rect
      class="${end}"
      x="${x.toFixed(2)}"
      width="${(amount * unit).toFixed(2)}"
      height="8"
    />`;
	});
	const keys = all.map(([end, amount]) => html `<li><span class="mark ${end}"></span>${grouped(amount)} ${end}</li>`);
	const rest = unreached === 0 ? undefined : html `<li>${grouped(unreached)} not started</li>`;
	return html `<svg class="bar" aria-hidden="true" viewBox="0 0 1000 8" preserveAspectRatio="none">
      ${rects}
    </svg>
    <ul class="keys">
      ${keys}${rest}
    </ul>`;
}


 }),

};

"use strict";
(() => {
async function unpack(text) {
const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Response(unzipped).json();
}
function textAt({ texts, rows }, row) {
return texts[rows[row] ?? 0] ?? "";
}
function make(name, attributes = {}, ...children) {
const element = document.createElement(name);
for (const [key, value] of Object.entries(attributes))
element.setAttribute(key, value);
element.append(...children);
return element;
}
function duration(seconds) {
if (seconds < 59.5)
return `${seconds.toFixed(seconds < 9.95 ? 1 : 0)}s`;
const minutes = Math.round(seconds) / 60;
const two = (value) => String(Math.floor(value)).padStart(2, "0");
if (minutes < 60)
return `${Math.floor(minutes)}m ${two(Math.round(seconds) % 60)}s`;
return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}
function size(bytes) {
if (bytes === null || bytes === undefined)
return "";
const units = ["B", "kB", "MB", "GB", "TB", "PB"];
const unit = bytes < 1 ? 0 : Math.min(5, Math.floor(Math.log10(bytes * 1.0005) / 3));
const amount = bytes / 1000 ** unit;
return `${unit === 0 ? amount : amount.toPrecision(3)} ${units[unit] ?? ""}`;
}
const PAGE_ROWS = 100;
function columnsOf(data) {
const number = (name, value, show) => ({
name,
isNumber: true,
value: (row) => value(row) ?? -1,
text: (row) => {
const amount = value(row);
return amount === null || amount === undefined ? "" : show(amount);
},
});
const text = (name, value) => {
return { name, isNumber: false, value, text: value };
};
return [
text("shard", (row) => data.id[row] ?? ""),
{
...text("state", (row) => data.ends[data.end[row] ?? 0] ?? ""),
value: (row) => data.end[row] ?? 0,
},
number("time", (row) => data.seconds[row], duration),
number("starts", (row) => data.attempts[row], String),
text("slot", (row) => textAt(data.slot, row)),
number("size", (row) => data.bytes[row], size),
number("peak memory", (row) => data.peak[row], size),
text("why", (row) => textAt(data.why, row) || textAt(data.reason, row)),
];
}
class View {
data;
columns;
rows = [];
page = 0;
words = "";
end;
sorted;
isDown = false;
#lower;
constructor(data) {
this.data = data;
this.columns = columnsOf(data);
this.refresh();
}
get pages() {
return Math.max(1, Math.ceil(this.rows.length / PAGE_ROWS));
}
refresh() {
const { data, end, words } = this;
const all = data.id.map((_, row) => row);
const some = end === undefined ? all : all.filter((row) => data.end[row] === end);
this.rows = this.#sort(words === "" ? some : some.filter(this.#matcher(words.toLowerCase())));
this.page = 0;
}
#matcher(words) {
const { id, why, reason, log } = this.data;
this.#lower ??= id.map((one) => one.toLowerCase());
const lower = this.#lower;
const hits = [why, reason, log].map(({ texts, rows }) => {
const found = texts.map((one) => one.toLowerCase().includes(words));
return (row) => found[rows[row] ?? 0] === true;
});
return (row) => lower[row]?.includes(words) === true || hits.some((hit) => hit(row));
}
#sort(rows) {
const column = this.columns[this.sorted ?? 1];
if (column === undefined)
return rows;
const sign = this.isDown ? -1 : 1;
const values = [];
for (const row of rows)
values[row] = column.value(row);
return rows.toSorted((a, b) => {
const [one = "", other = ""] = [values[a], values[b]];
return one < other ? -sign : one > other ? sign : a - b;
});
}
}
function headRow(view, changed) {
const cells = view.columns.map(({ name, isNumber }, place) => {
const button = make("button", { type: "button" }, name);
const cell = make("th", { scope: "col", ...(isNumber && { class: "num" }) }, button);
button.addEventListener("click", () => {
view.isDown = view.sorted === place ? !view.isDown : isNumber;
view.sorted = place;
view.refresh();
for (const other of cells)
other.removeAttribute("aria-sort");
cell.setAttribute("aria-sort", view.isDown ? "descending" : "ascending");
changed();
});
return cell;
});
return make("tr", {}, ...cells);
}
function stateButtons(view, changed) {
const { ends, end, id } = view.data;
const amounts = ends.map((_, place) => end.filter((one) => one === place).length);
const choices = [
{ name: `all ${id.length.toLocaleString("en")}`, place: -1 },
...ends.map((name, place) => ({
name: `${name} ${(amounts[place] ?? 0).toLocaleString("en")}`,
place,
})),
].filter(({ place }) => place === -1 || amounts[place] !== 0);
const buttons = choices.map(({ name, place }) => {
const button = make("button", { type: "button", "aria-pressed": String(place === -1) }, name);
button.addEventListener("click", () => {
view.end = place === -1 ? undefined : place;
view.refresh();
for (const other of buttons)
other.setAttribute("aria-pressed", String(other === button));
changed();
});
return button;
});
return make("div", { class: "tools", role: "group", "aria-label": "State" }, ...buttons);
}
function searchField(view, changed) {
const input = make("input", { type: "search", id: "search", autocomplete: "off" });
input.addEventListener("input", () => {
view.words = input.value.trim();
view.refresh();
changed();
});
input.addEventListener("keydown", (event) => {
if (event.key !== "ArrowDown" && event.key !== "Enter")
return;
event.preventDefault();
changed(0);
});
const label = make("label", { for: "search" }, "Search ids, causes and logs");
return make("div", { class: "tools" }, label, input);
}
function pager(view, changed) {
const turn = (name, by) => {
const button = make("button", { type: "button" }, name);
button.addEventListener("click", () => {
view.page += by;
changed();
});
return button;
};
const [back, on] = [turn("Previous", -1), turn("Next", 1)];
const place = make("span");
const element = make("nav", { class: "tools", id: "pages", "aria-label": "Pages" }, back, place, on);
const update = () => {
element.hidden = view.pages === 1;
back.disabled = view.page === 0;
on.disabled = view.page === view.pages - 1;
place.textContent = `Page ${view.page + 1} of ${view.pages}`;
};
return { element, update };
}
function attemptsByRow({ tries }) {
const found = new Map();
tries.shard.forEach((row, attempt) => {
if (row === null)
return;
const list = found.get(row);
if (list === undefined)
found.set(row, [attempt]);
else
list.push(attempt);
});
return found;
}
function detailsOf(data) {
let byRow;
let startsMs;
const attemptLine = (attempt) => {
const { tries } = data;
let sum = 0;
startsMs ??= tries.start.map((delta) => (sum += delta));
const exit = tries.exit[attempt];
const facts = [
`${textAt(tries.outcome, attempt)} on ${textAt(tries.slot, attempt)} after ${duration(tries.seconds[attempt] ?? 0)}`,
new Date(startsMs[attempt] ?? 0).toISOString().replace("T", " ").slice(0, 19) + " UTC",
exit === null || exit === undefined ? "" : `exit code ${exit}`,
tries.peak[attempt] === null ? "" : `peak memory ${size(tries.peak[attempt])}`,
textAt(tries.why, attempt),
];
const text = facts.filter((fact) => fact !== "").join(" \u00b7 ");
return make("div", {}, `${tries.number[attempt] ?? ""}. ${text}`);
};
return (row) => {
byRow ??= attemptsByRow(data);
const list = make("dl");
const add = (name, ...value) => {
if (value.length > 0 && value[0] !== "")
list.append(make("dt", {}, name), make("dd", {}, ...value));
};
add("shard", make("bdi", { class: "id" }, data.id[row] ?? ""));
add("reason", textAt(data.reason, row));
add("why", textAt(data.why, row));
add("not saved", textAt(data.unsaved, row));
if (data.jobs.length > 1)
add("job", data.jobs[data.job[row] ?? 0] ?? "");
add("attempts", ...(byRow.get(row) ?? []).map(attemptLine));
const path = textAt(data.log, row);
if (path !== "")
add("log", make("code", {}, path));
const tail = textAt(data.tail, row);
if (tail !== "")
add("last lines", make("pre", {}, tail));
return list;
};
}
function tableRow(view, row, details) {
const [first, state, ...rest] = view.columns;
const name = make("bdi", { class: "id short" }, first?.text(row) ?? "");
const button = make("button", { type: "button", "aria-expanded": "false" }, name);
const end = state?.text(row) ?? "";
const cells = rest.map(({ isNumber, text }) => isNumber
? make("td", { class: "num" }, text(row))
: make("td", {}, make("span", { class: "short" }, text(row))));
const line = make("tr", {}, make("th", { scope: "row" }, button), make("td", { class: end }, end), ...cells);
const below = make("tr", { class: "more" });
below.hidden = true;
button.addEventListener("click", () => {
if (below.childElementCount === 0)
below.append(make("td", { colspan: String(view.columns.length) }, details(row)));
below.hidden = !below.hidden;
button.setAttribute("aria-expanded", String(!below.hidden));
});
return [line, below];
}
function walkRows(body, view, changed) {
body.addEventListener("keydown", (event) => {
const buttons = [...body.querySelectorAll("button")];
const at = buttons.findIndex((button) => button === document.activeElement);
const steps = {
ArrowDown: 1,
ArrowUp: -1,
Home: -at,
End: buttons.length - 1 - at,
};
const step = steps[event.key];
if (step === undefined || at === -1)
return;
event.preventDefault();
const next = buttons[at + step];
if (next !== undefined)
return next.focus();
const page = view.page + step;
if (page < 0 || page >= view.pages)
return;
view.page = page;
changed(step > 0 ? 0 : PAGE_ROWS - 1);
});
}
function showTable(view, place) {
const body = make("tbody");
const status = make("p", { role: "status", class: "dim" });
const details = detailsOf(view.data);
const changed = (focused) => {
const from = view.page * PAGE_ROWS;
const rows = view.rows.slice(from, from + PAGE_ROWS);
body.replaceChildren(...rows.flatMap((row) => tableRow(view, row, details)));
const [of, some] = [view.data.id, view.rows].map(({ length }) => length.toLocaleString("en"));
status.textContent = some === of ? `${of} shards` : `${some} of ${of} shards`;
pages.update();
if (focused !== undefined)
body.querySelectorAll("button")[focused]?.focus();
};
const pages = pager(view, changed);
const table = make("table", {}, make("thead", {}, headRow(view, changed)), body);
const scroll = make("div", { class: "scroll", role: "region", "aria-label": "Table of shards", tabindex: "0" }, table);
walkRows(body, view, changed);
place.replaceChildren(searchField(view, changed), stateButtons(view, changed), status, scroll, pages.element);
changed();
}
async function start() {
const place = document.getElementById("table");
if (place === null)
return;
try {
const data = await unpack(document.getElementById("data")?.textContent.trim() ?? "");
showTable(new View(data), place);
}
catch (error) {
place.replaceChildren(make("p", {}, `The table of all shards cannot be shown: ${String(error)}`));
}
document.documentElement.dataset["ready"] = "true";
}
void start();
})();

import { headRow, pager, searchField, stateButtons, type Changed } from "./controls.ts";
import { unpack } from "./data.ts";
import { detailsOf, tableRow } from "./rows.ts";
import { PAGE_ROWS, View } from "./view.ts";
import { make } from "./words.ts";

/** The arrows go from row to row, and on to the next page. */
function walkRows(body: HTMLElement, view: View, changed: Changed): void {
  body.addEventListener("keydown", (event) => {
    const buttons = [...body.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      Home: -at,
      End: buttons.length - 1 - at,
    };
    const step = steps[event.key];
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const next = buttons[at + step];
    if (next !== undefined) return next.focus();
    const page = view.page + step;
    if (page < 0 || page >= view.pages) return;
    view.page = page;
    changed(step > 0 ? 0 : PAGE_ROWS - 1);
  });
}

function showTable(view: View, place: HTMLElement): void {
  const body = make("tbody");
  const status = make("p", { role: "status", class: "dim" });
  const details = detailsOf(view.data);
  const changed: Changed = (focused) => {
    const from = view.page * PAGE_ROWS;
    const rows = view.rows.slice(from, from + PAGE_ROWS);
    body.replaceChildren(...rows.flatMap((row) => tableRow(view, row, details)));
    const [of, some] = [view.data.id, view.rows].map(({ length }) => length.toLocaleString("en"));
    status.textContent = some === of ? `${of} shards` : `${some} of ${of} shards`;
    pages.update();
    if (focused !== undefined) body.querySelectorAll("button")[focused]?.focus();
  };
  const pages = pager(view, changed);
  const table = make("table", {}, make("thead", {}, headRow(view, changed)), body);
  const scroll = make(
    "div",
    { class: "scroll", role: "region", "aria-label": "Table of shards", tabindex: "0" },
    table,
  );
  walkRows(body, view, changed);
  place.replaceChildren(
    searchField(view, changed),
    stateButtons(view, changed),
    status,
    scroll,
    pages.element,
  );
  changed();
}

async function start(): Promise<void> {
  const place = document.getElementById("table");
  if (place === null) return;
  try {
    const data = await unpack(document.getElementById("data")?.textContent.trim() ?? "");
    showTable(new View(data), place);
  } catch (error) {
    place.replaceChildren(
      make("p", {}, `The table of all shards cannot be shown: ${String(error)}`),
    );
  }
  document.documentElement.dataset["ready"] = "true";
}

void start();

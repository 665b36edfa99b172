import { make } from "./words.ts";
import type { View } from "./view.ts";

/** Called after each change of the view; `row` is the place on the page that gets the focus. */
export type Changed = (row?: number) => void;

export function headRow(view: View, changed: Changed): HTMLTableRowElement {
  const cells = view.columns.map(({ name, isNumber }, place) => {
    const button = make("button", { type: "button" }, name);
    const cell = make("th", { scope: "col", ...(isNumber && { class: "num" }) }, button);
    button.addEventListener("click", () => {
      view.isDown = view.sorted === place ? !view.isDown : isNumber;
      view.sorted = place;
      view.refresh();
      for (const other of cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", view.isDown ? "descending" : "ascending");
      changed();
    });
    return cell;
  });
  return make("tr", {}, ...cells);
}

export function stateButtons(view: View, changed: Changed): HTMLElement {
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
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      changed();
    });
    return button;
  });
  return make("div", { class: "tools", role: "group", "aria-label": "State" }, ...buttons);
}

export function searchField(view: View, changed: Changed): HTMLElement {
  const input = make("input", { type: "search", id: "search", autocomplete: "off" });
  input.addEventListener("input", () => {
    view.words = input.value.trim();
    view.refresh();
    changed();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    changed(0);
  });
  const label = make("label", { for: "search" }, "Search ids, causes and logs");
  return make("div", { class: "tools" }, label, input);
}

export function pager(
  view: View,
  changed: Changed,
): { readonly element: HTMLElement; readonly update: () => void } {
  const turn = (name: string, by: number): HTMLButtonElement => {
    const button = make("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      view.page += by;
      changed();
    });
    return button;
  };
  const [back, on] = [turn("Previous", -1), turn("Next", 1)];
  const place = make("span");
  const element = make(
    "nav",
    { class: "tools", id: "pages", "aria-label": "Pages" },
    back,
    place,
    on,
  );
  const update = (): void => {
    element.hidden = view.pages === 1;
    back.disabled = view.page === 0;
    on.disabled = view.page === view.pages - 1;
    place.textContent = `Page ${view.page + 1} of ${view.pages}`;
  };
  return { element, update };
}

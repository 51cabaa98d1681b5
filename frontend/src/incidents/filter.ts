// Which incidents of the list are shown, and in which order.

import type { IncidentRow } from "../data/record";
import { country, plain } from "../data/words";
import { daysOf, isoDay } from "./timeline";

export interface Filter {
  words: string;
  from: string; // ISO days, "" is open
  to: string;
  country: string;
  state: string; // "", open, graded, doubted, proposed, lists, listed, or a grade
}

export const EVERYTHING: Filter = { words: "", from: "", to: "", country: "", state: "" };

/** How the list was left, for whoever comes back to it from an incident. */
export const left: { filter: Filter; column: Column; down: boolean; most: number; code: string } = {
  filter: { ...EVERYTHING },
  column: "when",
  down: true,
  most: 0,
  code: "",
};

const order = new Intl.Collator(undefined, { numeric: true });

export type Column = "code" | "when" | "place" | "event" | "killed" | "injured" | "origins" | "grade" | "doubts";

/** The rows that pass. An incident passes a span of days that it may have happened in. */
export function passing(rows: IncidentRow[], filter: Filter): IncidentRow[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      words.every((word) => textOf(row).includes(word)) &&
      within(row, filter.from, filter.to) &&
      (!filter.country || row.places.some((place) => place.country === filter.country)) &&
      (!filter.state || isIn(row, filter.state)),
  );
}

function isIn(row: IncidentRow, state: string): boolean {
  if (state === "open") return !row.graded;
  if (state === "lists") return row.lists.length > 0;
  return stateOf(row) === state || row.grade?.value === state;
}

export function stateOf(row: IncidentRow): string {
  if (row.graded) return "graded";
  if (row.listed_alone) return "listed";
  return row.doubts > 0 ? "doubted" : "proposed";
}

const texts = new WeakMap<IncidentRow, string>();

function textOf(row: IncidentRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const places = row.places.flatMap((place) => [place.name, place.unit, country(place.country)]);
    const lists = row.lists.flatMap((each) => [each.table, each.id]);
    text = [row.code, ...row.formers, ...lists, plain(row.event), ...places, ...row.actors, row.when?.edtf ?? ""].join(" ").toLocaleLowerCase();
    texts.set(row, text);
  }
  return text;
}

function within(row: IncidentRow, from: string, to: string): boolean {
  if (!from && !to) return true;
  const days = daysOf(row.when);
  if (!days) return false;
  const first = days.from === null ? "" : isoDay(days.from);
  const last = days.to === null ? "9999" : isoDay(days.to);
  return (!from || last >= from) && (!to || first <= to);
}

/** What a column sorts by; what is unknown comes last whichever way. */
function keyOf(row: IncidentRow, column: Column): string | number | null {
  switch (column) {
    case "code":
      return row.code;
    case "when":
      return row.when?.edtf.replace(/^\.\.\//, "") ?? null;
    case "place":
      return row.places[0]?.name ?? null;
    case "event":
      return row.event === "unknown" ? null : plain(row.event);
    case "killed":
    case "injured":
      return row[column]?.best ?? row[column]?.low ?? row[column]?.high ?? null;
    case "origins":
      return row.origins;
    case "grade":
      return row.grade ? `${row.graded ? 0 : 1} ${row.grade.value}` : null;
    case "doubts":
      return row.doubts;
  }
}

export function sorted(rows: IncidentRow[], column: Column, down: boolean): IncidentRow[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one, column), keyOf(other, column)];
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    const step = typeof a === "number" && typeof b === "number" ? a - b : order.compare(`${a}`, `${b}`);
    return (down ? -step : step) || order.compare(one.code, other.code);
  });
}

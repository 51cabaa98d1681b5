// Ranges on an axis: which marks stand where, which of them count under a rule, and what the range
// rests on, in words.

import type { Bounds, CountTold, IncidentRecord, OriginRow, Tally, Told } from "../data/record";
import { plain, title } from "../data/words";

/** How a figure stands to the range: it counts, a later one replaced it, or it is left out. */
export type Standing = "used" | "old" | "left";

export interface Mark {
  key: string;
  row: number; // of its origin
  told: Told;
  standing: Standing;
  reason: string;
}

/** One outcome and group of the record, with its tally under each rule. */
export interface Cell {
  id: string;
  label: string;
  outcome: string;
  tallies: Tally[]; // one for each rule, the project's first
}

/** The outcomes of the record, people killed first, in the order of the project's tallies. */
export function cellsOf(record: IncidentRecord): Cell[] {
  const cells = new Map<string, Cell>();
  for (const tally of [...record.tallies, ...record.others]) {
    const id = `${tally.outcome} ${groupWords(tally)}`;
    const cell = cells.get(id) ?? { id, label: labelOf(tally), outcome: tally.outcome, tallies: [] };
    cell.tallies.push(tally);
    cells.set(id, cell);
  }
  return [...cells.values()];
}

function groupWords(tally: Tally): string {
  if (!tally.group) return "";
  const { status, age, sex, role } = tally.group;
  return [status, age, sex, role].filter((each): each is string => !!each && each !== "unknown").map(plain).join(", ");
}

function labelOf(tally: Tally): string {
  const group = groupWords(tally);
  return group ? `${title(tally.outcome)}, ${group}` : title(tally.outcome);
}

/** The tally of a cell under a rule, or under the project's where the rule has none. */
export function under(cell: Cell, rule: string): Tally | undefined {
  return cell.tallies.find((tally) => tally.rule === rule) ?? cell.tallies[0];
}

/** The figures of a cell, with how each stands under the tally's rule. */
export function marksOf(rows: OriginRow[], cell: Cell, tally: Tally): Mark[] {
  const named = new Set([...tally.used, ...Object.keys(tally.left_out)]);
  const everything = rows.flatMap((row, index) => row.counts.map((told) => ({ told, row: index })));
  const known = everything.some(({ told }) => named.has(told.key));
  return everything
    .filter(({ told }) => told.count.outcome === cell.outcome && !told.apart)
    .filter(({ told }) => !known || !tally.group || named.has(told.key))
    .map(({ told, row }) => {
      const used = known ? tally.used.includes(told.key) : told.used;
      const reason = used ? "" : (tally.left_out[told.key] ?? told.reason) || "not counted under this rule";
      return { key: told.key, row, told, standing: used ? "used" : reason.startsWith("superseded") ? "old" : "left", reason };
    });
}

/** The least and the most that a count says; null where it has no number at all. */
export function span(count: Bounds): { from: number; to: number; opensUp: boolean; opensDown: boolean } | null {
  const { low, best, high } = count;
  const known = [low, best, high].filter((each): each is number => each !== null);
  if (known.length === 0) return null;
  return {
    from: Math.min(...known),
    to: Math.max(...known),
    opensUp: high === null && (best === null || low !== null),
    opensDown: low === null && (best === null || high !== null),
  };
}

/** A range as a person reads it: "38–45", "45 or more", "up to 9", "no number". */
export function rangeWords(bounds: Bounds): string {
  const { low, best, high } = bounds;
  if (low === null && best === null && high === null) return "no number";
  if (low !== null && low === high) return `${low}`;
  if (low === null && high === null) return `about ${best}`;
  if (high === null) return `${low} or more`;
  if (low === null) return `up to ${high}`;
  return `${low}–${high}`;
}

/** The end of an axis that holds all the numbers, with room, at a round number. */
export function axisEnd(numbers: number[]): number {
  const most = Math.max(1, ...numbers) * 1.08;
  const step = 10 ** Math.floor(Math.log10(most));
  const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * step >= most) ?? 10;
  return Math.max(4, Math.ceil(round * step));
}

/** Whole numbers to write under an axis, few enough for its width. */
export function ticks(end: number, width: number): number[] {
  const most = Math.max(2, Math.floor(width / 70));
  const rough = end / most;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough);
  const found: number[] = [];
  for (let at = 0; at <= end; at += step) found.push(at);
  return found;
}

/** All numbers of a cell, so that one axis holds it under every rule. */
export function numbersOf(cell: Cell, marks: Mark[]): number[] {
  return [...cell.tallies, ...marks.map((mark) => mark.told.count)].flatMap((each: Bounds | CountTold) =>
    [each.low, each.best, each.high].filter((number): number is number => number !== null),
  );
}

const FEW = 3;

function few(names: string[]): string {
  const more = names.length - FEW;
  return more > 0 ? `${names.slice(0, FEW).join(", ")} and ${more} more` : names.join(" and ");
}

/** Whose figures the ends of the range are: "Low 38: Oster Monitor. High 45: …". */
export function restsOn(tally: Tally, marks: Mark[], rows: OriginRow[]): string {
  const ends: [string, number | null, "low" | "best" | "high"][] = [
    ["Low", tally.low, "low"],
    ["Best", tally.best, "best"],
    ["High", tally.high, "high"],
  ];
  const said = ends
    .filter(([name, value]) => value !== null && !(name === "Best" && (value === tally.low || value === tally.high)))
    .map(([name, value, end]) => {
      const whose = new Set(
        marks
          .filter((mark) => mark.standing === "used" && [mark.told.count[end], mark.told.count.best, mark.told.count.low].includes(value))
          .map((mark) => rows[mark.row]?.origin.name || "a voice that nobody names"),
      );
      return `${name} ${value}: ${whose.size > 0 ? few([...whose]) : "made of several figures"}.`;
    });
  if (tally.low !== null && tally.low === tally.high && said.length > 1) return said[0]?.replace("Low ", "") ?? "";
  if (tally.high === null && tally.low !== null) said.push("No figure closes the upper end.");
  if (tally.low === null && tally.high !== null) said.push("No figure closes the lower end.");
  return said.join(" ");
}

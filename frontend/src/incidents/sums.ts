// A running total against incidents, in words.

import type { Bounds, Summand, SumBeside } from "../data/record";
import { rangeWords } from "./ranges";

/** What a total has more than the incidents, or they more than it. */
export function restWords(rest: Bounds): string {
  const { low, high } = rest;
  if (low !== null && low >= 0) return `${rangeWords(rest)} in no incident`;
  if (high !== null && high < 0) {
    return `incidents come to ${rangeWords({ low: -high, best: null, high: low === null ? null : -low })} more`;
  }
  if (low === null && high === null) return "cannot be told";
  const most = high === null ? "any number in no incident" : `at most ${high} in no incident`;
  return low === null ? most : `${most}, or incidents come to up to ${-low} more`;
}

export function areaOf(found: SumBeside): string {
  return [...new Set(found.total.where.map((mention) => mention.place?.name ?? mention.name ?? mention.raw))].join(", ");
}

export function periodOf(found: SumBeside): string {
  const { first_day: first, last_day: last } = found.total;
  if (!first && !last) return "of no told period";
  return `${first ? `from ${first}` : "from a day that nobody tells"} ${last ? `to ${last}` : "to a day that nobody tells"}`;
}

/** Those in doubt for one reason together. */
export function byReason(doubt: Summand[]): [string, Summand[]][] {
  const groups = new Map<string, Summand[]>();
  for (const each of doubt) {
    const reason = each.reasons.join("; ");
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  return [...groups];
}

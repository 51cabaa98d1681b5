// When it happened against when it was told: days on one axis.

import type { When } from "../data/types";

const DAY_MS = 86_400_000;

export interface Days {
  from: number | null; // days since the epoch; null is open
  to: number | null;
}

export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The first and last day of an EDTF date or interval; months and years in full. */
export function daysOf(when: When | null): Days | null {
  if (!when) return null;
  const [first, last] = when.edtf.split("/");
  const from = edge(first ?? "", false);
  const to = edge(last ?? first ?? "", true);
  return from === null && to === null ? null : { from, to };
}

function edge(part: string, atEnd: boolean): number | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part);
  if (!match) return null;
  const [, year, month, day] = match;
  if (day) return dayNumber(part);
  const last = month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31);
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, 1);
  return Math.floor((atEnd ? last : first) / DAY_MS);
}

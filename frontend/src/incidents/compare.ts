// Two claims, or two accounts, field by field: equal, different, or not told by one of them.

import type { Bounds, ClaimTold, PairSide } from "../data/record";
import { edtf, plain, title } from "../data/words";
import { rangeWords } from "./ranges";

export interface Field {
  name: string;
  one: string;
  other: string;
  stands: "same" | "differs" | "untold";
  note: string; // how far they are apart, where that can be said
}

function field(name: string, one: string, other: string, note = "", same = one === other): Field {
  return { name, one, other, note, stands: !one || !other ? "untold" : same ? "same" : "differs" };
}

/** The fields of two claims side by side. */
export function claimFields(one: ClaimTold, other: ClaimTold): Field[] {
  const outcomes = [...new Set([...one.counts, ...other.counts].map((count) => count.outcome))];
  return [
    field("Who says it", one.said_by, other.said_by),
    field("What", whatOf(one), whatOf(other)),
    ...outcomes.map((outcome) => field(title(outcome), numbers(one, outcome), numbers(other, outcome))),
    field("When", one.when ? edtf(one.when.edtf) : "", other.when ? edtf(other.when.edtf) : ""),
    field("As told", one.when?.raw ?? "", other.when?.raw ?? ""),
    field("Where", places(one), places(other)),
    field("Who is blamed", actors(one), actors(other)),
    field("With what", one.means.join(", "), other.means.join(", ")),
  ].filter((each) => each.one || each.other);
}

function whatOf(claim: ClaimTold): string {
  const event = claim.event === "unknown" ? "" : plain(claim.event);
  const stage = claim.stage === "accomplished" ? "" : `(${plain(claim.stage)})`;
  const scope = claim.scope === "incident" ? "" : `(${plain(claim.scope)})`;
  return [event || plain(claim.kind), stage, scope].filter(Boolean).join(" ");
}

function numbers(claim: ClaimTold, outcome: string): string {
  return claim.counts
    .filter((count) => count.outcome === outcome)
    .map((count) => [rangeWords(count), count.group.raw].filter(Boolean).join(" "))
    .join("; ");
}

function places(claim: ClaimTold): string {
  return [...new Set(claim.where.map((mention) => mention.place?.name ?? mention.raw))].join(", ");
}

function actors(claim: ClaimTold): string {
  return claim.actors.map((actor) => actor.name).join(", ");
}

/** The fields of two accounts that may be of one incident. */
export function accountFields(one: PairSide, other: PairSide): Field[] {
  const outcomes = [...new Set([...one.tolls, ...other.tolls].map((toll) => toll.outcome))];
  const known = (event: string): string => (event === "unknown" ? "" : title(event));
  return [
    field("Event", known(one.event), known(other.event)),
    field("When", daysOf(one), daysOf(other), gap(one, other), overlap(one, other)),
    field("Where", groundsOf(one), groundsOf(other), distance(one, other)),
    ...outcomes.map((outcome) => field(title(outcome), tollOf(one, outcome), tollOf(other, outcome))),
    field("Who is blamed", one.actors.join(", "), other.actors.join(", ")),
    field("People named", one.named ? `${one.named}` : "", other.named ? `${other.named}` : ""),
    { name: "Published", one: one.published ?? "", other: other.published ?? "", stands: "untold" as const, note: "" },
  ].filter((each) => each.one || each.other);
}

function daysOf({ days }: PairSide): string {
  if (!days) return "";
  return days[0] === days[1] ? days[0] : `${days[0]} to ${days[1]}`;
}

const DAY_MS = 86_400_000;

function overlap(one: PairSide, other: PairSide): boolean {
  return !!one.days && !!other.days && one.days[0] <= other.days[1] && other.days[0] <= one.days[1];
}

function gap(one: PairSide, other: PairSide): string {
  if (!one.days || !other.days) return "";
  if (overlap(one, other)) return daysOf(one) === daysOf(other) ? "same days" : "days overlap";
  const [first, last] = one.days[1] < other.days[0] ? [one.days[1], other.days[0]] : [other.days[1], one.days[0]];
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
  return `${days} ${days === 1 ? "day" : "days"} apart`;
}

function groundsOf({ grounds }: PairSide): string {
  return [...new Set(grounds.map((ground) => ground.name))].join(", ");
}

/** How far the nearest two places of the accounts are apart, with how far each may be off. */
function distance(one: PairSide, other: PairSide): string {
  let nearest = Infinity;
  let radii: [number, number] = [0, 0];
  for (const a of one.grounds)
    for (const b of other.grounds) {
      const km = apart(a, b);
      if (km < nearest) [nearest, radii] = [km, [a.radius_km, b.radius_km]];
    }
  if (nearest === Infinity) return "";
  if (nearest < 0.05) return `one point, ± ${kilometres(radii[0])} and ± ${kilometres(radii[1])}`;
  return `${kilometres(nearest)} apart, ± ${kilometres(radii[0])} and ± ${kilometres(radii[1])}`;
}

function kilometres(km: number): string {
  return `${km < 10 ? Math.round(km * 10) / 10 : Math.round(km)} km`;
}

const EARTH_KM = 6371;

export function apart(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function tollOf({ tolls }: PairSide, outcome: string): string {
  const toll = tolls.find((each) => each.outcome === outcome);
  return toll ? rangeWords(toll.bounds satisfies Bounds) : "";
}

// What a map shows: places as points or as areas. What is known to lie somewhere in an area is drawn
// as the area, never as a pin in its middle.

import type { Box } from "./world";
import { toX, toY, unitsOf } from "./mercator";

export interface Mark {
  id: string;
  label: string; // what is read out
  lat: number;
  lon: number;
  radius_km: number;
  rings: [number, number][][]; // longitude, latitude
  precision: string; // of the code list; "" where it is not known
  kind: "proposed" | "chosen" | "candidate" | "context";
  badge?: string; // a number or letter beside it
}

const POINTS = new Set(["exact", "site", "street_or_neighbourhood", "settlement", ""]);

/** Whether a place is known well enough to be a point on the map. */
export function isPoint(mark: Mark): boolean {
  return mark.rings.length === 0 && POINTS.has(mark.precision);
}

/** The box around marks with their areas, in map units. */
export function boxAround(marks: Mark[]): Box | null {
  if (marks.length === 0) return null;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number): void => {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  };
  for (const mark of marks) {
    const reach = mark.rings.length > 0 ? 0 : unitsOf(mark.radius_km, mark.lat);
    const [x, y] = [toX(mark.lon), toY(mark.lat)];
    take(x - reach, y - reach);
    take(x + reach, y + reach);
    for (const [lon, lat] of mark.rings.flat()) take(toX(lon), toY(lat));
  }
  return box;
}

/** A round length for a scale bar of at most `km`. */
export function roundLength(km: number): number {
  const power = 10 ** Math.floor(Math.log10(km));
  return [5, 2, 1].map((times) => times * power).find((length) => length <= km) ?? power;
}

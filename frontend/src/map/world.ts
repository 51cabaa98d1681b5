// The base map: coasts and borders of Natural Earth (1:50 million), decoded once from the file that
// the workbench brings along. Nothing is ever asked of another computer.

import address from "world-atlas/countries-50m.json?url";

import { fetchJson } from "../data/api";
import { toX, toY } from "./mercator";

interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { countries: { geometries: Geometry[] } };
}

type Geometry =
  | { type: "Polygon"; arcs: number[][] }
  | { type: "MultiPolygon"; arcs: number[][][] }
  | { type: null };

export type Box = [west: number, north: number, east: number, south: number]; // in map units, 0 to 1

/** A line of points x, y, x, y …; `border` lies between two countries. */
export interface Line {
  points: Float64Array;
  box: Box;
  border: boolean;
}

export interface World {
  lines: Line[];
  lands: { rings: number[][]; box: Box }[]; // rings of lines; ~n is line n backwards
}

let loading: Promise<World> | null = null;

/** The base map, loaded when it is first shown. */
export function world(): Promise<World> {
  loading ??= fetchJson<Topology>(address).then(decoded);
  loading.catch(() => (loading = null)); // it may be asked for again
  return loading;
}

function decoded(topology: Topology): World {
  const used = new Array<number>(topology.arcs.length).fill(0);
  const lands: World["lands"] = [];
  const lines = topology.arcs.map((arc) => lineOf(arc, topology.transform));
  for (const geometry of topology.objects.countries.geometries) {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.type === "MultiPolygon" ? geometry.arcs : [];
    for (const rings of polygons) {
      for (const at of rings.flat()) used[at < 0 ? ~at : at]! += 1;
      lands.push({ rings, box: boxOf(rings.flat().map((at) => lines[at < 0 ? ~at : at]!.box)) });
    }
  }
  lines.forEach((line, at) => (line.border = used[at]! > 1));
  return { lines, lands };
}

function lineOf(arc: [number, number][], transform: Topology["transform"]): Line {
  const points = new Float64Array(arc.length * 2);
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  let [lon, lat] = [0, 0];
  arc.forEach(([dlon, dlat], at) => {
    [lon, lat] = [lon + dlon, lat + dlat];
    const x = toX(lon * transform.scale[0] + transform.translate[0]);
    const y = toY(lat * transform.scale[1] + transform.translate[1]);
    points[2 * at] = x;
    points[2 * at + 1] = y;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  });
  return { points, box, border: false };
}

function boxOf(boxes: Box[]): Box {
  return boxes.reduce<Box>(
    (all, box) => [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

export function overlaps(one: Box, other: Box): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

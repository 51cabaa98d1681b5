// Where each node of the series stands and how each edge runs. A row holds one node, the oldest on
// top; a lane has as many columns as chains run beside each other in it. Same series, same graph.

import { LANES, type Lane, type Series, type SeriesEdge, type SeriesNode } from "./series";

export const NODE = { width: 166, height: 26 };
const ROW = 38;
const GUTTER = 46; // between columns: edges run here
const AXIS = 152; // dates at the left
const PAD = 12;

export interface PlacedNode {
  node: SeriesNode;
  x: number;
  y: number; // of the middle of its box
  row: number;
  dateShown: boolean; // the first of its day
}

export interface PlacedEdge {
  edge: SeriesEdge;
  path: string;
}

/** Two documents of a chain that follow each other. */
export interface Spine {
  keys: [string, string];
  path: string;
}

export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  spines: Spine[];
  lanes: { lane: Lane; name: string; x: number; width: number }[];
  years: { year: string; y: number }[];
}

export function layoutOf(series: Series): Layout {
  const rows = new Map(series.nodes.map((node, row) => [node.key, row]));
  const columns = columnsOf(series, rows);
  const lanes = laneBoxes(series, columns);
  const nodes = series.nodes.map((node, row): PlacedNode => {
    const lane = lanes.find((each) => each.lane === node.lane);
    return {
      node,
      row,
      x: (lane?.x ?? AXIS) + (columns.get(node.key) ?? 0) * (NODE.width + GUTTER),
      y: PAD + row * ROW + ROW / 2,
      dateShown: row === 0 || series.nodes[row - 1]?.when !== node.when,
    };
  });
  const placed = new Map(nodes.map((each) => [each.node.key, each]));
  const spines = series.chains.flatMap((keys) => spine(keys, placed));
  const width = Math.max(AXIS + NODE.width, ...lanes.map((lane) => lane.x + lane.width)) + GUTTER;
  return {
    width,
    height: 2 * PAD + series.nodes.length * ROW,
    nodes,
    edges: edgePaths(series.edges, placed, spines),
    spines,
    lanes,
    years: yearMarks(nodes),
  };
}

/** The column of each node within its lane: a chain has one for itself as long as it runs. */
function columnsOf(series: Series, rows: Map<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [lane] of LANES) {
    const runs = runsOf(series, lane, rows);
    const ends: number[] = []; // the last row that each column is taken up to
    for (const run of runs) {
      let column = ends.findIndex((end) => end < run.first);
      if (column < 0) column = ends.length;
      ends[column] = run.last;
      for (const key of run.keys) found.set(key, column);
    }
  }
  return found;
}

interface Run {
  keys: string[];
  first: number;
  last: number;
}

function runsOf(series: Series, lane: Lane, rows: Map<string, number>): Run[] {
  const taken = new Set<string>();
  const runs: Run[] = [];
  const add = (keys: string[]): void => {
    const own = keys.filter((key) => !taken.has(key) && series.byKey.get(key)?.lane === lane);
    if (own.length === 0) return;
    for (const key of own) taken.add(key);
    const at = own.map((key) => rows.get(key) ?? 0);
    runs.push({ keys: own, first: Math.min(...at), last: Math.max(...at) });
  };
  for (const chain of [...series.chains].sort((one, other) => other.length - one.length)) add(chain);
  for (const node of series.nodes) add([node.key]);
  return runs.sort((one, other) => one.first - other.first || other.last - one.last);
}

function laneBoxes(series: Series, columns: Map<string, number>): Layout["lanes"] {
  let x = AXIS;
  return LANES.flatMap(([lane, name]) => {
    const own = series.nodes.filter((node) => node.lane === lane);
    if (own.length === 0) return [];
    const count = 1 + Math.max(...own.map((node) => columns.get(node.key) ?? 0));
    const width = count * (NODE.width + GUTTER) - GUTTER;
    const box = { lane, name, x, width };
    x += width + GUTTER;
    return [box];
  });
}

/** Each edge once; the first between two neighbours of a chain runs along the chain's spine. */
function edgePaths(edges: SeriesEdge[], placed: Map<string, PlacedNode>, spines: Spine[]): PlacedEdge[] {
  const along = new Map(spines.map((each) => [pair(...each.keys), each]));
  return edges.flatMap((edge) => {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    if (!from || !to) return [];
    const spine = along.get(pair(edge.from, edge.to));
    along.delete(pair(edge.from, edge.to));
    return [{ edge, path: spine ? straight(from, to) : curve(from, to) }];
  });
}

function pair(one: string, other: string): string {
  return JSON.stringify([one, other].sort());
}

/** From box to box within a chain, whichever of them is the older. */
function straight(from: PlacedNode, to: PlacedNode): string {
  const side = from.y > to.y ? 1 : -1;
  const [x1, x2] = [from.x + NODE.width / 2, to.x + NODE.width / 2];
  const [y1, y2] = [from.y - (side * NODE.height) / 2, to.y + (side * NODE.height) / 2];
  const middle = (y1 + y2) / 2;
  return x1 === x2 ? `M${x1} ${y1} V${y2}` : `M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}

/** From the side of one box to the side of the other, through the gutters. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const rows = Math.abs(from.row - to.row);
  if (from.x === to.x) {
    const bend = from.x - Math.min(GUTTER - 8, 14 + rows * 4);
    return `M${from.x} ${from.y} C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
  }
  const right = to.x > from.x;
  const start = right ? from.x + NODE.width : from.x;
  const end = right ? to.x : to.x + NODE.width;
  const bend = (right ? 1 : -1) * Math.max(GUTTER / 2, Math.abs(end - start) / 2);
  return `M${start} ${from.y} C${start + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`;
}

function spine(keys: string[], placed: Map<string, PlacedNode>): Spine[] {
  return keys.slice(1).flatMap((key, index) => {
    const before = placed.get(keys[index] ?? "");
    const after = placed.get(key);
    return before && after ? [{ keys: [before.node.key, after.node.key], path: straight(after, before) }] : [];
  });
}

function yearMarks(nodes: PlacedNode[]): Layout["years"] {
  const found: Layout["years"] = [];
  for (const { node, y } of nodes) {
    const year = node.when.slice(0, 4) || "no date";
    if (found.at(-1)?.year !== year) found.push({ year, y: y - ROW / 2 });
  }
  return found;
}

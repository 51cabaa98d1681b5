// The case file as a series: works and what they cite as nodes, references as edges between them.

import { RELATION_ORDER } from "../data/unwords";
import type { CaseReferences, Chain, MissingWork, Told, Work, WorkLink } from "../data/types";

export type Lane = "council" | "assembly" | "other" | "resolutions";

/** A work of the case, or a document that is cited and not in it. */
export interface SeriesNode {
  key: string;
  label: string;
  kind: string | null;
  date: string | null; // as printed: the letter's own day, else that of its distribution
  when: string; // what it is sorted by; "" where no day and no year is known
  lane: Lane;
  work: Work | null;
  missing: MissingWork | null;
}

/** All that one node says of another in one relation. */
export interface SeriesEdge {
  from: string;
  to: string;
  relation: string;
  documents: string[];
  provisions: string[];
  doubts: Told[];
}

export interface Series {
  nodes: SeriesNode[]; // in the order of time
  edges: SeriesEdge[];
  chains: string[][]; // keys of nodes, oldest first, gaps among them
  byKey: Map<string, SeriesNode>;
}

export const LANES: [Lane, string][] = [
  ["council", "Security Council"],
  ["assembly", "General Assembly"],
  ["other", "Other documents"],
  ["resolutions", "Resolutions"],
];

export function seriesOf(references: CaseReferences): Series {
  const nodes = [...references.works.map(workNode), ...references.missing.map(missingNode)].sort(byTime);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = merged(references.links.map(edgeOf)).filter((edge) => byKey.has(edge.from) && byKey.has(edge.to));
  const chains = references.chains.map(stepsOf).map((keys) => keys.filter((key) => byKey.has(key)));
  return { nodes, edges, chains: chains.filter((keys) => keys.length > 1), byKey };
}

export function missingKey(symbol: string): string {
  return `missing ${symbol}`;
}

function workNode(work: Work): SeriesNode {
  const date = work.dated ?? work.issued;
  return {
    key: work.id,
    label: work.symbol ?? work.name,
    kind: work.kind,
    date,
    when: date ?? yearOf(work.symbol) ?? "",
    lane: laneOf(work.symbol, work.kind),
    work,
    missing: null,
  };
}

function missingNode(missing: MissingWork): SeriesNode {
  return {
    key: missingKey(missing.symbol),
    label: missing.symbol,
    kind: missing.kind === "document" ? null : missing.kind,
    date: missing.dated,
    when: missing.dated ?? yearOf(missing.symbol) ?? "",
    lane: laneOf(missing.symbol, missing.kind),
    work: null,
    missing,
  };
}

/** The year that a symbol names: "S/2031/5" and "S/RES/2564 (2021)"; a session is no year. */
function yearOf(symbol: string | null): string | null {
  return /(?:\/|\()((?:19|20)\d\d)(?:\/|\)|$)/.exec(symbol ?? "")?.[1] ?? null;
}

function laneOf(symbol: string | null, kind: string | null): Lane {
  if (kind === "resolution" || (symbol !== null && /(?:^|\/)RES\//.test(symbol))) return "resolutions";
  if (symbol?.startsWith("S/")) return "council";
  return symbol?.startsWith("A/") ? "assembly" : "other";
}

function edgeOf(link: WorkLink): SeriesEdge {
  return {
    from: link.from,
    to: link.to ?? missingKey(link.symbol),
    relation: link.relation,
    documents: link.documents,
    provisions: link.provisions,
    doubts: link.doubts,
  };
}

function merged(edges: SeriesEdge[]): SeriesEdge[] {
  const found = new Map<string, SeriesEdge>();
  for (const edge of edges) {
    const name = JSON.stringify([edge.from, edge.to, edge.relation]);
    const before = found.get(name);
    if (!before) found.set(name, { ...edge });
    else {
      before.documents = [...new Set([...before.documents, ...edge.documents])];
      before.provisions = [...new Set([...before.provisions, ...edge.provisions])];
      before.doubts = [...before.doubts, ...edge.doubts];
    }
  }
  return [...found.values()].sort((one, other) => rank(one) - rank(other));
}

function rank(edge: SeriesEdge): number {
  const at = RELATION_ORDER.indexOf(edge.relation);
  return at < 0 ? RELATION_ORDER.length : at;
}

/** The keys of a chain, its gaps among them. */
export function stepsOf(chain: Chain): string[] {
  return chain.steps.flatMap((step) => step.work ?? (step.symbol ? missingKey(step.symbol) : []));
}

function byTime(one: SeriesNode, other: SeriesNode): number {
  // What has no day stands at the end of its year, what has no year at the end of all.
  return (
    compare(sortKey(one.when), sortKey(other.when)) ||
    one.label.localeCompare(other.label, "en", { numeric: true }) ||
    compare(one.key, other.key)
  );
}

function sortKey(when: string): string {
  return when === "" ? "9999" : when.length === 4 ? `${when}-99` : when;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export interface Filter {
  words: string;
  relations: Set<string>; // those that are shown
  missing: boolean;
  only: string | null; // a node whose neighbours alone are shown
}

/** The part of the series that passes the filter; edges keep both their ends. */
export function filtered(series: Series, filter: Filter): Series {
  const missing = (key: string): boolean => series.byKey.get(key)?.missing != null;
  const edges = series.edges.filter(
    (edge) => filter.relations.has(edge.relation) && (filter.missing || (!missing(edge.from) && !missing(edge.to))),
  );
  const kept = new Set(series.nodes.map((node) => node.key));
  const around = neighbours(edges, series.chains);
  if (filter.only !== null) keepOnly(kept, new Set([filter.only, ...(around.get(filter.only) ?? [])]));
  if (filter.words.trim()) {
    const found = series.nodes.filter((node) => matches(node, filter.words)).map((node) => node.key);
    keepOnly(kept, new Set(found.flatMap((key) => [key, ...(around.get(key) ?? [])])));
  }
  const nodes = series.nodes.filter(
    (node) => kept.has(node.key) && (node.missing === null || (filter.missing && (around.has(node.key) || node.key === filter.only))),
  );
  const shown = new Map(nodes.map((node) => [node.key, node]));
  return {
    nodes,
    edges: edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to)),
    chains: series.chains.map((keys) => keys.filter((key) => shown.has(key))).filter((keys) => keys.length > 1),
    byKey: shown,
  };
}

function keepOnly(kept: Set<string>, wanted: Set<string>): void {
  for (const key of kept) if (!wanted.has(key)) kept.delete(key);
}

function neighbours(edges: SeriesEdge[], chains: string[][]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    for (const [from, to] of [[one, other], [other, one]] as const) {
      if (!found.has(from)) found.set(from, new Set());
      found.get(from)?.add(to);
    }
  };
  for (const edge of edges) join(edge.from, edge.to);
  for (const chain of chains) for (const [index, key] of chain.entries()) if (chain[index + 1]) join(key, chain[index + 1]!);
  return found;
}

export function matches(node: SeriesNode, words: string): boolean {
  const told = [node.label, node.kind ?? "", ...(node.work?.expressions ?? []).flatMap((each) => [each.name, each.symbol ?? ""])];
  const text = told.join("\n").toLowerCase();
  return words.trim().toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

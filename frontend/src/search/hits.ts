// Hits as the room shows them: together under their document, and cut at their marks.

import type { Hit } from "../data/types";

export interface Found {
  document: string;
  name: string;
  symbol: string | null;
  language: string | null;
  hits: Hit[];
}

/** Hits by document, in the order in which the first of each comes. */
export function byDocument(hits: Hit[]): Found[] {
  const found = new Map<string, Found>();
  for (const hit of hits) {
    const { document, name, symbol, language } = hit;
    if (!found.has(document)) found.set(document, { document, name, symbol, language, hits: [] });
    found.get(document)?.hits.push(hit);
  }
  return [...found.values()];
}

/** The snippet in pieces; joined, they are the snippet exactly. */
export function pieces(hit: Hit): { text: string; marked: boolean }[] {
  const cut: { text: string; marked: boolean }[] = [];
  let position = 0;
  for (const [start, end] of [...hit.marks].sort((one, other) => one[0] - other[0])) {
    if (start < position || end <= start) continue;
    cut.push({ text: hit.snippet.slice(position, start), marked: false });
    cut.push({ text: hit.snippet.slice(start, end), marked: true });
    position = end;
  }
  cut.push({ text: hit.snippet.slice(position), marked: false });
  return cut.filter((piece) => piece.text !== "");
}

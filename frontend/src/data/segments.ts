// Text cut at every edge of every highlight, so that overlapping claims need no nested elements.

import type { Block, Claim, OcrNumber, ReviewedClaim, Span } from "./types";

export type Fine = "trigger" | "count" | "place" | "date" | "actor" | "means";

export interface Segment {
  start: number;
  text: string;
  claims: ReviewedClaim[]; // whose evidence covers this stretch, the shortest first
  fine: Fine[];
  near: ReviewedClaim[]; // whose place, date or actor is named here, outside its evidence
  begins: ReviewedClaim[]; // whose evidence starts here
  found: boolean; // among the words that a person was led to
  number: OcrNumber | null; // read by OCR, and looked at by nobody yet
}

/** What is marked in a text beside its claims. */
export interface Pointed {
  found: Span | null;
  numbers: OcrNumber[];
}

const NOTHING: Pointed = { found: null, numbers: [] };

interface Mark extends Span {
  claim: ReviewedClaim;
  fine: Fine | null; // null: evidence
  first: boolean; // where the claim's words begin
}

function fineMarks(claim: Claim): [Fine, Span | null][] {
  return [
    ["trigger", isWhole(claim) ? null : claim.trigger],
    ...claim.counts.map((count): [Fine, Span] => ["count", count.span]),
    ...claim.where.map((place): [Fine, Span] => ["place", place.span]),
    ["date", claim.when?.span ?? null],
    ...claim.actors.map((actor): [Fine, Span] => ["actor", actor.span]),
    ...[...claim.means, ...claim.targets].map((means): [Fine, Span] => ["means", means.span]),
  ];
}

/** A trigger that is all of the evidence marks nothing off in it. */
function isWhole(claim: Claim): boolean {
  return claim.evidence.some(({ start, end }) => claim.trigger.start <= start && claim.trigger.end >= end);
}

/** Every highlight of one layer, in the order of the text. */
export function marksOf(layer: string, claims: ReviewedClaim[]): Mark[] {
  const marks: Mark[] = [];
  for (const claim of claims) {
    for (const [index, { layer, start, end }] of claim.claim.evidence.entries())
      marks.push({ layer, start, end, claim, fine: null, first: index === 0 });
    if (claim.state === "rejected") continue;
    for (const [fine, span] of fineMarks(claim.claim)) if (span) marks.push({ ...span, claim, fine, first: false });
  }
  return marks
    .filter((mark) => mark.layer === layer && mark.start < mark.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/** The text of `start..end` as segments; joined, they are that text exactly. */
export function segmentsOf(text: string, start: number, end: number, marks: Mark[], pointed = NOTHING): Segment[] {
  const within = (span: { start: number; end: number }): boolean => span.start < end && span.end > start;
  const here = marks.filter(within);
  const numbers = pointed.numbers.filter(within);
  const found = pointed.found && within(pointed.found) ? [pointed.found] : [];
  const edges = new Set([start, end]);
  for (const mark of [...here, ...numbers, ...found]) {
    if (mark.start > start) edges.add(mark.start);
    if (mark.end < end) edges.add(mark.end);
  }
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const over = here.filter((mark) => mark.start < to && mark.end > from);
    const evidence = over.filter((mark) => mark.fine === null);
    const owners = new Set(evidence.map((mark) => mark.claim.id));
    evidence.sort((one, other) => one.end - one.start - (other.end - other.start));
    return {
      start: from,
      text: text.slice(from, to),
      claims: unique(evidence.map((mark) => mark.claim)),
      fine: unique(over.flatMap((mark) => (mark.fine === null || !owners.has(mark.claim.id) ? [] : [mark.fine]))),
      near: unique(over.map((mark) => mark.claim).filter((claim) => !owners.has(claim.id))),
      begins: unique(evidence.filter((mark) => mark.first && mark.start === from).map((mark) => mark.claim)),
      found: found.some((span) => span.start < to && span.end > from),
      number: numbers.find((number) => number.start < to && number.end > from) ?? null,
    };
  });
}

/** A paragraph, or a table of rows of cells. */
export type Stretch = { table: null; block: Block } | { table: Block[][]; block: Block };

/** The blocks of a layer with the text between them, so that no word is left out of the page. */
export function wholeText(text: string, blocks: Block[]): Block[] {
  const found: Block[] = [];
  let position = 0;
  const gap = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(/\S[^]*?(?=\n\s*\n|$)/g)) {
      const from = start + match.index;
      found.push({ start: from, end: from + match[0].trimEnd().length, kind: "paragraph", page: null, row: null });
    }
  };
  for (const block of [...blocks].sort((one, other) => one.start - other.start)) {
    if (block.start < position) continue;
    gap(position, block.start);
    found.push(block);
    position = block.end;
  }
  gap(position, text.length);
  return found;
}

/** Cells that follow each other as rows of a table, everything else by itself. */
export function stretchesOf(blocks: Block[]): Stretch[] {
  const found: Stretch[] = [];
  let row: string | null = null;
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.row === null) found.push({ table: null, block });
    else if (!last?.table || row === null || tableOf(block.row) !== tableOf(row)) found.push({ table: [[block]], block });
    else if (block.row === row) last.table.at(-1)?.push(block);
    else last.table.push([block]);
    row = block.row;
  }
  return found;
}

function tableOf(row: string): string {
  return row.slice(0, row.lastIndexOf("/"));
}

const FULL_LINE = 40; // characters; shorter lines break on purpose, as in a masthead or a poem

/** Whether the lines of a paragraph only end where its page did, so that it may be set anew. */
export function isWrapped(text: string): boolean {
  const lines = text.trim().split("\n");
  return lines.length > 1 && lines.slice(0, -1).every((line) => line.trim().length >= FULL_LINE);
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}

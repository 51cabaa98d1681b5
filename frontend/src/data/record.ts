// The record of incidents as the server sends it. There are no offsets in it: words come in pieces.

import type { Count, When } from "./types";

/** Words with what they are: plain, a number that is counted, or a name (empty while it is covered). */
export type Piece = [text: string, kind: "" | "count" | "name"];

export interface Bounds {
  low: number | null;
  best: number | null;
  high: number | null;
}

export interface PlaceTold {
  raw: string;
  kind: string;
  name: string;
  place: {
    id: string;
    name: string;
    country: string;
    admin1: { code: string; name: string } | null;
    admin2: { code: string; name: string } | null;
    lat: number;
    lon: number;
    precision: string;
    radius_km: number;
    geometry: { type: string; coordinates: number[][][] } | null;
    method: string;
  } | null;
}

export interface ActorTold {
  name: string;
  role: string;
  certainty: string;
  framing: string[];
}

/** A count less its span and how sure the machine is. */
export type CountTold = Omit<Count, "span" | "confidence">;

export interface GradeTold {
  scheme: string;
  value: string;
  gloss: string;
  criteria: string[];
  decider: string;
  why: string;
  at: string;
}

export interface IncidentRow {
  code: string;
  formers: string[];
  event: string;
  stage: string;
  when: When | null;
  places: { name: string; unit: string; country: string }[];
  killed: Bounds | null;
  injured: Bounds | null;
  settled: string[]; // outcomes whose range a person settled
  actors: string[];
  origins: number;
  camps: number;
  documents: number;
  reported: string[];
  grade: GradeTold | null;
  graded: boolean;
  doubts: number;
  whole: string | null;
  lists: { table: string; id: string }[];
  listed_alone: boolean;
}

export interface IncidentList {
  incidents: IncidentRow[];
  doubtful: number;
}

export interface DocumentTold {
  name: string;
  symbol: string | null;
  language: string | null;
  published: string | null;
  publisher: string | null;
  status: string;
}

export interface ClaimTold {
  document: string;
  claim: string;
  state: string;
  kind: string;
  scope: string;
  event: string;
  stage: string;
  stance: string;
  said_by: string;
  quotes: Piece[][];
  page: number | null;
  when: When | null;
  where: PlaceTold[];
  actors: ActorTold[];
  means: string[];
  counts: CountTold[];
  doubts: string[];
}

export interface Told {
  key: string;
  document: string;
  claim: string;
  state: string;
  said_by: string;
  count: CountTold;
  quote: Piece[];
  original: Piece[] | null;
  used: boolean;
  reason: string;
  published: string | null;
  apart: boolean; // a running total or a figure over several incidents
}

export interface OriginRow {
  origin: { id: string; name: string; kind: string; camp: string; via: string[] };
  documents: string[];
  counts: Told[];
}

export interface Tally extends Bounds {
  outcome: string;
  group: { status: string; age: string; sex: string; role: string | null } | null;
  rule: string;
  used: string[];
  left_out: Record<string, string>;
  vague_words: string;
}

/** The range of those told as civilians, as combatants, or as neither; why it is contested. */
export interface StatusTold {
  status: string;
  tally: Tally;
  contested: boolean;
  why: string;
}

/** A range that a person settled; it stands before the rule's. */
export interface SettledRange extends Bounds {
  outcome: string;
  why: string;
  decider: string;
  at: string;
  decision: string;
}

/** What is alleged of a party against what it has conceded itself. */
export interface PartyTold {
  party: string;
  holds: string | null;
  since: string | null;
  origins: number;
  conceded: boolean;
  figures: { outcome: string; alleged: Bounds | null; conceded: Bounds | null; told: Bounds | null; open: Bounds }[];
  steps: {
    kind: "alleged" | "conceded" | "told" | "denied" | "otherwise";
    who: string;
    document: string;
    claim: string;
    state: string;
    published: string | null;
    quote: Piece[];
    position: string | null;
    tolls: { outcome: string; toll: Bounds }[];
  }[];
}

export interface Summand {
  code: string;
  figure: Bounds;
  reasons: string[];
}

/** A running total beside the sum of the incidents within its period and area. */
export interface SumBeside {
  total: {
    origin: OriginRow["origin"];
    document: string;
    name: string;
    language: string | null;
    claim: string;
    state: string;
    outcome: string;
    stated: Bounds;
    scope: string;
    first_day: string | null;
    last_day: string | null;
    where: PlaceTold[];
    published: string | null;
    quote: Piece[];
    again: number;
  };
  rule: Rule;
  within: Summand[];
  doubt: Summand[];
  silent: string[];
  surely: Bounds;
  widest: Bounds;
  rest: Bounds;
  rest_widest: Bounds;
  notes: string[];
}

export interface Rule {
  rule: string;
  name: string;
  line: string;
}

export interface PositionTold {
  party: string;
  value: string;
  document: string;
  claim: string;
  state: string;
  published: string | null;
  quote: Piece[];
}

export interface HistoryLine {
  at: string;
  reviewer: string;
  text: string;
  decision: string | null; // what undo takes back
}

/** A row of a recorder's own list that is of this incident. */
export interface OwnRow {
  table: string;
  id: string;
  when: string;
  where: string;
  figures: (Bounds & { outcome: string; group: string; fit: "same" | "within" | "outside" | null; range: Bounds | null })[];
}

export interface LinkTold {
  a: string;
  b: string;
  outcome: string;
  reasons: string[];
  decider: string;
}

/** A document or a voice that tells of it; `origins` are those that it counts as. */
export interface TellerTold {
  id: string;
  is_document: boolean;
  name: string;
  origins: string[];
  day: string | null;
}

/** What one teller has from another; `binds` says that both are one origin for it. */
export interface CopyingTold {
  taker: string;
  giver: string;
  how: string;
  binds: boolean;
  sentence: string;
  shown: { document: string; span: { layer: string; start: number; end: number } | null; quote: Piece[] }[];
}

export interface CopyGraph {
  origins: { id: string; name: string; camp: string }[];
  tellers: TellerTold[];
  copyings: CopyingTold[];
}

export interface IncidentRecord {
  code: string;
  formers: string[];
  event: string;
  stage: string;
  when: When | null;
  where: PlaceTold[];
  actors: ActorTold[];
  means: string[];
  targets: string[];
  documents: Record<string, DocumentTold>;
  claims: ClaimTold[];
  rows: OriginRow[];
  tallies: Tally[];
  others: Tally[];
  by_status: StatusTold[];
  settled: SettledRange[];
  parties: PartyTold[];
  rules: Rule[];
  reported: string[];
  positions: PositionTold[];
  grade: GradeTold | null;
  proposed_grade: GradeTold | null;
  grades: { value: string; gloss: string }[];
  links: LinkTold[];
  whole: string | null;
  parts: string[];
  related: string[];
  named_dead: number;
  names_shown: boolean;
  names_held: number;
  history: HistoryLine[];
  own: OwnRow[];
  copying: CopyGraph;
}

export interface ClaimRef {
  document: string;
  claim: string;
}

export interface PairSide {
  account: string;
  ref: ClaimRef;
  document: string;
  name: string;
  language: string | null;
  published: string | null;
  code: string | null;
  event: string;
  days: [string, string] | null;
  grounds: { name: string; lat: number; lon: number; radius_km: number; precision: string }[];
  tolls: { outcome: string; bounds: Bounds }[];
  named: number;
  actors: string[];
  origin: string;
  claims: ClaimTold[];
}

export interface Pair {
  id: string;
  reasons: { for: string[]; against: string[]; compared: string[] };
  a: PairSide;
  b: PairSide;
}

export interface Pairs {
  pairs: Pair[];
  total: number;
}

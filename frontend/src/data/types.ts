// The shapes that the server sends. Offsets here are UTF-16 units: web/offsets.py translates.

export interface Span {
  layer: string;
  start: number;
  end: number;
}

export interface Doubt {
  code: string;
  message: string;
  span: Span | null;
}

export interface Composition {
  share: string;
  raw: string;
  groups: string[];
  span: Span;
}

export interface Group {
  raw: string;
  status: string;
  status_basis: string;
  age: string;
  sex: string;
  role: string | null;
  relation: string | null;
  composition: Composition[];
}

export interface Count {
  id: string;
  outcome: string;
  low: number | null;
  best: number | null;
  high: number | null;
  qualifier: string;
  raw: string;
  basis: string;
  derivation: string;
  part_of: string | null;
  confidence?: number;
  span: Span;
  group: Group;
}

export interface When {
  edtf: string;
  precision: string;
  time: string | null;
  raw: string | null;
  basis: string;
  span: Span | null;
}

export interface Candidate {
  id: string;
  name: string;
  lat: number;
  lon: number;
}

export interface Place {
  id: string;
  name: string;
  country: string;
  admin1: { code: string; name: string } | null;
  admin2: { code: string; name: string } | null;
  lat: number;
  lon: number;
  precision: string;
  radius_km: number;
  alternatives: Candidate[];
}

export interface PlaceMention {
  raw: string;
  kind: string;
  span: Span;
  place: Place | null;
}

export interface Actor {
  raw: string;
  name: string;
  kind: string;
  led_by: string | null;
  role: string;
  certainty: string;
  framing: string[];
  span: Span;
}

export interface Means {
  raw: string;
  cause: string;
  delivery: string;
  span: Span;
}

export interface Target {
  raw: string;
  category: string;
  protected: boolean;
  effect: string | null;
  span: Span;
}

export interface Evidence extends Span {
  page: number | null;
  quote: string;
}

export interface Voice {
  source: string;
  kind: string;
  raw: string;
  verb: string | null;
  span: Span | null;
}

/** Norm, request, position or conduct; which fields there are depends on the claim's kind. */
export interface Payload {
  label?: string;
  instrument?: string | null;
  polarity?: string;
  action?: string;
  addressees?: string[] | null;
  procedural?: boolean;
  value?: string;
  effect?: string | null;
}

export interface Claim {
  id: string;
  kind: string;
  scope: string;
  event: string;
  stage: string;
  incident: string | null;
  trigger: Span;
  evidence: Evidence[];
  attribution: { chain: Voice[]; stance: string; modality: string };
  when: When | null;
  where: PlaceMention[];
  actors: Actor[];
  means: Means[];
  targets: Target[];
  counts: Count[];
  characterises: string[];
  payload: Payload | null;
  doubts: Doubt[];
  confidence?: number;
  reasons: string[];
  origin: string;
}

export interface Decision {
  id: string;
  action: string;
  at: string;
  reviewer: string;
  why: string;
}

/** One claim as the reader shows it: the machine's proposal, and what a person made of it. */
export interface ReviewedClaim {
  id: string;
  state: "proposed" | "accepted" | "rejected" | "edited" | "added";
  note: string;
  said_by: string;
  claim: Claim;
  machine: Claim | null;
  decision: Decision | null;
}

export interface Block {
  start: number;
  end: number;
  kind: string;
  page: number | null;
  row: string | null; // of a cell: which table and row it stands in
}

export interface Layer {
  id: string;
  kind: string;
  tool: string;
  language: string | null;
  of: string | null;
  confidence: number | null; // mean over the words that OCR read; null where it read none
  text: string;
  blocks: Block[];
}

export interface Sender {
  office: string;
  state: string | null;
  raw: string;
  signatory: string | null;
  title: string | null;
}

/** A letter, annex, enclosure or appendix; where it stands, in UTF-16 units of the first layer. */
export interface Part extends Span {
  kind: string;
  author: string | null;
  language: string | null;
  original_language: string | null;
  dated: string | null;
  label: string | null;
}

export interface UnRecord {
  symbol: string | null;
  symbol_basis: string | null;
  organ: string | null;
  distribution: string | null;
  issued: string | null;
  original_language: string | null;
  kind: string | null;
  dated: string | null;
  job_number: string | null;
  senders: Sender[];
  addressees: string[];
  parts: Part[];
  session: string | null;
  council_year: number | null;
  agenda_items: string[];
}

export interface Reference {
  kind: string;
  symbol: string | null;
  dated: string | null;
  relation: string;
  url: string | null;
  span: Span;
  provisions: string[];
  doubts: Doubt[];
}

/** The archive or e-mail that held a document; `document` says that it can be opened in this case. */
export interface Container {
  id: string;
  name: string | null;
  document: boolean;
}

export interface Provenance {
  url: string | null;
  archive_url: string | null;
  publisher: string | null;
  author: string | null;
  platform: string | null;
  posted: string | null;
  collected: string | null;
}

export interface DocumentRow {
  id: string;
  name: string;
  row_id: string | null;
  media_type: string | null;
  language: string | null;
  status: string;
  refusal: { code: string; message: string; hint: string } | null;
  pages: number | null;
  published: string | null;
  publisher: string | null;
  added_at: string;
  added_by: string;
  symbol: string | null;
  claims: number;
  reviewed: number;
  doubts: number;
  sensitivity: string;
  may_publish: boolean;
  sha256: string | null;
  layers: number;
  unseen_numbers: number; // read by OCR, and looked at by nobody yet
  container: Container | null;
}

export interface DocumentView {
  row: DocumentRow;
  provenance: Provenance;
  un: UnRecord | null;
  references: Reference[];
  doubts: Doubt[];
  layers: Layer[];
  claims: ReviewedClaim[];
  codes: Record<string, string>; // of the incident that a claim is of, by the claim's id
}

export interface CaseInfo {
  name: string;
  version: string;
  reviewer: string;
  states: Record<string, string>; // ISO 3166 alpha-3 to the short English name
  vocabularies: Record<string, string[]>;
}

/** What a save answers: the claims as they now stand. */
export interface Saved {
  saved_at: string;
  claims: ReviewedClaim[];
}

/** The fields of a claim that a person may correct; what is left out stays as it is. */
export interface Changes {
  counts?: {
    id: string;
    low: number | null;
    best: number | null;
    high: number | null;
    qualifier: string;
    outcome: string;
    status: string;
  }[];
  when?: string | null;
  where?: { raw: string; id: string | null }[];
  actors?: string[];
}

/** A number that OCR read, and whether a person has looked at it. */
export interface OcrNumber extends Span {
  id: string;
  raw: string;
  page: number | null;
  confidence: number | null;
  state: "unseen" | "seen";
  seen_as: string | null;
  by: string | null;
  at: string | null;
}

export interface Numbers {
  numbers: OcrNumber[];
}

export interface Hit {
  document: string;
  name: string;
  language: string | null;
  symbol: string | null;
  layer: string;
  kind: string;
  page: number | null;
  snippet: string;
  marks: [number, number][];
  start: number;
  end: number;
}

export interface SearchResult {
  query: string;
  total: number;
  hits: Hit[];
}

export interface Expression {
  document: string;
  name: string;
  language: string | null;
  form: string;
  symbol: string | null;
  reason: string;
  doubts: Told[];
}

/** A doubt about a whole document. */
export type Told = Omit<Doubt, "span">;

export interface Work {
  id: string;
  symbol: string | null;
  name: string;
  kind: string | null;
  dated: string | null;
  issued: string | null;
  senders: string[];
  languages: string[];
  expressions: Expression[];
  doubts: Told[];
}

/** That one work refers to another; `to` is null where that one is not in the case. */
export interface WorkLink {
  from: string;
  to: string | null;
  symbol: string;
  relation: string;
  dated: string | null;
  documents: string[];
  provisions: string[];
  doubts: Told[];
}

export interface ChainStep {
  work: string | null;
  symbol: string | null;
  dated: string | null;
}

export interface Chain {
  works: string[];
  steps: ChainStep[];
  doubts: Told[];
}

export interface MissingWork {
  symbol: string;
  kind: string;
  dated: string | null;
  url: string | null;
  relations: string[];
  cited_by: string[];
  here: string | null; // the work of which another text is here
  doubts: Told[];
}

export interface CaseReferences {
  works: Work[];
  links: WorkLink[];
  chains: Chain[];
  missing: MissingWork[];
  charter: { provision: string; cited_by: string[] }[];
  counts: { documents: number; works: number; missing: number; unread: number; others: number };
}

/** Where a place is, and how precisely that is known. No score: the machine's is kept back. */
export interface Ground {
  id: string;
  name: string;
  within: string[];
  country: string;
  lat: number;
  lon: number;
  precision: string;
  radius_km: number;
  rings: [number, number][][];
  method: string;
  reasons: string[];
}

export interface PlaceChoice {
  id: string;
  how: "candidate" | "moved" | "area" | "none";
  place: Ground | null;
  by: string;
  at: string;
  why: string;
}

/** What people of the case chose for the same name elsewhere. */
export interface Offered {
  choice_id: string;
  times: number;
  place: Ground | null;
}

/** A place that a document names: proposed, and chosen by a person. */
export interface NamedPlace extends Span {
  id: string;
  raw: string;
  name: string;
  kind: string;
  proposed: Ground | null;
  candidates: Ground[];
  choice: PlaceChoice | null;
  note: string;
  offered: Offered[];
}

/** What a person says of a mention; without any of these, that none of the places is meant. */
export interface PlaceAnswer {
  entry_id?: string;
  point?: [number, number]; // latitude, longitude
  radius_km?: number;
  ring?: [number, number][]; // longitude, latitude
  as_before?: string;
  why?: string;
}

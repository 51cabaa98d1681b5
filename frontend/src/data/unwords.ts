// What the United Nations record and its references are called on screen.

import type { Part, Reference } from "./types";
import { language, plain, stateName, title } from "./words";

export const CHARTER = "the Charter of the United Nations";

const BASES: Record<string, string> = {
  masthead: "as its masthead says",
  title: "as its title says",
  metadata: "as the file itself declares",
  external: "supplied by a person",
};

/** How a symbol is known, in words; "" where nothing is known of it. */
export function symbolBasis(basis: string | null): string {
  return basis === null ? "" : (BASES[basis] ?? plain(basis));
}

/** What a reference points to: a symbol with its provisions, or the Charter, which has no symbol. */
export function referenceName(symbol: string | null, kind: string, provisions: string[]): string {
  const name = symbol ?? (kind === "charter" ? CHARTER : "a document without a symbol");
  return [name, ...provisions].join(", ");
}

// From the one that refers to the one that is referred to, and back.
const RELATIONS: Record<string, [string, string]> = {
  previous: ["follows", "is followed by"],
  replies_to: ["replies to", "is answered by"],
  annexed: ["has as an annex", "is annexed to"],
  corrects: ["corrects", "is corrected by"],
  supplements: ["adds to", "has the addendum"],
  cites: ["cites", "is cited by"],
};

/** The relations in the order in which the screen tells them. */
export const RELATION_ORDER = Object.keys(RELATIONS);

export function relationWords(relation: string): string {
  return RELATIONS[relation]?.[0] ?? plain(relation);
}

export function inverseWords(relation: string): string {
  return RELATIONS[relation]?.[1] ?? `is named by (${plain(relation)})`;
}

/** How the reference to a document is meant, for a list of references in one document's head. */
export function relationNote(reference: Reference): string {
  return { previous: "previous letter", replies_to: "answered here", annexed: "annexed", corrects: "corrected here" }[
    reference.relation
  ] ?? (reference.relation === "cites" ? "" : plain(reference.relation));
}

const FORMS: Record<string, string> = {
  original: "the original",
  version: "language version",
  reissue: "reissue",
  revision: "revision",
  corrigendum: "corrigendum",
  addendum: "addendum",
  copy: "copy",
};

export function formWords(form: string): string {
  return FORMS[form] ?? plain(form);
}

/** A part of a document: "Annex II, by Vessaria, dated 2031-04-02, Arabic (original: French)". */
export function partFacts(part: Part): string[] {
  const facts: string[] = [];
  if (part.author) facts.push(`by ${/^[A-Z]{3}$/.test(part.author) ? stateName(part.author) : part.author}`);
  if (part.dated) facts.push(`dated ${part.dated}`);
  if (part.language) facts.push(language(part.language));
  if (part.original_language && part.original_language !== part.language)
    facts.push(`from the ${language(part.original_language)} original`);
  return facts;
}

export function partName(part: Part): string {
  return part.label ?? title(part.kind);
}

/** "Seventy-fifth year" as the masthead of the Council prints it is number 75 here. */
export function ordinal(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}

/** A session of the Assembly: "75" is the 75th, "ES-11" an emergency special one. */
export function sessionWords(session: string): string {
  const parts = /^(ES-|S-)?(\d+)$/.exec(session);
  if (!parts?.[2]) return session;
  const special = { "ES-": "emergency special ", "S-": "special " }[parts[1] ?? ""] ?? "";
  return `${ordinal(Number(parts[2]))} ${special}session`;
}

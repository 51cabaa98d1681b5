// Code lists in plain words, and numbers, dates and ranges as a person reads them.

import type { Count } from "./types";

const SPECIAL: Record<string, string> = {
  m: "male",
  f: "female",
  un: "UN",
  ngo: "NGO",
  cbrn: "chemical, biological, radiological or nuclear",
  mine_or_uxo: "mine or unexploded ordnance",
  killed_or_injured: "killed or injured",
  heavy_weapons_and_explosive_munitions: "heavy weapons and explosive munitions",
  planted_explosives_and_uxo: "planted explosives and unexploded ordnance",
  secretary_general: "Secretary-General",
  security_council: "Security Council",
  general_assembly: "General Assembly",
  president_of_the_security_council: "President of the Security Council",
  president_of_the_general_assembly: "President of the General Assembly",
  permanent_representative: "Permanent Representative",
  charge_daffaires: "Chargé d’affaires",
  days_2_6: "two to six days",
  adm1: "first-level division",
  adm2: "second-level division",
  adm3: "third-level division",
  attributed_to: "attributed to",
  denial_or_destruction_of_indispensable_objects: "denial or destruction of indispensable objects",
};

const LANGUAGES = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames(["en"], { type: "language" }) : null;
const REGIONS = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames(["en"], { type: "region" }) : null;

/** A code as words: `air_strike` is "air strike". */
export function plain(code: string): string {
  return SPECIAL[code] ?? code.replaceAll("_", " ");
}

const ISOLATE = String.fromCodePoint(0x2068);
const END_OF_ISOLATE = String.fromCodePoint(0x2069);

/** Words that cannot turn the line around them to the other direction. */
export function isolated(words: string): string {
  return ISOLATE + words + END_OF_ISOLATE;
}

/** A message that begins with a capital. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/** The same with a capital at its head. */
export function title(code: string): string {
  const words = plain(code);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function language(code: string | null): string {
  if (code === null || code === "und") return "unknown";
  try {
    return LANGUAGES?.of(code) ?? code;
  } catch {
    return code;
  }
}

let states: Record<string, string> = {};

/** Learn the names of states, which the server knows. */
export function learnStates(names: Record<string, string>): void {
  states = names;
}

/** A state by its ISO 3166 alpha-3 code, or what else stands there as words. */
export function stateName(code: string): string {
  return states[code] ?? plain(code);
}

export function country(alpha2: string): string {
  try {
    return REGIONS?.of(alpha2) ?? alpha2;
  } catch {
    return alpha2;
  }
}

/** What a count was read as; a vague one has words and no number. */
export function reading(count: Count): string {
  const { low, best, high } = count;
  if (low === null && best === null && high === null) return `${plain(count.qualifier)}, no number`;
  if (low !== null && low === high) return `${low}`;
  if (low === null && high === null) return `about ${best}`;
  if (high === null) return best !== null && best !== low ? `${low} or more, best ${best}` : `${low} or more`;
  if (low === null) return `up to ${high}`;
  return best !== null && best !== low && best !== high ? `${low}–${best}–${high}` : `${low}–${high}`;
}

/** Age, sex and status of a group where they are known, as words. */
export function groupFacets(count: Count): string[] {
  const { status, status_basis, age, sex, role, relation } = count.group;
  const facets: string[] = [];
  if (status !== "unknown") facets.push(status_basis === "implied" ? `${plain(status)} (implied only)` : plain(status));
  if (age !== "unknown") facets.push(plain(age));
  if (sex !== "unknown") facets.push(plain(sex));
  if (role) facets.push(plain(role));
  if (relation) facets.push(plain(relation));
  return facets;
}

/** An EDTF date or interval as a person says it. */
export function edtf(value: string): string {
  const [from, to] = value.split("/");
  if (to === undefined) return value;
  if (from === ".." || from === "") return `by ${to}`;
  if (to === ".." || to === "") return `from ${from}`;
  return `${from} to ${to}`;
}

/** The clock time of a moment, `10:42`, on this computer's clock. */
export function clock(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.valueOf())
    ? iso
    : moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** A moment as ISO 8601 in UTC, without the letters that only programs need. */
export function moment(iso: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) && iso.endsWith("Z") ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso;
}

export function day(iso: string): string {
  return iso.slice(0, 10);
}

/** How sure the machine was, as a share of a hundred. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

// By the last part of the code, so that all formats share them.
const REFUSALS: Record<string, string> = {
  encrypted: "Password needed",
  empty: "Empty file",
  no_text_layer: "OCR needed",
  no_text: "No text in it",
  shifted_font: "Letters not told",
  failed: "OCR failed",
  missing: "Not there",
  damaged: "Damaged",
  too_large: "Too large",
  too_deep: "Packed too deep",
  bomb: "Not unpacked",
  method: "Not unpacked",
  time: "Took too long",
};

/** A refusal's code in few words, where the message alone would be long. */
export function refusalTitle(code: string): string {
  return REFUSALS[code.split(".").at(-1) ?? ""] ?? "Not read";
}

const LAYERS: Record<string, string> = { native: "original", ocr: "read by OCR" };

/** What a layer is, in words: "original", "read by OCR", "translation". */
export function layerKind(kind: string): string {
  return LAYERS[kind] ?? plain(kind);
}

// The numbers of one document that OCR read, with what waits in the outbox on top.

import { asProblem, fetchJson, type Problem } from "../data/api";
import { outbox, type Entry } from "../data/outbox.svelte";
import type { Claim, Numbers, OcrNumber, Span } from "../data/types";

interface Typed extends Span {
  value: string | null; // "" says that no number stands there, null takes back what was said
}

export class NumberWork {
  private stored = $state.raw<OcrNumber[]>([]);
  problem = $state<Problem | null>(null);
  loaded = $state(false);
  refusals = $state<Record<string, Problem>>({}); // why what was typed is no number, by the number's id
  readonly path: string;

  all = $derived.by(() => this.withWaiting(this.stored));
  unseen = $derived(this.all.filter((number) => number.state === "unseen"));

  constructor(document: string) {
    this.path = `${document}/numbers`;
  }

  async load(): Promise<void> {
    try {
      this.stored = (await fetchJson<Numbers>(this.path)).numbers;
      this.loaded = true;
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Take in the server's answer; says whether it was about these numbers. */
  take(path: string, answer: unknown): boolean {
    if (path !== this.path) return false;
    this.stored = (answer as Numbers).numbers;
    return true;
  }

  /** Keep why the server did not take what was typed, so that its card can say it. */
  takeRefusal(entry: Entry, problem: Problem): boolean {
    if (entry.path !== this.path) return false;
    const { layer, start, end } = entry.body as Typed;
    this.refusals[`${layer}-${start}-${end}`] = problem;
    return true;
  }

  /** What a person read in the picture; "" says that no number stands there, null takes it back. */
  say(number: OcrNumber, value: string | null): void {
    delete this.refusals[number.id];
    const { layer, start, end } = number;
    outbox.put("POST", this.path, { layer, start, end, value } satisfies Typed);
  }

  /** The unseen number after `number`, from the top again at the end. */
  nextUnseen(number: OcrNumber): OcrNumber | null {
    const here = this.all.findIndex((each) => each.id === number.id);
    const round = [...this.all.slice(here + 1), ...this.all.slice(0, here)];
    return round.find((each) => each.state === "unseen") ?? null;
  }

  /** The number that stands among the words of `span`, seen or not. */
  at(span: Span): OcrNumber | null {
    return this.all.find(({ layer, start, end }) => layer === span.layer && start < span.end && end > span.start) ?? null;
  }

  /** The unseen numbers among the words of a claim: its counts first, then the rest of its evidence. */
  of(claim: Claim): OcrNumber[] {
    const within = (spans: Span[]): OcrNumber[] =>
      this.unseen.filter((number) =>
        spans.some((span) => span.layer === number.layer && span.start < number.end && span.end > number.start),
      );
    return [...new Set([...within(claim.counts.map((count) => count.span)), ...within(claim.evidence)])];
  }

  private withWaiting(numbers: OcrNumber[]): OcrNumber[] {
    const typed = new Map<string, string | null>();
    for (const entry of outbox.waiting) {
      if (entry.path !== this.path) continue;
      const { layer, start, end, value } = entry.body as Typed;
      typed.set(`${layer} ${start} ${end}`, value);
    }
    return numbers.map((number) => {
      const value = typed.get(`${number.layer} ${number.start} ${number.end}`);
      if (value === undefined) return number;
      return { ...number, state: value === null ? "unseen" : "seen", seen_as: value, by: null, at: null };
    });
  }
}

const ZEROS = [0x0660, 0x06f0, 0xff10]; // Arabic, Persian and full-width digits

/** Digits as 0 to 9, so that two ways to write a number compare as one. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
  });
}

/** Whether OCR read what the person saw; separators between digits make no difference. */
export function sameReading(raw: string, seen: string): boolean {
  const bare = (text: string): string => latinDigits(text).replace(/[\s.,'’\u066b\u066c]/g, "");
  return bare(raw) === bare(seen);
}

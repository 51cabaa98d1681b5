// The state of one open document: what the server last said, with what waits in the outbox on top.

import { documentPath, fetchJson, asProblem, type Problem } from "../data/api";
import { outbox, type Entry } from "../data/outbox.svelte";
import type { Changes, DocumentView, ReviewedClaim, Saved } from "../data/types";

export type Filter = "all" | "undecided" | "decided";

interface Judged {
  action: "accept" | "reject" | "edit";
  proposal_id: string;
}

// Why the server takes no acceptance of a claim with a number that OCR read.
const NUMBER_CODES = ["review.number_unseen", "review.number_differs"];

const STATES = { accept: "accepted", reject: "rejected", edit: "edited" } as const;

export class Review {
  view = $state.raw<DocumentView | null>(null);
  problem = $state<Problem | null>(null);
  filter = $state<Filter>("all");
  currentId = $state<string | null>(null);
  refusals = $state<Record<string, Problem>>({}); // why a claim was not accepted, until it is tried again
  readonly path: string;
  private asked = 0; // loads that were begun
  private taken = 0; // answers that were taken in

  claims = $derived.by(() => this.withWaiting(this.view?.claims ?? []));
  shown = $derived(
    this.claims.filter((claim) => {
      if (this.filter === "all" || claim.id === this.currentId) return true;
      return (claim.state === "proposed") === (this.filter === "undecided");
    }),
  );
  decided = $derived(this.claims.filter((claim) => claim.state !== "proposed").length);
  numbers = $derived(new Map(this.claims.map((claim, index) => [claim.id, index + 1])));
  current = $derived(this.claims.find((claim) => claim.id === this.currentId) ?? null);

  constructor(id: string) {
    this.path = documentPath(id);
  }

  /** Ask for the document again. What was asked before a decision was saved knows nothing of it, and is asked anew. */
  async load(): Promise<void> {
    const mine = ++this.asked;
    try {
      let view: DocumentView;
      let taken: number;
      do {
        taken = this.taken;
        view = await fetchJson<DocumentView>(this.path);
      } while (taken !== this.taken);
      if (mine !== this.asked) return; // a later load has the newer answer
      this.view = view;
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Take in the server's answer to something that was saved; other documents' answers are ignored. */
  take(path: string, answer: unknown): void {
    if (!path.startsWith(`${this.path}/`) || !this.view) return;
    const { claims } = answer as Partial<Saved>;
    if (!claims) return;
    this.taken += 1;
    this.view = { ...this.view, claims };
  }

  judge(claim: ReviewedClaim, action: Judged["action"], changes: Changes | null = null, why = ""): void {
    delete this.refusals[claim.id];
    outbox.put("POST", `${this.path}/decisions`, { action, proposal_id: claim.id, changes, why });
  }

  undo(): void {
    outbox.put("POST", `${this.path}/undo`, {});
  }

  /** Keep why a claim was not accepted on its card; an edit stays in the outbox, with what was typed. */
  takeRefusal(entry: Entry, problem: Problem): boolean {
    if (entry.path !== `${this.path}/decisions` || !NUMBER_CODES.includes(problem.code)) return false;
    const { action, proposal_id } = entry.body as Judged;
    if (action === "edit") return false;
    this.refusals[proposal_id] = problem;
    return true;
  }

  /** The shown claim `step` away from the current one. */
  neighbor(step: number): ReviewedClaim | null {
    const here = this.shown.findIndex((claim) => claim.id === this.currentId);
    if (here < 0) return this.shown[0] ?? null;
    return this.shown[Math.max(0, Math.min(this.shown.length - 1, here + step))] ?? null;
  }

  /** The next undecided claim after the current one, from the top again at the end. */
  nextUndecided(): ReviewedClaim | null {
    const here = this.claims.findIndex((claim) => claim.id === this.currentId);
    const round = [...this.claims.slice(here + 1), ...this.claims.slice(0, here + 1)];
    return round.find((claim) => claim.state === "proposed" && claim.id !== this.currentId) ?? null;
  }

  private withWaiting(claims: ReviewedClaim[]): ReviewedClaim[] {
    const judged = new Map<string, Judged["action"]>();
    for (const entry of outbox.waiting) {
      if (entry.path !== `${this.path}/decisions`) continue;
      const { action, proposal_id } = entry.body as Judged;
      judged.set(proposal_id, action);
    }
    return claims.map((claim) => {
      const action = judged.get(claim.id);
      return action ? { ...claim, state: STATES[action], decision: null } : claim;
    });
  }
}

// What a person did and the server has not confirmed yet. It is sent in order, one at a time, tried
// again until it is saved, and kept over a reload (for this tab, in session storage).

import { Problem, asProblem, newKey, sendJson } from "./api";

export interface Entry {
  key: string;
  method: "POST" | "PATCH";
  path: string;
  body: unknown;
}

const STORAGE = "allegata.outbox";
const FIRST_WAIT_MS = 800;
const LONGEST_WAIT_MS = 15_000;

type Listener = (path: string, answer: unknown) => void;
/** Says whether it has told the person, so that the change may be let go. */
type Refused = (entry: Entry, problem: Problem) => boolean;

class Outbox {
  waiting = $state<Entry[]>(restored());
  savedAt = $state<string | null>(null);
  problem = $state<Problem | null>(null);
  private busy = false;
  private wait = FIRST_WAIT_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listeners = new Set<Listener>();
  private refusals = new Set<Refused>();

  /** Queue one change; it is sent at once if the line is free. */
  put(method: "POST" | "PATCH", path: string, body: unknown): void {
    this.waiting.push({ key: newKey(), method, path, body });
    this.store();
    void this.flush();
  }

  /** Call `listener` with every answer that comes back; returns the way to stop. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ask `refused` first about a change that the server will never take; returns the way to stop. */
  listenForRefusals(refused: Refused): () => void {
    this.refusals.add(refused);
    return () => this.refusals.delete(refused);
  }

  retryNow(): void {
    clearTimeout(this.timer);
    this.wait = FIRST_WAIT_MS;
    void this.flush();
  }

  /** Give up the first waiting change, after a person has read why it cannot be saved. */
  discard(): void {
    this.waiting.shift();
    this.problem = null;
    this.store();
    void this.flush();
  }

  async flush(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    let entry = this.waiting[0];
    while (entry) {
      const problem = await this.attempt(entry);
      if (problem && !problem.retry && this.told(entry, problem)) {
        this.waiting.shift();
        this.store();
        this.problem = null;
      } else if (problem) {
        this.problem = problem;
        if (problem.retry) this.later();
        break;
      }
      entry = this.waiting[0];
    }
    this.busy = false;
  }

  private async attempt(entry: Entry): Promise<Problem | null> {
    try {
      const answer = await sendJson<{ saved_at: string }>(entry.method, entry.path, entry.body, entry.key);
      this.waiting.shift();
      this.store();
      this.problem = null;
      this.wait = FIRST_WAIT_MS;
      this.savedAt = answer.saved_at;
      for (const listener of this.listeners) listener(entry.path, answer);
      return null;
    } catch (error) {
      return asProblem(error);
    }
  }

  private told(entry: Entry, problem: Problem): boolean {
    return [...this.refusals].some((refused) => refused(entry, problem));
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  private store(): void {
    sessionStorage.setItem(STORAGE, JSON.stringify(this.waiting));
  }
}

function restored(): Entry[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE) ?? "[]") as Entry[];
  } catch {
    return [];
  }
}

export const outbox = new Outbox();

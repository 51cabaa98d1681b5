// The places that one document names, with what waits in the outbox on top.

import { asProblem, fetchJson, type Problem } from "../data/api";
import { outbox, type Entry } from "../data/outbox.svelte";
import type { Ground, NamedPlace, PlaceAnswer, Span } from "../data/types";

type Sent = Span & PlaceAnswer;

export class PlaceWork {
  all = $state.raw<NamedPlace[]>([]);
  problem = $state<Problem | null>(null);
  refusal = $state<Problem | null>(null); // why the last answer was not taken
  loaded = $state(false);
  readonly path: string;

  decided = $derived(this.all.filter((place) => place.choice !== null).length);

  constructor(document: string) {
    this.path = `${document}/places`;
  }

  async load(): Promise<void> {
    try {
      this.all = (await fetchJson<{ places: NamedPlace[] }>(this.path)).places;
      this.loaded = true;
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Take in the server's answer to a choice. */
  take(path: string, answer: unknown): void {
    if (path !== this.path && !path.startsWith(`${this.path}/`)) return;
    this.all = (answer as { places: NamedPlace[] }).places;
  }

  takeRefusal(entry: Entry, problem: Problem): boolean {
    if (!entry.path.startsWith(this.path)) return false;
    this.refusal = problem;
    return true;
  }

  choose(place: NamedPlace, answer: PlaceAnswer): void {
    this.refusal = null;
    const { layer, start, end } = place;
    outbox.put("POST", this.path, { layer, start, end, ...answer } satisfies Sent);
  }

  /** Take what was chosen for this mention for every other one of its name. */
  chooseAlike(place: NamedPlace): void {
    if (place.choice) outbox.put("POST", `${this.path}/alike`, { choice_id: place.choice.id });
  }

  undo(place: NamedPlace): void {
    this.refusal = null;
    if (place.choice) outbox.put("POST", `${this.path}/undo`, { choice_id: place.choice.id });
  }

  /** How many other mentions of this name nobody has decided on. */
  alike(place: NamedPlace): number {
    const choice = place.choice?.id;
    if (!choice) return 0;
    return this.all.filter((each) => each.offered.some((offered) => offered.choice_id === choice)).length;
  }
}

/** The places that the words may mean: what is proposed first, then the other candidates. */
export function candidatesOf(place: NamedPlace): Ground[] {
  const known = place.proposed ? [place.proposed, ...place.candidates] : place.candidates;
  return known.filter((one, at) => known.findIndex((other) => other.id === one.id) === at);
}

export async function findPlaces(name: string): Promise<Ground[]> {
  const found = await fetchJson<{ places: Ground[] }>(`/api/places?name=${encodeURIComponent(name)}`);
  return found.places;
}

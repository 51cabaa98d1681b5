// Which room is open, read from the address: `/` is the inbox, `/read/<document>` the reader,
// `/search?q=…` the search, `/references#<symbol>` the case file as a series, `/incidents` the list of
// incidents, `/incident/<code>` one of them and `/pairs` the queue of doubtful pairs.

import type { Span } from "./types";

/** Where in a document to open it: a claim, words of the text, what it refers to, or its numbers. */
export type Target =
  | { kind: "claim"; id: string }
  | { kind: "numbers" }
  | { kind: "words"; span: Span }
  | { kind: "reference"; symbol: string };

export type Route =
  | { page: "inbox" }
  | { page: "reader"; id: string; target: Target | null }
  | { page: "search"; query: string }
  | { page: "incidents" }
  | { page: "incident"; code: string }
  | { page: "pairs" }
  | { page: "references"; view: "graph" | "list"; picked: string | null };

function parse(): Route {
  const { pathname, search, hash } = location;
  const asked = new URLSearchParams(search);
  if (pathname === "/search") return { page: "search", query: asked.get("q") ?? "" };
  if (pathname === "/references")
    return {
      page: "references",
      view: asked.get("view") === "list" ? "list" : "graph",
      picked: decoded(hash.slice(1)) || null,
    };
  if (pathname === "/incidents") return { page: "incidents" };
  if (pathname === "/pairs") return { page: "pairs" };
  const code = /^\/incident\/([^/]+)$/.exec(pathname)?.[1];
  if (code) return { page: "incident", code: decoded(code) };
  const document = /^\/read\/([^/]+)$/.exec(pathname)?.[1];
  if (!document) return { page: "inbox" };
  return { page: "reader", id: decoded(document), target: targetOf(hash.slice(1)) };
}

function targetOf(hash: string): Target | null {
  const words = /^at=(.+):(\d+)-(\d+)$/.exec(hash);
  if (words?.[1])
    return { kind: "words", span: { layer: decoded(words[1]), start: Number(words[2]), end: Number(words[3]) } };
  if (hash === "numbers") return { kind: "numbers" };
  if (hash.startsWith("ref=")) return { kind: "reference", symbol: decoded(hash.slice(4)) };
  return hash ? { kind: "claim", id: hash } : null;
}

/** An address that a person typed may hold a stray percent sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const ROOMS = ["/", "/search", "/references", "/incidents", "/pairs"];
const WITH_NAME = ["/read/", "/incident/"];

class Router {
  route = $state<Route>(parse());

  constructor() {
    addEventListener("popstate", () => (this.route = parse()));
  }

  go(path: string): void {
    history.pushState(null, "", path);
    this.route = parse();
  }

  /** The same place under another address, without a step in the history. */
  replace(path: string): void {
    history.replaceState(null, "", path);
    this.route = parse();
  }

  /** Follow links to our own rooms without loading the page anew. */
  follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest("a");
    if (!link || link.origin !== location.origin || link.target) return;
    if (link.getAttribute("href")?.startsWith("#")) return; // within the page: the browser's own business
    if (!ROOMS.includes(link.pathname) && !WITH_NAME.some((room) => link.pathname.startsWith(room))) return;
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}

export const router = new Router();

export function readerPath(id: string, target: Target | null = null): string {
  return `/read/${encodeURIComponent(id)}${hashOf(target)}`;
}

function hashOf(target: Target | null): string {
  switch (target?.kind) {
    case "claim":
      return `#${target.id}`;
    case "words":
      return `#at=${encodeURIComponent(target.span.layer)}:${target.span.start}-${target.span.end}`;
    case "numbers":
      return "#numbers";
    case "reference":
      return `#ref=${encodeURIComponent(target.symbol)}`;
    default:
      return "";
  }
}

export function incidentPath(code: string): string {
  return `/incident/${encodeURIComponent(code)}`;
}

export function searchPath(query: string): string {
  return query ? `/search?q=${encodeURIComponent(query)}` : "/search";
}

/** The references room with one work picked, by its symbol or by a document that holds it. */
export function referencesPath(picked: string | null, view: "graph" | "list" = "graph"): string {
  return `/references${view === "list" ? "?view=list" : ""}${picked ? `#${encodeURIComponent(picked)}` : ""}`;
}

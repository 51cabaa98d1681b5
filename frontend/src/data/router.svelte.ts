// Which room is open, read from the address: `/` is the inbox, `/read/<document>` the reader.

export type Route = { page: "inbox" } | { page: "reader"; id: string; claim: string | null };

function parse(): Route {
  const match = /^\/read\/([^/]+)$/.exec(location.pathname);
  if (!match?.[1]) return { page: "inbox" };
  return { page: "reader", id: decodeURIComponent(match[1]), claim: location.hash.slice(1) || null };
}

class Router {
  route = $state<Route>(parse());

  constructor() {
    addEventListener("popstate", () => (this.route = parse()));
  }

  go(path: string): void {
    history.pushState(null, "", path);
    this.route = parse();
  }

  /** Follow links to our own rooms without loading the page anew. */
  follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest("a");
    if (!link || link.origin !== location.origin || link.target) return;
    if (link.getAttribute("href")?.startsWith("#")) return; // within the page: the browser's own business
    if (link.pathname !== "/" && !link.pathname.startsWith("/read/")) return;
    event.preventDefault();
    this.go(link.pathname + link.hash);
  }
}

export const router = new Router();

export function readerPath(id: string): string {
  return `/read/${encodeURIComponent(id)}`;
}

// The only door to the server. Every answer is data or a Problem with words for a person.

export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly retry: boolean,
  ) {
    super(message);
  }
}

const UNREACHABLE = new Problem(
  "web.unreachable",
  "The workbench does not answer.",
  "It may have been stopped. Nothing is lost: what is unsaved is kept here and tried again.",
  true,
);

async function problemOf(response: Response): Promise<Problem> {
  const retry = response.status >= 500 && response.status !== 507;
  try {
    const body = (await response.json()) as { code: string; message: string; hint: string };
    return new Problem(body.code, body.message, body.hint ?? "", retry || body.code === "web.no_session");
  } catch {
    return new Problem("web.unreadable", `The workbench answered ${response.status}.`, "Try again.", retry);
  }
}

async function send<T>(path: string, options: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw UNREACHABLE;
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export function fetchJson<T>(path: string): Promise<T> {
  return send<T>(path, { headers: { Accept: "application/json" } });
}

/** Send `body` as JSON. `key` names the action, so that the server does a repeated one only once. */
export function sendJson<T>(method: "POST" | "PATCH", path: string, body: unknown, key: string): Promise<T> {
  return send<T>(path, {
    method,
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(body),
  });
}

/** Send one file's bytes as they are; its name travels percent-encoded in a header. */
export function sendFile<T>(path: string, file: File, key: string): Promise<T> {
  return send<T>(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/octet-stream",
      "X-File-Name": encodeURIComponent(file.name),
      "Idempotency-Key": key,
    },
    body: file,
  });
}

/** A new name for one action of a person. */
export function newKey(): string {
  return crypto.randomUUID();
}

export function documentPath(id: string): string {
  return `/api/documents/${encodeURIComponent(id)}`;
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem("web.page", error instanceof Error ? error.message : "Something went wrong in the page.", "Reload the page.", false);
}

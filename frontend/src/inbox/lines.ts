// The rows of the inbox in the order in which it shows them: what came in an archive or an e-mail
// stands under it.

import type { DocumentRow } from "../data/types";

/** A document, or the heading over what came in a container that is no document itself. */
export type Line =
  | { key: string; row: DocumentRow; name: string; depth: number }
  | { key: string; row: null; name: string; count: number };

export function linesOf(rows: DocumentRow[]): Line[] {
  const held = heldBy(rows);
  const lines: Line[] = [];
  const seen = new Set<string>();
  const put = (row: DocumentRow, depth: number, within: string | null): void => {
    if (seen.has(row.id)) return;
    seen.add(row.id);
    const name = within && row.name.startsWith(`${within}/`) ? row.name.slice(within.length + 1) : row.name;
    lines.push({ key: row.id, row, name, depth });
    for (const member of held.get(row.id) ?? []) put(member, depth + 1, row.name);
  };
  for (const row of rows) {
    const holder = row.container;
    if (!holder) put(row, 0, null);
    else if (!holder.document && !seen.has(row.id)) {
      const members = held.get(holder.id) ?? [];
      const name = holder.name ?? "an archive";
      lines.push({ row: null, key: holder.id, name, count: members.length });
      for (const member of members) put(member, 1, holder.name);
    }
  }
  // What is held by a document that is not in the list stands by itself at the end.
  for (const row of rows) put(row, 0, null);
  return lines;
}

/** The rows that each container held, in the order in which they were added. */
function heldBy(rows: DocumentRow[]): Map<string, DocumentRow[]> {
  const held = new Map<string, DocumentRow[]>();
  for (const row of [...rows].reverse()) {
    const holder = row.container;
    if (!holder) continue;
    if (!held.has(holder.id)) held.set(holder.id, []);
    held.get(holder.id)?.push(row);
  }
  return held;
}

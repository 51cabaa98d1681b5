// Words of the text as a span of their layer in UTF-16 units: those that a person has selected, and
// those that an address leads to.

import { wholeText } from "../data/segments";
import type { Target } from "../data/router.svelte";
import type { DocumentView, Layer, ReviewedClaim, Span } from "../data/types";

function offsetOf(node: Node, within: number): { layer: string; at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const segment = element?.closest<HTMLElement>("[data-start]");
  const layer = element?.closest<HTMLElement>("[data-layer]")?.dataset["layer"];
  if (!segment || !layer) return null;
  return { layer, at: Number(segment.dataset["start"]) + (node.nodeType === Node.TEXT_NODE ? within : 0) };
}

/** What is selected with the mouse or the caret; null where nothing is. */
export function selectedSpan(pane: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  if (!from || !to || from.layer !== to.layer || to.at <= from.at) return null;
  return { layer: from.layer, start: from.at, end: to.at };
}

/** Where a person without a mouse starts: the words of `claim`, or the first paragraph. */
export function startingSpan(layers: Layer[], claim: ReviewedClaim | null): Span | null {
  const evidence = claim?.claim.evidence[0];
  if (evidence) return { layer: evidence.layer, start: evidence.start, end: evidence.end };
  const layer = layers[0];
  const block = layer && wholeText(layer.text, layer.blocks).find((each) => each.kind !== "furniture");
  return layer && block ? { layer: layer.id, start: block.start, end: block.end } : null;
}

/** The same span with one edge moved over a word, `step` 1 onwards or -1 back. */
export function moveEdge(text: string, span: Span, edge: "start" | "end", step: 1 | -1): Span {
  const edges = [...text.matchAll(/\S+/g)].map((word) => word.index + (edge === "end" ? word[0].length : 0));
  const at = span[edge];
  const next = step === 1 ? edges.find((each) => each > at) : edges.findLast((each) => each < at);
  const moved = { ...span, [edge]: next ?? at };
  return moved.start < moved.end ? moved : span;
}

/** The paragraph after the one in which `span` starts; the first again after the last. */
export function nextParagraph(layer: Layer, span: Span): Span {
  const blocks = wholeText(layer.text, layer.blocks);
  const next = blocks.find((block) => block.start > span.start) ?? blocks[0];
  return next ? { layer: layer.id, start: next.start, end: next.end } : span;
}

/** The words that an address leads to; null where the document has none such. */
export function spanOfTarget(view: DocumentView, target: Target): Span | null {
  if (target.kind === "reference")
    return view.references.find((reference) => reference.symbol === target.symbol)?.span ?? null;
  if (target.kind !== "words") return null;
  const { span } = target;
  const layer = view.layers.find((each) => each.id === span.layer);
  return layer && span.start < span.end && span.end <= layer.text.length ? span : null;
}

/** The page on which the words begin, if their layer has pages. */
export function pageOf(layers: Layer[], span: Span): number | null {
  const blocks = layers.find((layer) => layer.id === span.layer)?.blocks ?? [];
  return blocks.find((block) => block.start <= span.start && span.start < block.end)?.page ?? null;
}

// Claims that a person has picked, to lay two beside each other or to split some off.

import type { ClaimRef } from "../data/record";

export function sameClaim(one: ClaimRef, other: ClaimRef): boolean {
  return one.document === other.document && one.claim === other.claim;
}

export function isPicked(picked: ClaimRef[], ref: ClaimRef): boolean {
  return picked.some((each) => sameClaim(each, ref));
}

/** The picks with `ref` among them, or without it where it was. */
export function turned(picked: ClaimRef[], ref: ClaimRef): ClaimRef[] {
  return isPicked(picked, ref) ? picked.filter((each) => !sameClaim(each, ref)) : [...picked, ref];
}

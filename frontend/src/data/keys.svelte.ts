// Shortcuts by the place of the key on the keyboard (`event.code`), so that they work under an
// Arabic or Russian layout too. They are off inside text fields, with a modifier held, while a
// dialog is open, and when a person has turned them off.

export interface Shortcut {
  code: string;
  label: string;
  does: string;
  run: () => void;
}

// Signs that stand on other keys in other layouts: what is printed on the key counts too.
const PRINTED: Record<string, string> = { "?": "?", "/": "Slash" };

const STORAGE = "allegata.shortcuts";

class Keys {
  enabled = $state(localStorage.getItem(STORAGE) !== "off");
  active = $state<Shortcut[]>([]); // of the room
  everywhere = $state<Shortcut[]>([]);

  turn(on: boolean): void {
    this.enabled = on;
    localStorage.setItem(STORAGE, on ? "on" : "off");
  }

  handle(event: KeyboardEvent): void {
    if (!this.enabled || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]") || takesText(event.target)) return;
    if (event.code === "Space" && takesSpace(event.target)) return;
    const code = PRINTED[event.key] ?? event.code;
    const shortcut = [...this.active, ...this.everywhere].find((each) => each.code === code);
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  }
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function takesSpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary, label") !== null;
}

export const keys = new Keys();

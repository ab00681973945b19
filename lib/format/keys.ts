/** Every key of the interface by where it works, with what it does: the key sheet, the buttons and the listener read this. */
export const keys = {
  everywhere: {
    n: "New source",
    "g t": "Go to Today",
    "g r": "Go to Reviews",
    "mod+k": "Search, go anywhere, do anything",
    "/": "Search",
    "?": "All keys",
  },
  lists: {
    j: "Next row",
    k: "Row before",
    Enter: "Open the row",
    u: "Undo",
    l: "New lead",
  },
  board: {
    ">": "Move the card to the next stage",
    "<": "Move the card to the stage before",
  },
  draft: {
    a: "Approve",
    e: "Edit",
    r: "Reject with a reason",
    s: "Snooze for yourself",
    h: "Hand over to somebody",
    g: "Write the draft, or a statement, again",
    m: "Merge or split the statement",
    w: "Add what is selected in the source",
    c: "Record consent",
    x: "Keep the statement, or select the draft",
    "]": "Next statement",
    "[": "Statement before",
    d: "What changed between revisions",
  },
  writing: {
    "mod+Enter": "Store or send what is written",
    Escape: "Close or cancel",
  },
} as const satisfies Record<string, Record<string, string>>;

export type KeyScope = keyof typeof keys;
export type KeyOf<S extends KeyScope> = keyof (typeof keys)[S] & string;
export type KeyName = { [S in KeyScope]: KeyOf<S> }[KeyScope];

/** What a key does, in words. */
export function labelOfKey(name: string): string | undefined {
  return Object.values<Record<string, string>>(keys).find((scope) => name in scope)?.[name];
}

export const scopeLabels: Record<KeyScope, string> = {
  everywhere: "Everywhere",
  lists: "In a list",
  board: "On the board of leads",
  draft: "On a draft",
  writing: "While writing",
};

/** Keys that may repeat while they are held; any other acts once per press, or a held `a` would approve a whole queue. */
export const repeating: ReadonlySet<string> = new Set<KeyName>(["j", "k", "[", "]"]);

/** How long after `g` the second key of a sequence still counts, in milliseconds. */
export const SEQUENCE_MS = 1000;

export type Press = {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

/** The name a key press has in the table, or null where a modifier belongs to the browser or the system. */
export function nameOfPress(press: Press, mac: boolean): string | null {
  const key = latinKey(press);
  const sign = key.length === 1 && !/[\p{L}\p{N}\s]/u.test(key);
  // Many layouts reach "[" through AltGr, which Windows reports as Ctrl+Alt and macOS as Alt.
  if (press.altKey) return sign ? key : null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  if (mac ? press.ctrlKey : press.metaKey) return null;
  if (press.shiftKey && !(sign && !mod)) return null;
  return mod ? `mod+${key}` : key;
}

/** The Latin letter on a key that writes another script, so that the keys work in every layout. */
function latinKey({ key, code }: Press): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key)) return letter.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

/** What a press runs, given the first key of a sequence still waiting and the names that are bound now. */
export function stepKeys(waiting: string | null, name: string, bound: Iterable<string>) {
  const names = new Set(bound);
  const sequence = waiting ? `${waiting} ${name}` : null;
  if (sequence && names.has(sequence)) return { run: sequence, waiting: null };
  if (names.has(name)) return { run: name, waiting: null };
  const begins = [...names].some((other) => other.startsWith(`${name} `));
  return { run: null, waiting: begins ? name : null };
}

const SIGNS: Record<string, string> = { Enter: "↵", Escape: "Esc" };

/** The caps to print for a key, one per press: `g r` gives two. */
export function capsOf(name: string, mac: boolean): string[] {
  return name.split(" ").map((part) => {
    const key = part.replace("mod+", "");
    const cap = SIGNS[key] ?? key.toUpperCase();
    if (part === key) return cap;
    return mac ? `⌘${cap}` : `Ctrl ${cap}`;
  });
}

/** The value of aria-keyshortcuts, which knows no sequences: undefined for those. */
export function ariaKeyOf(name: string): string | undefined {
  if (name.includes(" ")) return undefined;
  const key = name.replace("mod+", "");
  return name === key ? key : `Meta+${key} Control+${key}`;
}

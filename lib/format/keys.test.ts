import { describe, expect, it } from "vitest";
import { ariaKeyOf, capsOf, keys, labelOfKey, nameOfPress, type Press, stepKeys } from "#lib/format/keys";

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more };
}

describe("nameOfPress", () => {
  it("names letters and signs as the table does, with caps lock on too", () => {
    expect(nameOfPress(press("a"), false)).toBe("a");
    expect(nameOfPress(press("A"), false)).toBe("a");
    expect(nameOfPress(press("?", { shiftKey: true }), false)).toBe("?");
    expect(nameOfPress(press("Enter"), false)).toBe("Enter");
  });

  it("leaves every other modifier to the browser", () => {
    expect(nameOfPress(press("A", { shiftKey: true }), false)).toBeNull();
    expect(nameOfPress(press("a", { altKey: true }), false)).toBeNull();
    expect(nameOfPress(press("r", { metaKey: true }), false)).toBeNull();
    expect(nameOfPress(press("k", { ctrlKey: true }), true)).toBeNull();
    expect(nameOfPress(press("K", { ctrlKey: true, shiftKey: true }), false)).toBeNull();
    expect(nameOfPress(press("/", { ctrlKey: true, shiftKey: true }), false)).toBeNull();
  });

  it("knows the command key of each platform", () => {
    expect(nameOfPress(press("k", { metaKey: true }), true)).toBe("mod+k");
    expect(nameOfPress(press("Enter", { ctrlKey: true }), false)).toBe("mod+Enter");
  });

  it("reads signs that a layout puts behind AltGr", () => {
    expect(nameOfPress(press("[", { altKey: true, ctrlKey: true }), false)).toBe("[");
    expect(nameOfPress(press("]", { altKey: true }), true)).toBe("]");
  });

  it("reads the Latin letter of a key that writes another script", () => {
    expect(nameOfPress(press("ф", { code: "KeyA" }), false)).toBe("a");
    expect(nameOfPress(press("z", { code: "KeyY" }), false)).toBe("z");
  });
});

describe("stepKeys", () => {
  const page = ["g t", "g r", "n"];

  it("waits after the first key of a sequence, then runs it", () => {
    expect(stepKeys(null, "g", page)).toEqual({ run: null, waiting: "g" });
    expect(stepKeys("g", "r", page)).toEqual({ run: "g r", waiting: null });
  });

  it("drops a sequence that no second key completes, and runs that key alone", () => {
    expect(stepKeys("g", "n", page)).toEqual({ run: "n", waiting: null });
    expect(stepKeys("g", "y", page)).toEqual({ run: null, waiting: null });
  });

  it("regenerates at once where a draft binds g alone", () => {
    expect(stepKeys(null, "g", [...page, "g"])).toEqual({ run: "g", waiting: null });
  });
});

describe("the table", () => {
  it("gives a key one meaning", () => {
    const names = Object.values(keys).flatMap((scope) => Object.keys(scope));
    expect(names).toEqual([...new Set(names)]);
  });

  it("says what each key does, and no two do the same", () => {
    const labels = Object.values<Record<string, string>>(keys).flatMap((scope) => Object.values(scope));
    expect(labels.filter((label) => !/^[A-Z].*[a-z]$/.test(label))).toEqual([]);
    expect(labels).toEqual([...new Set(labels)]);
    expect(labelOfKey("a")).toBe("Approve");
    expect(labelOfKey("mod+j")).toBeUndefined();
  });

  it("prints one cap per press, with the platform's command key", () => {
    expect(capsOf("g r", false)).toEqual(["G", "R"]);
    expect(capsOf("mod+Enter", true)).toEqual(["⌘↵"]);
    expect(capsOf("mod+k", false)).toEqual(["Ctrl K"]);
    expect(capsOf("Escape", false)).toEqual(["Esc"]);
  });

  it("tells assistive technology the keys it can express", () => {
    expect(ariaKeyOf("a")).toBe("a");
    expect(ariaKeyOf("mod+k")).toBe("Meta+k Control+k");
    expect(ariaKeyOf("g r")).toBeUndefined();
  });
});

import { afterEach, expect, it, vi } from "vitest";
import { leave } from "#components/shell/leave";

afterEach(() => vi.unstubAllGlobals());

it("leaves no word that was typed and not saved to whoever signs in next", () => {
  const stored: Record<string, string> = {
    "countersign:edit:drf_1:1:a1": '{"text":"Renew both"}',
    "countersign:answer:qst_1": "Hollis pays",
    other: "stays",
  };
  Object.defineProperty(stored, "removeItem", { value: (key: string) => delete stored[key] });
  vi.stubGlobal("sessionStorage", stored);
  const signOut = vi.fn();
  leave(signOut);
  expect(stored).toEqual({ other: "stays" });
  expect(signOut).toHaveBeenCalledOnce();
});

it("signs out where storage is switched off", () => {
  vi.stubGlobal("sessionStorage", undefined);
  const signOut = vi.fn();
  leave(signOut);
  expect(signOut).toHaveBeenCalledOnce();
});

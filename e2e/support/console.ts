import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

const unexpected: string[] = [];
let expected: RegExp[] = [];
const original = console.error;

/** Lets `console.error` be called with a matching text during this test; without a call the test fails too. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

beforeEach(() => {
  unexpected.length = 0;
  expected = [];
  console.error = (...args: unknown[]) => {
    const text = format(...args);
    const known = expected.findIndex((pattern) => pattern.test(text));
    if (known >= 0) expected.splice(known, 1);
    else {
      unexpected.push(text);
      original(...args);
    }
  };
});

afterEach(() => {
  console.error = original;
  expect(unexpected, "console.error was called").toEqual([]);
  expect(expected, "console.error was expected and not called").toEqual([]);
});

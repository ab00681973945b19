import { type BrowserContext, expect } from "@playwright/test";

/** What went wrong in the pages of a test: console errors, uncaught exceptions, breaches of the security policy. */
export type Problems = {
  watch: (context: BrowserContext) => Promise<void>;
  /** Lets a matching problem happen; one that then doesn't happen fails the test. */
  expect: (pattern: RegExp) => void;
  check: () => void;
};

export function watchProblems(): Problems {
  const found: string[] = [];
  const expected: RegExp[] = [];
  return {
    watch: async (context) => {
      context.on("console", (message) => {
        if (message.type() === "error") found.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => found.push(`Uncaught: ${error.error().stack}`));
      await context.addInitScript(() =>
        addEventListener("securitypolicyviolation", (event) =>
          console.error(`Breach of ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`),
        ),
      );
    },
    expect: (pattern) => void expected.push(pattern),
    check: () => {
      const unexpected = found.filter((text) => !expected.some((pattern) => pattern.test(text)));
      const missing = expected.filter((pattern) => !found.some((text) => pattern.test(text)));
      expect(unexpected, "problems in the browser").toEqual([]);
      expect(missing, "expected problems that did not happen").toEqual([]);
    },
  };
}

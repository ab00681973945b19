import { isDeepStrictEqual } from "node:util";
import { expect } from "@playwright/test";
import { ask, partsOf } from "#e2e/permissions/asking";
import { ROUTES } from "#e2e/permissions/routes";
import { test } from "#e2e/permissions/shared-app";

for (const [route, row] of Object.entries(ROUTES)) {
  test(`${route} answers everybody as the table says`, { tag: "@database" }, async ({ app }) => {
    const method = /^[A-Z]+(?= )/.exec(route)?.[0] ?? "GET";
    for (const { who, at, reply, absent } of row(app.shared)) {
      const answer = await ask(app, at, who, { method });
      expect.soft({ who, at, status: answer.status, to: answer.to }).toEqual({ who, at, to: null, ...reply });
      if (!absent) continue;
      const nothing = await ask(app, absent.at, who, { method });
      const alike = isDeepStrictEqual(partsOf(answer.text, app.shared), partsOf(nothing.text, app.shared));
      expect.soft({ who, at, alike }).toEqual({ who, at, alike: absent.alike });
    }
  });
}

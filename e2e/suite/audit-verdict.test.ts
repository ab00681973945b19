import { expect, it } from "vitest";
import { verdictOn } from "#e2e/suite/audit-verdict";

const reportOf = (severities: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity }]),
    ),
  });

it("stops at what is known to be high or critical, by name", () => {
  expect(verdictOn(reportOf({ next: "critical", pg: "high", zod: "moderate" }))).toEqual({
    sentence: "Known grave holes: next, pg. See npm audit.",
    stops: true,
  });
});

it.each([
  ["nothing", {}],
  ["only what is low or moderate", { zod: "moderate", pg: "low" }],
])("lets pass where there is %s", (_, severities) => {
  expect(verdictOn(reportOf(severities))).toMatchObject({ stops: false });
});

it.each([
  ["a registry that refuses", '{"message":"405 Method Not Allowed","error":{"summary":""}}'],
  ["no network", '{"error":{"code":"ENOTFOUND"}}'],
  ["no npm", ""],
])("says that nothing was audited with %s", (_, printed) => {
  expect(verdictOn(printed)).toEqual({
    sentence: "Dependencies were not audited: no registry answers that.",
    stops: false,
  });
});

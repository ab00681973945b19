import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Details, PromisedTo } from "#components/review/details";
import type { Statement } from "#lib/grounding/statement";

const statement: Statement = {
  id: "d1",
  section: "decisions",
  text: "Ship on the fourth",
  kept: true,
  trace: "stated",
  person: null,
  due: null,
  flags: [],
};
const because = {
  kind: "because",
  text: "Support is ready",
  kept: true,
  trace: "stated",
  flags: [],
} as const;
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

it("shows each reason with a box, and that one has no source", () => {
  const details = [
    { ...because, flags: [] },
    { ...because, text: "The moon is full", kept: false, trace: "untraced" as const, flags: [] },
    { ...because, kind: "instead" as const, text: "Slip again", flags: ["unsaid" as const] },
  ];
  const html = renderToStaticMarkup(createElement(Details, { statement: { ...statement, details } }));
  expect(html).toContain('aria-label="Reasons and alternatives of “Ship on the fourth”"');
  expect(html.match(/type="checkbox"/g)).toHaveLength(3);
  expect(html.match(/checked=""/g)).toHaveLength(2);
  expect(textOf(html)).toBe(
    "Because: Support is ready Because: The moon is full quote not found Instead of: Slip again says more than its sentence",
  );
});

it("shows nothing where nothing was said", () => {
  expect(renderToStaticMarkup(createElement(Details, { statement }))).toBe("");
  expect(renderToStaticMarkup(createElement(PromisedTo, { statement }))).toBe("");
});

it("says whom a promise is to, and how that is known", () => {
  const promisedTo = (to: Statement["to"]) =>
    textOf(renderToStaticMarkup(createElement(PromisedTo, { statement: { ...statement, to } })));
  expect(promisedTo({ name: "Hollis <b>", basis: "stated" })).toBe("to Hollis &lt;b&gt;");
  expect(promisedTo({ name: "Hollis", basis: "inferred" })).toBe("to Hollis, inferred");
  expect(promisedTo(null)).toBe("to nobody named");
});

import { describe, expect, it } from "vitest";
import { unreadable } from "#lib/web/unreadable";

const PAGE = "http://localhost:3000/reviews";
const TEXT = { "content-type": "text/plain;charset=UTF-8" };
const MULTIPART = { "content-type": "multipart/form-data; boundary=y" };
const CALL = { "next-action": "00ff" };

function form(): FormData {
  const filled = new FormData();
  filled.append("0", '["$K1"]');
  return filled;
}

describe("a request that something can be made of", () => {
  it.each<[string, RequestInit]>([
    ["asks for a page", {}],
    ["sends a form", { method: "POST", body: form() }],
    ["calls an action", { method: "POST", headers: { ...TEXT, ...CALL }, body: '[{"draftId":"drf_1"}]' }],
    ["calls an action with a form", { method: "POST", headers: CALL, body: form() }],
    ["posts what is neither", { method: "POST", headers: TEXT, body: "anything" }],
  ])("%s", async (_what, init) => {
    expect(await unreadable(new Request(PAGE, init))).toBeNull();
  });

  it("is for the doors of machines to judge", async () => {
    const request = new Request("http://localhost:3000/api/v1/sources", { method: "PUT", body: "{" });
    expect(await unreadable(request)).toBeNull();
  });
});

describe("a request that nothing can be made of", () => {
  it.each(["PUT", "PATCH", "DELETE"])("is answered 405 where it wants %s of a page", async (method) => {
    expect(await unreadable(new Request(PAGE, { method }))).toMatchObject({ status: 405 });
  });

  it.each<[string, Record<string, string>, string]>([
    ["a form without its boundary", { "content-type": "multipart/form-data" }, "x"],
    ["a form that is none", MULTIPART, "x"],
    ["a form that was cut", MULTIPART, '--y\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
    ["arguments that are no JSON", { ...TEXT, ...CALL }, "{"],
    ["no arguments", { ...TEXT, ...CALL }, ""],
    ["arguments that are no list", { ...TEXT, ...CALL }, "null"],
    [
      "a cut form for an action",
      { ...MULTIPART, ...CALL },
      '--y\r\ncontent-disposition: form-data; name="0"\r\n\r\n["',
    ],
  ])("is answered 400 where it has %s", async (_what, headers, body) => {
    expect(await unreadable(new Request(PAGE, { method: "POST", headers, body }))).toMatchObject({
      status: 400,
    });
  });
});

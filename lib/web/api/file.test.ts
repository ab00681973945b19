import { beforeEach, expect, it } from "vitest";
import { sources, sourceVersions } from "#drizzle/schema/schema";
import { docxOf, pdfOf } from "#e2e/doubles/uploads";
import { heldToDescription, tokenOf } from "#e2e/support/api";
import { type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { answerApi } from "#lib/web/api/answer-api";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const WORD = docxOf([
  "Printer talk",
  "Date: 2026-11-18",
  "Attendees: Ada Lindqvist, Bo Tran",
  "ACTION: Bo to call the printer",
  "<w:p><w:r><w:drawing/></w:r></w:p>",
]);

async function send(name: string, bytes: Buffer, others: Record<string, string> = {}, who: CastKey = "ada") {
  const form = new FormData();
  const fields = { workflow: "meeting-notes", timeZone: "America/Toronto", visibility: "open", ...others };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new File([new Uint8Array(bytes)], name));
  const request = new Request("http://localhost:3000/api/v1/sources", {
    method: "POST",
    body: form,
    headers: { authorization: `Bearer ${await tokenOf(stage.as(who))}` },
  });
  return heldToDescription("/sources", "POST", await answerApi(stage.as(who), request));
}

it("becomes a source; title, day and attendees are read off it, and what was left out is told", async () => {
  const made = await send("../printer.docx", WORD);
  expect(made).toMatchObject({ status: 201, body: { leftOut: ["One picture was left out."] } });
  const [source] = await stage.store.raw.select().from(sources);
  expect(source).toMatchObject({
    title: "Printer talk",
    heldOn: "2026-11-18",
    provenance: { via: "api", format: "docx", fileName: "printer.docx" },
  });
  const [version] = await stage.store.raw.select().from(sourceVersions);
  expect(version?.text).toContain("ACTION: Bo to call the printer");
  expect((await send("printer.docx", WORD)).body).toMatchObject({ duplicate: true });
});

it("is named with the reason where it can’t be read, and stores nothing", async () => {
  const locked = await send("locked.pdf", pdfOf([["x"]], { encrypted: true }));
  expect(locked).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining("locked.pdf is protected") },
  });
  const dayless = await send("notes.txt", Buffer.from("Bo will call"));
  expect(dayless.body.errors).toMatchObject([{ pointer: "/heldOn" }]);
  expect((await send("n.txt", Buffer.from("x"), { heldOn: "2026-11-18", text: "y" })).status).toBe(422);
  expect(await stage.store.raw.$count(sources)).toBe(0);
});

it("is refused at once with more fields than a source has, however small they are", async () => {
  const part = (name: string) => `--parting\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n\r\n`;
  const body = `${Array.from({ length: 300_000 }, (_, n) => part(`field${n}`)).join("")}--parting--\r\n`;
  const request = new Request("http://localhost:3000/api/v1/sources", {
    method: "POST",
    body,
    headers: {
      authorization: `Bearer ${await tokenOf(stage.as("ada"))}`,
      "content-type": "multipart/form-data; boundary=parting",
    },
  });
  const { status, body: told } = await heldToDescription(
    "/sources",
    "POST",
    await answerApi(stage.as("ada"), request),
  );
  expect({ status, detail: told.detail }).toEqual({
    status: 413,
    detail: "A form has at most 300 fields.",
  });
});

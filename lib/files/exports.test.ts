import { describe, expect, test } from "vitest";
import { docxOf, mailOf, paragraph } from "#e2e/doubles/uploads";
import { readFile } from "#lib/files/read-file";

const MAIL = [
  "Message-ID: <1@larkfield.example>",
  "From: Ada Lindqvist <ada@larkfield.example>",
  "To: Bo Tran <bo@larkfield.example>",
  "Subject: =?UTF-8?Q?The_pilot_=E2=80=93_next?=",
  "Date: Wed, 18 Nov 2026 23:30:00 -0500",
  "MIME-Version: 1.0",
];
const CUT_MAIL = [
  ...MAIL,
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Bo sends the contract.",
  "Dana wa",
];
const WITH_ATTACHMENT = [
  ...CUT_MAIL.slice(0, -1),
  "--b",
  'Content-Type: application/pdf; name="plan.pdf"',
  'Content-Disposition: attachment; filename="plan.pdf"',
  "Content-Transfer-Encoding: base64",
  "",
  "JVBERi0=",
];
const CUT_HTML =
  "<!doctype html><title>Weekly</title><h1>Weekly</h1><ul><li>Bo ships &amp; tests<li>Dana waits</ul><table><tr><td>Bo<td>ships<script>alert(";
const CUE = "WEBVTT\n\nc83a7d7c/11-0\n00:00:01.000 --> 00:00:02.000\n<v Dana Weiss>I will send it.</v>\n\n";
const OF_DANA = "0:01 Dana Weiss: I will send it.";
const MEET = [
  "Pilot weekly (2026-11-19 10:00 GMT-5) - Transcript",
  "📝 Notes",
  "Attendees",
  "Harry Rook, Dana Weiss, Bo Tran",
  "📖 Transcript",
  "00:00:00",
  "Harry Rook: All right, awesome.",
  "Dana Weiss: I’ll send the offer by Friday.",
  "00:05:00",
  "Bo Tran: We decided to keep the old price list.",
];
const MEET_END = [
  "Transcription ended after 00:09:12",
  "This editable transcript was computer generated and might contain errors. People can also change the text after it was created.",
];

type Case = [
  what: string,
  name: string,
  bytes: Buffer,
  text: string | RegExp,
  format: string,
  leftOut?: string[],
];

const TAKEN: Case[] = [
  [
    "a mail cut off in its words",
    "cut.eml",
    mailOf(CUT_MAIL),
    /\n\nBo sends the contract\.\nDana wa$/,
    "eml",
  ],
  [
    "a mail cut off in what is attached",
    "cut.eml",
    mailOf(WITH_ATTACHMENT),
    /\n\nBo sends the contract\.$/,
    "eml",
    ["One attachment was not read: plan.pdf."],
  ],
  [
    "HTML cut off in a script",
    "cut.html",
    Buffer.from(CUT_HTML),
    "# Weekly\n- Bo ships & tests\n- Dana waits\nBo | ships",
    "html",
  ],
  [
    "HTML cut off in a tag",
    "cut.html",
    Buffer.from("<!doctype html><h1>Weekly</h1><p>Bo ships</p><p onclick=alert("),
    "# Weekly\n\nBo ships",
    "html",
  ],
  [
    "WebVTT cut off in its words",
    "cut.vtt",
    Buffer.from(`${CUE}00:00:03.000 --> 00:00:04.000\n<v Bo Tran>Thanks, and I wi`),
    `${OF_DANA}\n0:03 Bo Tran: Thanks, and I wi`,
    "vtt",
  ],
  ...[
    "c83a7d7c/12",
    "c83a7d7c/12-0\n00:00:0",
    "00:00:03.000 --> 00:0",
    "00:00:03.000 --> 00:00:04.000\n<v Bo Tr",
  ].map(
    (cut): Case => [
      `WebVTT cut off at ${JSON.stringify(cut)}`,
      "cut.vtt",
      Buffer.from(CUE + cut),
      OF_DANA,
      "vtt",
    ],
  ),
  [
    "SubRip of Fireflies",
    "fireflies.srt",
    Buffer.from(
      "1\n00:00:00,120 --> 00:00:04,480\nDana Weiss: Good morning.\n\n2\n00:00:04,900 --> 00:00:09,310\nBo Tran: I'll send the offer by Friday.\n\n3\n00:00:09,400 --> 00:00:12,000\nBo Tran: And the price list.\n",
    ),
    "0:00 Dana Weiss: Good morning.\n0:04 Bo Tran: I'll send the offer by Friday. And the price list.",
    "srt",
  ],
  [
    "SubRip cut off after a number",
    "cut.srt",
    Buffer.from("1\n00:00:01,000 --> 00:00:02,000\nDana Weiss: I will send it.\n\n2\n"),
    OF_DANA,
    "srt",
  ],
  [
    "Word of Fireflies",
    "fireflies.docx",
    docxOf([
      paragraph("Pilot weekly", '<w:pStyle w:val="Title"/>'),
      "Dana Weiss  00:00",
      "Good morning.",
      "Bo Tran  00:04",
      "I'll send the offer by Friday.",
    ]),
    "Pilot weekly\nDana Weiss  00:00\nGood morning.\nBo Tran  00:04\nI'll send the offer by Friday.",
    "docx",
  ],
  [
    "a transcript of Google Meet, whole",
    "meet.txt",
    Buffer.from([...MEET, "", ...MEET_END, ""].join("\n")),
    `${MEET.join("\n")}\n`,
    "text",
  ],
  [
    "a transcript of Google Meet in Word",
    "meet.docx",
    docxOf([...MEET, ...MEET_END]),
    `${MEET.join("\n")}\n`,
    "docx",
  ],
];

describe("what was cut off, and what others export, is read", { timeout: 30_000 }, () => {
  test.each(TAKEN)("%s", async (_, name, bytes, text, format, leftOut = []) => {
    const reading = await readFile(name, bytes);
    expect(reading).toEqual({
      text: text instanceof RegExp ? expect.stringMatching(text) : text,
      format,
      leftOut,
    });
  });
});

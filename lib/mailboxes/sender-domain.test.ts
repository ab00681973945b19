import { beforeEach, describe, expect, it } from "vitest";
import { senderDomains } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { insertMailbox } from "#e2e/support/mailbox";
import { loserOf } from "#e2e/support/race";
import type { UserCtx } from "#lib/events/context";
import { factsOfDomain } from "#lib/mailboxes/domain-facts";
import { readRecords } from "#lib/mailboxes/read-records";
import { refreshSenderDomain } from "#lib/mailboxes/refresh-sender-domain";
import { findSenderDomain } from "#lib/mailboxes/sender-domain";

type Zone = Record<string, string[] | null>;

const DOMAIN = "mail.larkfield.example";
const SOUND: Zone = {
  [DOMAIN]: ["google-site-verification=x", "v=spf1 include:_spf.example.net -all"],
  [`_dmarc.${DOMAIN}`]: ["v=DMARC1; p=reject; rua=mailto:d@larkfield.example"],
  [`selector1._domainkey.${DOMAIN}`]: ["v=DKIM1; k=rsa; p=MIIB"],
};
const looking =
  (zone: Zone, asked: string[] = []) =>
  (name: string) => {
    asked.push(name);
    return Promise.resolve(name in zone ? (zone[name] as string[] | null) : []);
  };
const facts = async (zone: Zone) =>
  factsOfDomain(DOMAIN, await readRecords(DOMAIN, looking(zone)), "smtp.example.net");
const fact = async (name: string, zone: Zone) => (await facts(zone)).find((one) => one.name === name);

describe("what DNS says of a domain", () => {
  it("is fine where a server list, a key and a policy stand", async () => {
    expect((await facts(SOUND)).map(({ name, state }) => [name, state])).toEqual([
      ["SPF", "fine"],
      ["DKIM", "fine"],
      ["DMARC", "fine"],
    ]);
  });

  it("says what to add where there is nothing, and that a key may stand elsewhere", async () => {
    expect(await facts({})).toMatchObject([
      { state: "mend", todo: expect.stringContaining("smtp.example.net") },
      { state: "unknown", todo: expect.stringContaining(`header.d=${DOMAIN}`) },
      { state: "mend", todo: expect.stringContaining(`_dmarc.${DOMAIN}`) },
    ]);
  });

  it.each([
    [["v=spf1 -all", "v=spf1 ~all"], "mend", "2 SPF records"],
    [["v=spf1 +all"], "mend", "every server in the world"],
    [["v=spf1 a all"], "mend", "every server in the world"],
    [["v=spf1 mx ?all"], "mend", "does not say what becomes"],
    [["v=spf1 mx"], "mend", "does not say what becomes"],
    [["v=spf1 redirect=_spf.example.net"], "fine", "names the servers"],
    [["V=SPF1 mx ~ALL"], "fine", "names the servers"],
    [["v=spf10 -all"], "mend", "does not say which servers"],
    [null, "unknown", "did not answer"],
  ])("reads the server list %o", async (texts, state, says) => {
    expect(await fact("SPF", { [DOMAIN]: texts })).toMatchObject({
      state,
      says: expect.stringContaining(says),
    });
  });

  it.each<[Zone, string, string]>([
    [{ [`_dmarc.${DOMAIN}`]: ["v=DMARC1; p=none"] }, "fine", "(p=none)"],
    [{ [`_dmarc.${DOMAIN}`]: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] }, "mend", "2 policies"],
    [{ [`_dmarc.${DOMAIN}`]: ["v=DMARC1; rua=mailto:d@larkfield.example"] }, "mend", "does not say"],
    [
      { "_dmarc.larkfield.example": ["v=DMARC1; p=reject; sp=none"] },
      "fine",
      "from larkfield.example; it asks",
    ],
    [{ "_dmarc.larkfield.example": ["v=DMARC1;p=quarantine"] }, "fine", "put aside (p=quarantine)"],
    [{ "_dmarc.larkfield.example": null }, "unknown", "did not answer"],
    [{ [`_dmarc.${DOMAIN}`]: ["not a policy: v=DMARC1; p=reject"] }, "mend", "no DMARC policy"],
  ])("reads the policy %o", async (zone, state, says) => {
    expect(await fact("DMARC", zone)).toMatchObject({ state, says: expect.stringContaining(says) });
  });

  it.each([
    [["v=DKIM1; p="], "unknown"],
    [["v=DMARC1; p=none"], "unknown"],
    [["p=MIIB"], "fine"],
    [null, "unknown"],
  ])("reads the key %o", async (texts, state) => {
    expect(await fact("DKIM", { [`google._domainkey.${DOMAIN}`]: texts })).toMatchObject({ state });
  });

  it("is kept short and in one line, whatever stands there, and a lookup that fails is no answer", async () => {
    const long = `v=spf1 ${"a".repeat(60_000)}\u0000\u202e\r\n<script> -all`;
    const { spf } = await readRecords(DOMAIN, looking({ [DOMAIN]: Array(500).fill(long) }));
    expect(spf).toHaveLength(5);
    expect(spf?.every((text) => text.length <= 1000 && !/[\p{Cc}\u202e]/u.test(text))).toBe(true);
    const failing = () => Promise.reject(new Error("The socket is gone."));
    expect(await readRecords(DOMAIN, failing)).toEqual({ spf: null, dmarc: null, dkim: null });
  });

  it("asks a bounded number of names below the domain alone", async () => {
    const asked: string[] = [];
    const deep = `${"a.".repeat(60)}larkfield.example`;
    await readRecords(deep, looking({}, asked));
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(asked.every((name) => name.endsWith("larkfield.example"))).toBe(true);
  });
});

describe("the domain of one’s own mail", () => {
  let stage: Stage;
  const by = (key: "bo" | "ada" | "hugo", zone: Zone = {}): UserCtx => ({
    ...stage.as(key),
    channels: { lookUpTxt: looking(zone) },
  });
  beforeEach(async () => {
    stage = await setStage();
    await insertMailbox(stage, CAST.bo.id);
  });

  it("is looked up on demand, and what was found is kept with its time", async () => {
    expect(await findSenderDomain(by("bo"))).toEqual({
      domain: "larkfield.example",
      checkedAt: null,
      facts: [],
    });
    await refreshSenderDomain(by("bo", { "larkfield.example": ["v=spf1 -all"] }));
    expect(await findSenderDomain(by("bo"))).toMatchObject({
      checkedAt: stage.clock.now().toISOString(),
      facts: [{ name: "SPF", state: "fine", records: ["v=spf1 -all"] }, {}, {}],
    });
    expect(await kindsOf(stage.store, "larkfield.example")).toEqual(["mailbox.domain_checked"]);
    stage.clock.advance(30_000);
    await refreshSenderDomain(by("bo"));
    expect(await findSenderDomain(by("bo"))).toMatchObject({ facts: [{ state: "mend" }, {}, {}] });
  });

  it("is looked up once where two ask at the same time, and not again at once", async () => {
    const asked = { ctx: by("bo"), act: refreshSenderDomain };
    const lost = await loserOf(asked, asked);
    expect(lost).toMatchObject({ code: "conflict" });
    await expect(refreshSenderDomain(by("bo"))).rejects.toMatchObject({ code: "conflict" });
    expect(await stage.store.raw.$count(senderDomains)).toBe(1);
  });

  it("is none where nothing is sent, and viewers ask for none", async () => {
    expect(await findSenderDomain(by("ada"))).toBeNull();
    await expect(refreshSenderDomain(by("ada"))).rejects.toMatchObject({ code: "invalid" });
    await insertMailbox(stage, CAST.hugo.id);
    await expect(refreshSenderDomain(by("hugo"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

import { describe, expect, it } from "vitest";
import { apiAs } from "#e2e/support/api";
import { setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";

describe("searching as a program", () => {
  it("answers by kind, with the words marked and never as HTML", async () => {
    const stage = await setStage();
    const { decision } = await stageMeeting(stage);
    const id = await decision("<b>Ship</b> the tapir");
    const api = await apiAs(stage.as("hugo"), ["search:read"]);
    const { status, body } = await api("/search?words=tap");
    expect(status).toBe(200);
    expect(body).toEqual({
      groups: [
        {
          kind: "decision",
          more: false,
          found: [
            {
              id,
              at: stage.clock.now().toISOString(),
              title: [
                { text: "<b>Ship</b> the ", hit: false },
                { text: "tapir", hit: true },
              ],
              excerpt: null,
              about: "Ada",
            },
          ],
        },
      ],
    });
    expect((await api("/search?words=tapir&kind=person")).body).toEqual({ groups: [] });
  });

  it("takes anything for words, and says what is wrong with the rest", async () => {
    const stage = await setStage();
    const api = await apiAs(stage.as("hugo"), ["search:read"]);
    const hostile = encodeURIComponent(`'); drop table sources; -- & | ! <-> "`);
    expect((await api(`/search?words=${hostile}`)).status).toBe(200);
    expect((await api("/search")).status).toBe(422);
    expect((await api("/search?words=x&kind=secret")).status).toBe(422);
  });
});

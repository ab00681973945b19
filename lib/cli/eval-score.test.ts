import { describe, expect, it } from "vitest";
import { type Gold, type PredictedItem, score } from "#lib/cli/eval-score";

const text = "Dana will renew the staging certificate by Friday. We agreed to ship on the fourth.";
const gold: Gold = {
  id: "a/one",
  community: "a",
  gold_kind: "plain",
  items: [
    { type: "action", text: "Renew the staging certificate", owners: ["Dana"], derivable: true },
    { type: "decision", text: "Ship on the fourth of December", owners: [], derivable: true },
    { type: "action", text: "Water the plants", owners: [], derivable: false },
  ],
};
const renew: PredictedItem = {
  type: "action",
  text: "Renew the certificate",
  owners: ["Dana Weiss"],
  due: "Friday",
  quote: "Dana will renew the staging certificate by Friday.",
};
const ship: PredictedItem = {
  type: "decision",
  text: "Ship on the fourth",
  owners: [],
  due: null,
  quote: "ship on  the FOURTH",
};
const figures = (items: PredictedItem[], onMarkers = false) =>
  score([{ gold, text, items, onMarkers }]).at(-1);

describe("score", () => {
  it("counts what was found among what the text supports", () => {
    expect(figures([renew, ship])).toEqual({
      set: "ALL",
      docs: 1,
      recall: 1,
      action_recall: 1,
      decision_recall: 1,
      owner_accuracy: 1,
      quotes_found: 1,
      predictions: 2,
      per_gold: 0.667,
    });
    expect(figures([renew, ship], true)).toMatchObject({ recall: 0.667, action_recall: 0.5 });
  });

  it("pairs a prediction with one label only, and only of its kind", () => {
    expect(figures([{ ...renew, type: "decision" }])).toMatchObject({ recall: 0 });
    expect(figures([renew, renew])).toMatchObject({ recall: 0.5, per_gold: 0.667 });
  });

  it("counts neither a page for a point nor a quote that is not there", () => {
    expect(
      figures([{ ...renew, text: `Renew the staging certificate ${"and so on ".repeat(14)}` }]),
    ).toMatchObject({ recall: 0 });
    expect(figures([{ ...renew, quote: "Dana will renew the production certificate" }])).toMatchObject({
      quotes_found: 0,
    });
    expect(figures([{ ...renew, quote: "" }])).toMatchObject({ quotes_found: 0 });
  });

  it("counts an owner where one of the names is right, and not the fifth name of a list", () => {
    expect(figures([{ ...renew, owners: ["Bo"] }])).toMatchObject({ owner_accuracy: 0 });
    expect(figures([{ ...renew, owners: ["Bo", "Dana"] }])).toMatchObject({ owner_accuracy: 0 });
  });

  it("has no figure where there was nothing to count", () => {
    expect(score([{ gold: { ...gold, items: [] }, text, items: [], onMarkers: false }])[0]).toMatchObject({
      recall: null,
      owner_accuracy: null,
      quotes_found: null,
    });
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, questions } from "#drizzle/schema/schema";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { loserOf } from "#e2e/support/race";
import { stageMeeting } from "#e2e/support/records";
import { answerQuestion } from "#lib/questions/answer-question";
import { countQuestions, getQuestion, listQuestions } from "#lib/questions/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const answer = (key: CastKey, questionId: string, text = "The customer") =>
  answerQuestion(stage.as(key), { questionId, version: 1, answer: text });

describe("listQuestions", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const id = await (await stageMeeting(stage, meeting)).question();
    const ctx = stage.as(reader);
    expect((await listQuestions(ctx, {})).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    expect(await countQuestions(ctx, {})).toBe(may ? 1 : 0);
    if (may) expect(await getQuestion(ctx, id)).toMatchObject({ id });
    else await expect(getQuestion(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps open and answered apart, and narrows down to who decides", async () => {
    const meeting = await stageMeeting(stage);
    const bo = await meeting.question({ text: "Bo's", decider: "bo" });
    await meeting.question({ text: "Dana's", decider: "dana" });
    await answer("bo", bo);
    const texts = async (filter: Parameters<typeof listQuestions>[1]) =>
      (await listQuestions(stage.as("hugo"), filter)).rows.map((row) => row.text);
    expect(await texts({})).toEqual(["Dana's"]);
    expect(await texts({ state: "answered" })).toEqual(["Bo's"]);
    expect(await texts({ deciderId: CAST.bo.id })).toEqual([]);
    expect(await texts({ deciderId: CAST.dana.id })).toEqual(["Dana's"]);
  });
});

describe("answerQuestion", () => {
  it("keeps the answer, raises the version and records one event", async () => {
    const meeting = await stageMeeting(stage);
    const id = await meeting.question({ decider: "bo" });
    await answer("bo", id, "  The customer pays.  ");
    expect(await getQuestion(stage.as("hugo"), id)).toMatchObject({
      state: "answered",
      version: 2,
      answer: "The customer pays.",
      answeredBy: CAST.bo.name,
      answeredAt: stage.clock.now().toISOString(),
      mayAnswer: false,
      history: [{ sentence: "Bo Tran answered this question." }],
    });
    expect(await stage.store.raw.select().from(events)).toEqual([
      expect.objectContaining({
        kind: "question.answered",
        actorId: CAST.bo.id,
        subjectId: id,
        draftId: meeting.draftId,
        data: {},
      }),
    ]);
  });

  it.each([
    ["dana", "bo", "forbidden"],
    ["hugo", undefined, "forbidden"],
    ["ada", "bo", null],
    ["ines", "bo", null],
    ["dana", undefined, null],
  ] as const)("by %s, where %s decides: %s", async (key, decider, refusal) => {
    const id = await (await stageMeeting(stage)).question({ decider });
    expect((await getQuestion(stage.as(key), id)).mayAnswer).toBe(refusal === null);
    const ended = await answer(key, id).then(
      () => null,
      (error) => error.code,
    );
    expect(ended).toBe(refusal);
  });

  it("is not for who decides and may not see the source", async () => {
    const id = await (await stageMeeting(stage, { visibility: "private" })).question({ decider: "bo" });
    await expect(answer("bo", id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells the slower of two what the answer is", async () => {
    const id = await (await stageMeeting(stage)).question({ decider: "bo" });
    const input = { questionId: id, version: 1 };
    const loser = await loserOf(
      { ctx: stage.as("bo"), act: (ctx) => answerQuestion(ctx, { ...input, answer: "We do" }) },
      { ctx: stage.as("ada"), act: (ctx) => answerQuestion(ctx, { ...input, answer: "They do" }) },
    );
    const [row] = await stage.store.raw.select().from(questions).where(eq(questions.id, id));
    const winner = row?.answeredBy === CAST.bo.id ? CAST.bo.name : CAST.ada.name;
    expect(loser).toMatchObject({
      code: "conflict",
      message: `${winner} answered this question before you: “${row?.answer}”. Your answer was not counted.`,
    });
    expect(await stage.store.raw.select().from(events)).toHaveLength(1);
  });
});

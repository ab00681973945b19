import { desc } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { CAST, type CastKey, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { changePerson } from "#lib/users/change-person";
import { getPerson } from "#lib/users/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const idOf = (key: CastKey) => ({ userId: CAST[key].id });
const lastEvent = async () =>
  (await stage.store.raw.select().from(events).orderBy(desc(events.seq)).limit(1))[0];

describe("changePerson", () => {
  it.each(["bo", "ada", "ines"] as const)(
    "lets %s change when and where Bo works, and logs the fields alone",
    async (who) => {
      await changePerson(stage.as(who), {
        ...idOf("bo"),
        timeZone: "Europe/Lisbon",
        workingDays: [3, 1],
      });
      expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({
        timeZone: "Europe/Lisbon",
        workingDays: [1, 3],
        email: CAST.bo.email,
      });
      expect(await lastEvent()).toMatchObject({
        kind: "user.changed",
        subjectId: CAST.bo.id,
        data: { fields: ["timeZone", "workingDays"] },
      });
    },
  );

  it("leaves what people are called to admins and other leaders, and an admin's to admins", async () => {
    await expect(changePerson(stage.as("ada"), { ...idOf("ada"), aliases: ["Weiss"] })).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
    for (const called of [{ name: "Kim Park" }, { aliases: ["Kim"] }, { handles: ["kim"] }])
      await expect(changePerson(stage.as("bo"), { ...idOf("bo"), ...called })).rejects.toMatchObject({
        code: "forbidden",
      });
    await changePerson(stage.as("ada"), { ...idOf("bo"), name: "Bo T.", aliases: ["Bobo"] });
    expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({ name: "Bo T.", aliases: ["Bobo"] });
    await expect(changePerson(stage.as("ada"), { ...idOf("ines"), name: "I." })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it.each([
    { name: "ada  LINDQVIST" },
    { name: "Ada" },
    { aliases: ["Ada"] },
    { aliases: ["ada@larkfield.example"] },
    { handles: ["@ada"] },
    { aliases: ["Lindqvist"] },
    { aliases: ["AL"] },
    { name: "Lindqvist Brown" },
    { name: "Líndqvist B." },
  ])("refuses $name$aliases$handles for Bo, which stands for Ada", async (called) => {
    await expect(changePerson(stage.as("ines"), { ...idOf("bo"), ...called })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("stands for Ada Lindqvist already"),
    });
  });

  it("refuses others, and a new e-mail address from anybody but admins", async () => {
    const rename = { ...idOf("bo"), name: "Bo T." };
    await expect(changePerson(stage.as("dana"), rename)).rejects.toMatchObject({ code: "forbidden" });
    const readdress = { ...idOf("bo"), email: "bo.tran@larkfield.example" };
    await expect(changePerson(stage.as("bo"), readdress)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePerson(stage.as("ada"), readdress)).rejects.toMatchObject({ code: "forbidden" });
    for (const current of ["", "guessed"])
      await expect(changePerson(stage.as("ines"), { ...readdress, current })).rejects.toMatchObject({
        code: "invalid",
        message: "This is not your current password.",
      });
    await changePerson(stage.as("ines"), { ...readdress, current: PASSWORD });
    expect(await getPerson(stage.system, CAST.bo.id)).toMatchObject({ email: readdress.email });
  });

  it("keeps an address people sign in with, and to one person", async () => {
    const take = (email: string | null) =>
      changePerson(stage.as("ines"), { ...idOf("bo"), email, current: PASSWORD });
    await expect(take(null)).rejects.toMatchObject({ code: "invalid" });
    await expect(take(CAST.ada.email)).rejects.toMatchObject({ code: "conflict" });
  });

  it("logs nothing where nothing changes, and loses to a deactivation", async () => {
    await changePerson(stage.as("bo"), { ...idOf("bo"), name: CAST.bo.name, handles: ["@bo"] });
    expect(await lastEvent()).toBeUndefined();
    await deactivatePerson(stage.as("ines"), idOf("bo"));
    await expect(changePerson(stage.as("ines"), { ...idOf("bo"), name: "Bo T." })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

import { describe, expect, it } from "vitest";
import { Email, NewPassword } from "#lib/sessions/schema";

describe("NewPassword", () => {
  it.each([
    "Password2026!",
    "passwordpassword",
    "QwertyUiop123",
    "123456789012",
    "098765432109",
    "aaaaaaaaaaaaaa",
    "abc1abc1abc1",
    "Countersign-2026",
  ])("refuses %s, which is tried first", (password) => {
    expect(NewPassword.safeParse(password).error?.issues[0]?.message).toMatch(/every list of common ones/);
  });

  it.each([
    "password of the north",
    "trout-lantern-48",
    "zwölf Forellen schwimmen",
    "x".repeat(12).concat("yellow"),
  ])("takes %s", (password) => {
    expect(NewPassword.parse(password)).toBe(password);
  });

  it("counts characters", () => {
    expect(NewPassword.safeParse("trout-lamps").error?.issues[0]?.message).toMatch(/at least 12/);
    expect(NewPassword.safeParse("trout lamp ".repeat(20)).error?.issues[0]?.message).toMatch(/at most 200/);
  });
});

describe("Email", () => {
  it("is kept in lower case", () => {
    expect(Email.parse("  Ada@Larkfield.example ")).toBe("ada@larkfield.example");
  });

  it("is refused where it is none", () => {
    expect(Email.safeParse("ada").error?.issues[0]?.message).toMatch(/no e-mail address/);
  });
});

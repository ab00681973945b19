import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#lib/runtime/config";
import { encryptionKeys } from "#lib/runtime/secrets";
import { keyId, openVault } from "#lib/runtime/vault";

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const PLACE = "second_factors.secret of usr_bo";

const vaultOn = (...keys: Buffer[]) => openVault(() => keys);

describe("a vault", () => {
  it("opens what it sealed, and says nothing of it", () => {
    const vault = vaultOn(OLD);
    const sealed = vault.seal("zwölf Forellen", PLACE);
    expect(vault.open(sealed, PLACE)).toBe("zwölf Forellen");
    expect(sealed).toMatch(new RegExp(`^v1\\.${keyId(OLD)}\\.[\\w-]+$`));
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString()).not.toContain("Forellen");
    expect(vault.seal("zwölf Forellen", PLACE)).not.toBe(sealed);
  });

  it("opens nothing in another place, and nothing that was changed, at any byte", () => {
    const vault = vaultOn(OLD);
    const sealed = vault.seal("secret", PLACE);
    const unreadable = expect.objectContaining({ code: "unavailable" });
    expect(() => vault.open(sealed, "second_factors.secret of usr_ada")).toThrow(unreadable);
    const [version, id, body = ""] = sealed.split(".");
    const bytes = Buffer.from(body, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open(`${version}.${id}.${changed.toString("base64url")}`, PLACE)).toThrow(
        unreadable,
      );
    }
    for (const cut of ["", "AAAA", body.slice(0, 20)])
      expect(() => vault.open(`${version}.${id}.${cut}`, PLACE)).toThrow(unreadable);
  });

  it("seals with the first of its keys and opens with all, until the old one is gone", () => {
    const before = vaultOn(OLD).seal("secret", PLACE);
    const both = vaultOn(NEW, OLD);
    expect(both.open(before, PLACE)).toBe("secret");
    expect(both.isCurrent(before)).toBe(false);
    const after = both.seal("secret", PLACE);
    expect(both.isCurrent(after)).toBe(true);
    const alone = vaultOn(NEW);
    expect(alone.open(after, PLACE)).toBe("secret");
    expect(() => alone.open(before, PLACE)).toThrow(
      expect.objectContaining({ code: "unavailable", message: expect.stringContaining(keyId(OLD)) }),
    );
  });

  it.each(["", "secret", "v2.aaaa.bbbb", "v1..", "v1"])("refuses “%s”, which nobody sealed", (sealed) => {
    expect(() => vaultOn(OLD).open(sealed, PLACE)).toThrow(expect.objectContaining({ code: "unavailable" }));
  });

  it("looks for its keys at the first use", () => {
    const vault = openVault(() => {
      throw new Error("looked");
    });
    expect(() => vault.seal("secret", PLACE)).toThrow("looked");
  });
});

describe("its keys", () => {
  const home = () => {
    const folder = mkdtempSync(join(tmpdir(), "countersign-keys-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };

  it("are made once, for their owner's eyes only", () => {
    const dataDir = join(home(), "data");
    const [key] = encryptionKeys(dataDir, null);
    expect(key).toHaveLength(32);
    expect(encryptionKeys(dataDir, null)).toEqual([key]);
    expect(readdirSync(dataDir)).toEqual(["encryption-key"]);
    expect(statSync(join(dataDir, "encryption-key")).mode & 0o777).toBe(0o600);
  });

  it("may be several, in a file by lines or in the environment by commas", () => {
    const dataDir = home();
    writeFileSync(join(dataDir, "encryption-key"), `${NEW.toString("base64")}\n${OLD.toString("base64")}\n`);
    expect(encryptionKeys(dataDir, null)).toEqual([NEW, OLD]);
    const given = `${OLD.toString("base64")}, ${NEW.toString("base64url")}`;
    expect(encryptionKeys(dataDir, given)).toEqual([OLD, NEW]);
  });

  it.each(["short", `${OLD.toString("base64")},short`, Buffer.alloc(31).toString("base64"), " , "])(
    "stop the start where one is none: %s",
    (given) => {
      expect(() => readConfig({ COUNTERSIGN_ENCRYPTION_KEY: given })).toThrow(
        "COUNTERSIGN_ENCRYPTION_KEY holds something that is no key of 32 bytes.",
      );
    },
  );

  it("are the data directory's where the variable is empty", () => {
    expect(readConfig({ COUNTERSIGN_ENCRYPTION_KEY: " " }).encryptionKey).toBeNull();
  });
});

import { spawnSync } from "node:child_process";
import { verdictOn } from "#e2e/suite/audit-verdict";

// What is shipped, not what only tests use.
const ARGS = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=10000"];

const { stdout } = spawnSync("npm", ARGS, { encoding: "utf8" });
const { sentence, stops } = verdictOn(stdout ?? "");
console.log(sentence);
if (stops) process.exitCode = 1;

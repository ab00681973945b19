/** What a command may touch besides files: the process, or a test's stand-in for it. Lines come without their break. */
export type CommandIo = {
  stdin: AsyncIterable<Uint8Array | string>;
  out: (line: string) => void;
  err: (line: string) => void;
  env: Record<string, string | undefined>;
};

/** The streams and the environment of this process. */
export const processIo: CommandIo = {
  stdin: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
};

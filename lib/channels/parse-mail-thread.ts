import { parentPort, workerData } from "node:worker_threads";
import { readMailWords } from "#lib/channels/mail-words";

parentPort?.postMessage(await readMailWords(Buffer.from(workerData as Uint8Array)));

import { Agent, get } from "node:http";
import { round, timingOf } from "#bench/measure";

export type Asked = { url: string; cookie: string };

const CLIENTS = 10;
const SECONDS = 4;
const WARM_UP_SECONDS = 1;
const TIMES = 15;

/** How long one request takes to its first byte and to its last, in milliseconds, and what it weighs on the wire. */
export async function measureAnswers(asked: Asked) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: Answer[] = [];
  for (let n = 0; n < TIMES + 3; n++) answers.push(await ask(asked, agent));
  agent.destroy();
  const counted = answers.slice(3);
  return {
    ttfb_ms: timingOf(counted.map(({ first }) => first)).p50_ms,
    done_ms: timingOf(counted.map(({ done }) => done)).p50_ms,
    html_kb: round((counted[0]?.bytes ?? 0) / 1024),
  };
}

/** As many requests as ten connections get answered, one after the other each. */
export async function measureLoad(asked: Asked) {
  await press(asked, WARM_UP_SECONDS);
  const took = await press(asked, SECONDS);
  return { per_second: round(took.length / SECONDS), p95_ms: timingOf(took).p95_ms };
}

async function press(asked: Asked, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const end = performance.now() + seconds * 1000;
  const took: number[] = [];
  const client = async () => {
    while (performance.now() < end) took.push((await ask(asked, agent)).done);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return took;
}

type Answer = { first: number; done: number; bytes: number };

function ask({ url, cookie }: Asked, agent: Agent): Promise<Answer> {
  const begin = performance.now();
  const headers = { cookie, accept: "text/html", "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
      let first = 0;
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        first ||= performance.now() - begin;
        bytes += chunk.length;
      });
      response.on("end", () => resolve({ first, done: performance.now() - begin, bytes }));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

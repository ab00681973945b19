import type { PGlite, Results, Transaction } from "@electric-sql/pglite";

type Asked = Pick<PGlite, "query">;

/**
 * Turns the rows of each answer around whose statement says no order. SQL promises none then, and PostgreSQL does
 * change it, once it has vacuumed a table; here whoever counts on it fails every time.
 */
export function withoutUnpromisedOrder(client: PGlite): PGlite {
  turnAround(client);
  const transaction = client.transaction.bind(client);
  client.transaction = (work) => transaction((tx: Transaction) => work(turnAround(tx)));
  return client;
}

function turnAround<T extends Asked>(asked: T): T {
  const query = asked.query.bind(asked) as Asked["query"];
  asked.query = async <Row>(...args: Parameters<Asked["query"]>) => {
    const answer: Results<Row> = await query<Row>(...args);
    if (!saysOrder(args[0])) answer.rows.reverse();
    return answer;
  };
  return asked;
}

// Rows that an insert returns come in the order of its values.
function saysOrder(statement: string): boolean {
  const outermost = withoutParts(statement.replace(/'[^']*'/g, "''"));
  return /\border by\b/i.test(outermost) || !/^\s*(select|with|update|delete)\b/i.test(outermost);
}

function withoutParts(statement: string): string {
  const shorter = statement.replace(/\([^()]*\)/g, "");
  return shorter === statement ? statement : withoutParts(shorter);
}

// A process in which one client makes its calls: the first argument is its name, the second the address of the service.
// Takes { way } and answers with the microseconds of one round, or "allocation" and answers with bytes per call.
import { allocationOf, cpuOf } from "./measure.js";
import { type Order, WAYS } from "./names.js";
import { own } from "./own.js";
import type { Call } from "./work.js";

const [name = "", url = ""] = process.argv.slice(2);
const contenders = own.some((one) => one.name === name) ? own : (await import("./peers.js")).peers;
const contender = contenders.find((one) => one.name === name);
if (contender === undefined) {
  throw new Error(`There is no contender ${name}.`);
}
const call = await contender.open(url, false);
let retrying: Call | undefined;

async function answerTo(order: Order): Promise<number> {
  const how = WAYS.find(({ way }) => way === order);
  if (how === undefined) {
    return allocationOf(call);
  }
  if (how.retried) {
    retrying ??= await contender?.open(`${url}/flaky`, true);
  }
  return cpuOf((how.retried && retrying) || call, how.calls, how.atOnce);
}

process.on("message", async (order: Order) => {
  try {
    process.send?.(await answerTo(order));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

import { createSandbox, scenarios } from "partner-center-client/sandbox";
import { byId } from "./element.js";
import { outcomeOf, shownExchange } from "./exchange.js";
import { createForm } from "./form.js";
import { send } from "./send.js";
import { createStory } from "./story.js";
import { OPERATIONS_ID } from "./try-operation.js";

const sandbox = createSandbox();
const form = createForm(byId("form"), JSON.parse(byId(OPERATIONS_ID).textContent ?? ""), scenarios);

function tell(words: string, shown: readonly Node[] = []): void {
  byId("outcome").textContent = words;
  byId("shown").replaceChildren(...shown);
  byId("outcome").scrollIntoView({ block: "nearest" });
}

async function sendForm() {
  const exchange = await send(form.filledIn(), sandbox);
  tell(outcomeOf(exchange), shownExchange(exchange));
  return exchange;
}

byId("steps").append(...createStory({ form, sandbox, send: sendForm, tell }));
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void sendForm();
});
byId("anew").addEventListener("click", () => location.reload());

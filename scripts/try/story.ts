import type { Sandbox } from "partner-center-client/sandbox";
import { element } from "./element.js";
import type { CallForm } from "./form.js";
import type { Exchange } from "./send.js";

/** What the steps of the story need of the page. */
export interface Stage {
  readonly form: CallForm;
  readonly sandbox: Sandbox;
  /** Sends what the form has. */
  send(): Promise<Exchange>;
  /** Tells what happened elsewhere than in the API. */
  tell(words: string): void;
}

interface Step {
  readonly words: string;
  run(): Promise<void> | void;
}

/** The life of a relationship as buttons, each of which can be pressed when the one before it has been. */
export function createStory({ form, sandbox, send, tell }: Stage): HTMLElement[] {
  let indirectResellerId = "";
  let link = "";
  let customer_id = "";
  const sendFor = async (operationId: string, values: Readonly<Record<string, string>>) => {
    form.choose(operationId, values);
    return (await send()).content;
  };
  const steps: Step[] = [
    {
      words: "List the resellers",
      async run() {
        const type = { relationship_type: "IsIndirectCloudSolutionProviderOf" };
        const { items } = Object(await sendFor("listPartnerRelationships", type));
        indirectResellerId = items[0].id;
      },
    },
    {
      words: "Get a link for the first of them",
      async run() {
        link = Object(await sendFor("getRelationshipRequestLink", { indirectResellerId })).url;
      },
    },
    {
      words: "Be the customer: open the link and accept",
      run() {
        const { id = "", companyProfile } = sandbox.accept({ link });
        customer_id = id;
        tell(`An administrator of ${companyProfile?.companyName} has accepted.`);
      },
    },
    {
      words: "Get the customer",
      run: () => sendFor("getCustomer", { customer_id }),
    },
    {
      words: "End the relationship",
      run: () => sendFor("removeResellerRelationship", { customer_id }),
    },
    {
      words: "Get the customer again: 403",
      run: () => sendFor("getCustomer", { customer_id }),
    },
  ];

  const buttons = steps.map(({ words }) => element("button", { type: "button" }, words));
  for (const [index, button] of buttons.entries()) {
    button.disabled = index > 0;
    button.addEventListener("click", async () => {
      await steps[index]?.run();
      const next = buttons[index + 1];
      if (next !== undefined) {
        next.disabled = false;
      }
    });
  }
  return buttons.map((button) => element("li", {}, button));
}

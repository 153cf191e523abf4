import { element } from "./element.js";
import type { TryOperation, TryParameter } from "./try-operation.js";

/** What is to be sent. */
export interface FilledIn {
  readonly operation: TryOperation;
  readonly values: ReadonlyMap<TryParameter, string>;
  readonly body: string | undefined;
  /** The name of the answer that is asked for; empty for that of the partner with a memory. */
  readonly scenario: string;
}

/** The form in which an operation is chosen and filled in. */
export interface CallForm {
  /** Chooses an operation, and fills in parameters by their names. */
  choose(operationId: string, values?: Readonly<Record<string, string>>): void;
  filledIn(): FilledIn;
}

/** Builds the form in its element. The scenarios are names and what they mean. */
export function createForm(
  form: HTMLElement,
  operations: readonly [TryOperation, ...TryOperation[]],
  scenarios: Readonly<Record<string, string>>,
): CallForm {
  const [first] = operations;
  let operation = first;
  const fields = new Map<TryParameter, HTMLInputElement | HTMLSelectElement>();
  const body = element("textarea", { id: "body", rows: "8", spellcheck: "false" });
  const parameters = element("div");
  const chooser = element("select", { id: "operation" }, ...groups(operations));
  const scenario = element(
    "select",
    { id: "scenario" },
    element("option", { value: "" }, "as a partner with a memory"),
    ...Object.entries(scenarios).map(([name, words]) =>
      element("option", { value: name }, `${name}: ${words}`),
    ),
  );

  const show = (values: Readonly<Record<string, string>> = {}) => {
    fields.clear();
    parameters.replaceChildren();
    for (const parameter of operation.parameters) {
      const id = `${parameter.in}-${parameter.name}`;
      const field = fieldFor(parameter, id);
      field.value = values[parameter.name] ?? parameter.value;
      fields.set(parameter, field);
      const note = `${parameter.in}${parameter.isRequired ? ", required" : ""}`;
      parameters.append(
        element("label", { for: id }, `${parameter.name} `, element("small", {}, note)),
        field,
      );
    }
    if (operation.body !== undefined) {
      body.value = operation.body;
      parameters.append(element("label", { for: body.id }, "Body ", element("small", {}, "JSON")));
      parameters.append(body);
    }
  };

  const choose: CallForm["choose"] = (operationId, values) => {
    operation = operations.find((one) => one.operationId === operationId) ?? first;
    chooser.value = operation.operationId;
    show(values);
  };

  chooser.addEventListener("change", () => choose(chooser.value));
  form.append(
    element("label", { for: chooser.id }, "Operation"),
    chooser,
    parameters,
    element("label", { for: scenario.id }, "Answered"),
    scenario,
    element("p", {}, element("button", { type: "submit" }, "Send")),
  );
  show();
  return {
    choose(operationId, values) {
      scenario.value = "";
      choose(operationId, values);
    },
    filledIn: () => ({
      operation,
      values: new Map([...fields].map(([parameter, { value }]) => [parameter, value])),
      body: operation.body === undefined ? undefined : body.value,
      scenario: scenario.value,
    }),
  };
}

function groups(operations: readonly TryOperation[]): HTMLElement[] {
  return [...new Set(operations.map(({ group }) => group))].map((group) =>
    element(
      "optgroup",
      { label: group },
      ...operations
        .filter((one) => one.group === group)
        .map(({ operationId, summary }) => element("option", { value: operationId }, summary)),
    ),
  );
}

function fieldFor(
  { values, isRequired, example }: TryParameter,
  id: string,
): HTMLInputElement | HTMLSelectElement {
  if (values.length === 0) {
    return element("input", { id, placeholder: example, autocomplete: "off", spellcheck: "false" });
  }
  const options = isRequired ? values : ["", ...values];
  return element("select", { id }, ...options.map((value) => element("option", { value }, value)));
}

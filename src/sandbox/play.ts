import { checkParameters } from "../check-parameters.js";
import { isPartnerCenterError } from "../failure/error.js";
import { CORRELATION_ID_HEADER, REQUEST_ID_HEADER } from "../wire/headers.js";
import { agreementRefusal } from "./agreement.js";
import { type Answer, invalidInput } from "./answer.js";
import { type Call, readCall } from "./call.js";
import { handlers } from "./handlers.js";
import type { Partner } from "./partner.js";
import { routed } from "./refusal.js";
import { faultReply, type Reply, successReply } from "./reply.js";

/** Answers a request as the service does that the partner calls. */
export async function play(request: Request, partner: Partner): Promise<Reply> {
  for (const name of [REQUEST_ID_HEADER, CORRELATION_ID_HEADER]) {
    if (!request.headers.has(name)) {
      request.headers.set(name, partner.nextId());
    }
  }
  const { refusal, operation } = routed(request, partner.basePath, partner.now());
  if (operation === undefined) {
    return refusal;
  }
  const call = await readCall(request, operation, partner.basePath);
  const answer = answerTo(call, partner);
  return "body" in answer
    ? successReply(request, operation, { body: answer.body })
    : faultReply(request, answer.status, answer.fault, answer.headers);
}

function answerTo(call: Call, partner: Partner): Answer {
  const { operationId } = call.operation;
  try {
    checkParameters(call.operation, call);
  } catch (error) {
    if (!isPartnerCenterError(error)) {
      throw error;
    }
    return operationId === "getAgreementStatus"
      ? agreementRefusal(call)
      : invalidInput(error.message);
  }
  // An operation that nothing here is remembered of is answered with its example.
  return handlers[operationId]?.(call, partner) ?? { body: undefined };
}

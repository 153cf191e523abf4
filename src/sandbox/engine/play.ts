import type { Operation } from "../../../generated/operations.js";
import { checkParameters } from "../../check-parameters.js";
import { isPartnerCenterError } from "../../failure/error.js";
import { sandboxOperations } from "../operations/index.js";
import { type Answer, invalidInput } from "./answer.js";
import { type Call, readCall } from "./call.js";
import type { Partner } from "./partner.js";
import { faultReply, type Reply, successReply } from "./reply.js";

/** Answers a request as the service does that the partner calls. */
export async function play(
  request: Request,
  operation: Operation,
  partner: Partner,
): Promise<Reply> {
  const call = await readCall(request, operation, partner.basePath);
  const answer = answerTo(call, partner);
  return "body" in answer
    ? successReply(request, operation, { body: answer.body })
    : faultReply(request, answer.status, answer.fault, answer.headers);
}

function answerTo(call: Call, partner: Partner): Answer {
  const { [call.operation.operationId]: played } = sandboxOperations;
  try {
    checkParameters(call.operation, call);
  } catch (error) {
    if (!isPartnerCenterError(error)) {
      throw error;
    }
    return played?.refuse?.(call) ?? invalidInput(error.message);
  }
  // An operation that nothing here is remembered of is answered with its example.
  return played?.answer(call, partner) ?? { body: undefined };
}

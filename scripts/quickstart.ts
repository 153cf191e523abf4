import {
  createPartnerCenterClient,
  isPartnerCenterError,
  type RelationshipRequestQuery,
  traceOf,
  unwrap,
} from "partner-center-client";
import { startMockServer } from "./mock-server.js";

const INDIRECT_RESELLER_ID = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";

const token = process.env.PARTNER_CENTER_TOKEN;
const indirectResellerId = process.env.PARTNER_CENTER_INDIRECT_RESELLER_ID;
const baseUrl = process.env.PARTNER_CENTER_BASE_URL;

async function printLink(title: string, query: RelationshipRequestQuery, baseUrl?: string) {
  const client = createPartnerCenterClient({ baseUrl, credential: () => token ?? "a-mock-token" });
  const reply = await client.GET("/v{version}/customers/relationshiprequests", {
    params: { path: { version: "1" }, query },
  });
  const { url } = await unwrap(reply);
  const { requestId, correlationId } = traceOf(reply.response);
  console.log(
    `${title}\n  ${url}\n  MS-RequestId ${requestId}, MS-CorrelationId ${correlationId}\n`,
  );
}

try {
  if (token === undefined) {
    const mock = await startMockServer();
    console.log(`A mock of Partner Center, made from spec/, answers at ${mock.url}.`);
    console.log("Set PARTNER_CENTER_TOKEN to call the real service instead.\n");
    try {
      await printLink("As a direct partner:", {}, mock.url);
      await printLink(
        "With an indirect reseller:",
        { indirectResellerId: INDIRECT_RESELLER_ID },
        mock.url,
      );
    } finally {
      await mock.close();
    }
  } else {
    console.log(`Calling ${baseUrl ?? "the real service"} with PARTNER_CENTER_TOKEN.\n`);
    await printLink("As a direct partner:", {}, baseUrl);
    if (indirectResellerId !== undefined) {
      await printLink("With an indirect reseller:", { indirectResellerId }, baseUrl);
    }
  }
} catch (error) {
  if (!isPartnerCenterError(error) && !(error instanceof TypeError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}

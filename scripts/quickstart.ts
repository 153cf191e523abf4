import {
  createPartnerCenterClient,
  getRelationshipRequestLink,
  isPartnerCenterError,
  type RelationshipRequestQuery,
} from "partner-center-client";
import { startSandboxServer } from "./sandbox-server.js";

const { env } = process;
const token = env.PARTNER_CENTER_TOKEN || undefined;

/** Gets a link and prints it, with what was sent for it and the ids to quote. */
async function printLink(title: string, query: RelationshipRequestQuery, baseUrl?: string) {
  console.log(title);
  const client = createPartnerCenterClient({
    baseUrl,
    credential: () => token ?? "any-token",
    onAttempt: ({ method, pathTemplate, parameters, status, requestId, correlationId }) => {
      const sent = new URLSearchParams(parameters).toString();
      console.log(`  ${method} ${pathTemplate} (${sent}) ${status ?? "no reply"}`);
      console.log(`  MS-RequestId ${requestId}, MS-CorrelationId ${correlationId}`);
    },
  });
  const { url } = await getRelationshipRequestLink(client, query);
  console.log(`  ${url}\n`);
}

try {
  if (token === undefined) {
    const sandbox = await startSandboxServer();
    console.log(`Partner Center is played at ${sandbox.url}, from the examples of spec/.`);
    console.log("Set PARTNER_CENTER_TOKEN to call the real service instead.\n");
    try {
      const indirectResellerId = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";
      await printLink("As a direct partner:", {}, sandbox.url);
      await printLink("For an indirect reseller:", { indirectResellerId }, sandbox.url);
    } finally {
      await sandbox.close();
    }
  } else {
    const { PARTNER_CENTER_BASE_URL: baseUrl, PARTNER_CENTER_INDIRECT_RESELLER_ID: reseller } = env;
    console.log(`Calling ${baseUrl ?? "the real service"} with PARTNER_CENTER_TOKEN.\n`);
    await printLink("As a direct partner:", {}, baseUrl);
    if (reseller) {
      await printLink("For an indirect reseller:", { indirectResellerId: reseller }, baseUrl);
    } else {
      console.log("Set PARTNER_CENTER_INDIRECT_RESELLER_ID for the link of one of your resellers.");
    }
  }
} catch (error) {
  if (!isPartnerCenterError(error) && !(error instanceof TypeError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}

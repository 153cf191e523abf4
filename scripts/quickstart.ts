import {
  createPartnerCenterClient,
  type GetRelationshipRequestLinkParameters,
  isPartnerCenterError,
} from "partner-center-client";
import { liveStory } from "./story.js";

const { env } = process;
const token = env.PARTNER_CENTER_TOKEN || undefined;

/** Gets a link and prints it, with what was sent for it and the ids to quote. */
async function printLink(
  title: string,
  query: GetRelationshipRequestLinkParameters,
  { credential, baseUrl }: { credential: () => string; baseUrl: string | undefined },
) {
  console.log(title);
  const client = createPartnerCenterClient({
    baseUrl,
    credential,
    onAttempt: ({ method, pathTemplate, parameters, status, requestId, correlationId }) => {
      const sent = new URLSearchParams(parameters).toString();
      console.log(`  ${method} ${pathTemplate} (${sent}) ${status ?? "no reply"}`);
      console.log(`  MS-RequestId ${requestId}, MS-CorrelationId ${correlationId}`);
    },
  });
  const { url } = await client.getRelationshipRequestLink(query);
  console.log(`  ${url}\n`);
}

try {
  if (token === undefined) {
    console.log(
      "The sandbox, in place of Partner Center; set PARTNER_CENTER_TOKEN to call the real one.\n",
    );
    await liveStory((what, words) => console.log(`  ${what.padEnd(12)}${words}`));
  } else {
    const { PARTNER_CENTER_BASE_URL: baseUrl, PARTNER_CENTER_INDIRECT_RESELLER_ID: reseller } = env;
    const service = { credential: () => token, baseUrl };
    console.log(`Calling ${baseUrl ?? "the real service"} with PARTNER_CENTER_TOKEN.\n`);
    await printLink("As a direct partner:", {}, service);
    if (reseller) {
      await printLink("For an indirect reseller:", { indirectResellerId: reseller }, service);
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

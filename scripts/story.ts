import {
  createPartnerCenterClient,
  isPartnerCenterError,
  waitForAcceptance,
} from "partner-center-client";
import { createSandbox } from "partner-center-client/sandbox";

/** Lives the life of a relationship once, in the sandbox, and tells each step of it: what it is, and what came of it. */
export async function liveStory(tell: (what: string, words: string) => void): Promise<void> {
  const sandbox = createSandbox();
  const client = createPartnerCenterClient({
    credential: () => "any-token",
    fetch: sandbox.fetch,
  });

  const resellers = client.listPartnerRelationships({
    relationship_type: "IsIndirectCloudSolutionProviderOf",
  });
  let indirectResellerId: string | undefined;
  for await (const { id, name, mpnId } of resellers) {
    tell("reseller", `${name}, PartnerID ${mpnId}`);
    indirectResellerId = id;
    break;
  }

  const { url } = await client.getRelationshipRequestLink({ indirectResellerId });
  tell("link", url);

  const { id = "" } = sandbox.accept({ link: url });
  const { companyProfile, relationshipToPartner } = await waitForAcceptance(client, id);
  tell("acceptance", `an administrator of ${companyProfile?.domain} opened it and accepted`);
  tell("customer", `${companyProfile?.companyName} (${id}), you are its ${relationshipToPartner}`);

  await client.removeResellerRelationship({ customer_id: id });
  const status = await client.getCustomer({ customer_id: id }).then(
    () => 200,
    (error: unknown) => (isPartnerCenterError(error) ? error.status : undefined),
  );
  tell("removal", `it has ended, and a call for the customer gets ${status} again`);
}

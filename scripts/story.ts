import { createPartnerCenterClient, unwrap, waitForAcceptance } from "partner-center-client";
import { createSandbox } from "partner-center-client/sandbox";

const version = "1";

/** Lives the life of a relationship once, in the sandbox, and tells each step of it: what it is, and what came of it. */
export async function liveStory(tell: (what: string, words: string) => void): Promise<void> {
  const sandbox = createSandbox();
  const client = createPartnerCenterClient({
    credential: () => "any-token",
    fetch: sandbox.fetch,
  });

  const relationships = await unwrap(
    client.GET("/v{version}/relationships", {
      params: {
        path: { version },
        query: { relationship_type: "IsIndirectCloudSolutionProviderOf" },
      },
    }),
  );
  const [{ id: indirectResellerId = "", name, mpnId } = {}] = relationships.items ?? [];
  tell("reseller", `${name}, PartnerID ${mpnId}`);

  const { url } = await client.getRelationshipRequestLink({ indirectResellerId });
  tell("link", url);

  const { id = "" } = sandbox.accept({ link: url });
  const { companyProfile, relationshipToPartner } = await waitForAcceptance(client, id);
  tell("acceptance", `an administrator of ${companyProfile?.domain} opened it and accepted`);
  tell("customer", `${companyProfile?.companyName} (${id}), you are its ${relationshipToPartner}`);

  await client.removeResellerRelationship({ customer_id: id });
  const { response } = await client.GET("/v{version}/customers/{customer_id}", {
    params: { path: { version, customer_id: id } },
  });
  tell("removal", `it has ended, and a call for the customer gets ${response.status} again`);
}

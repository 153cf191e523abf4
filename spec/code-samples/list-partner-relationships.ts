import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const resellers = client.listPartnerRelationships({
  relationship_type: "IsIndirectCloudSolutionProviderOf",
});
for await (const { id, name } of resellers) {
  console.log(id, name);
}

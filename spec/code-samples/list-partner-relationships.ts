import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const resellers = await unwrap(
  client.GET("/v{version}/relationships", {
    params: {
      path: { version: "1" },
      query: { relationship_type: "IsIndirectCloudSolutionProviderOf" },
    },
  }),
);
for (const { id, name } of resellers.items ?? []) {
  console.log(id, name);
}

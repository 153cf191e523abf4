import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const partners = await unwrap(
  client.GET("/v{version}/customers/{customer_id}/relationships", {
    params: { path: { version: "1", customer_id: "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05" } },
  }),
);
for (const { id, name } of partners?.items ?? []) {
  console.log(id, name);
}

import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

await client.removeResellerRelationship({
  customer_id: "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
});

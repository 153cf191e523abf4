import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const { url } = await client.getRelationshipRequestLink({
  indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
});
console.log(url);

import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const record = await client.getAuditRecord({
  id: "3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321",
});
console.log(record?.userPrincipalName ?? "There is no such record.");

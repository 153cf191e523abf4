import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const { validationResults } = await client.validateResellers({
  body: { partnerIds: ["4871236", "1206"] },
});
for (const { partnerId, isValidPartnerIdOnRecord } of validationResults ?? []) {
  console.log(partnerId, isValidPartnerIdOnRecord);
}

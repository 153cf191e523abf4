import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const { isAgreementSigned } = await client.getAgreementStatus({
  tenantId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
});
console.log(isAgreementSigned);

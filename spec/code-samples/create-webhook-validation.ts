import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const receipt = await client.createWebhookValidation();
console.log(typeof receipt === "string" ? receipt : receipt.correlationId);

import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const { status, results } = await client.getWebhookValidation({
  correlationId: "7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
});
console.log(status, results);

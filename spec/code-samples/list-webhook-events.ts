import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const names = await client.listWebhookEvents();
console.log(names.filter((name) => name.includes("relationship-accepted")));

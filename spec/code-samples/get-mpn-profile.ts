import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const profile = await client.getMpnProfile({ mpnId: "4871236" });
console.log(profile.partnerName);

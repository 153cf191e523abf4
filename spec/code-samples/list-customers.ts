import { createPartnerCenterClient } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

for await (const { id, companyProfile } of client.listCustomers({ size: 500 })) {
  console.log(id, companyProfile?.companyName);
}

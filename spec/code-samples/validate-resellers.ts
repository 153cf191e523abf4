import { createPartnerCenterClient, unwrap } from "partner-center-client";

const client = createPartnerCenterClient({
  credential: () => process.env.PARTNER_CENTER_TOKEN,
});

const { validationResults } = await unwrap(
  client.POST("/v{version}/partners/validateresellers", {
    params: { path: { version: "1" } },
    body: { partnerIds: ["4871236", "1206"] },
  }),
);
for (const { partnerId, isValidPartnerIdOnRecord } of validationResults ?? []) {
  console.log(partnerId, isValidPartnerIdOnRecord);
}

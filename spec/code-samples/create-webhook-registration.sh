curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  --header "Content-Type: application/json" \
  --data '{"WebhookUrl":"https://hooks.fabrikam.com/partner-center","WebhookEvents":["test-created","reseller-relationship-accepted-by-customer"]}' \
  "https://api.partnercenter.microsoft.com/webhooks/v1/registration"

curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  "https://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/7c3e0b96-d48f-4a12-9b65-f0271ce8d354"

curl --silent --show-error --fail-with-body \
  --request POST \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  --header "Content-Length: 0" \
  "https://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents"

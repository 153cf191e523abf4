curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  "https://api.partnercenter.microsoft.com/v1/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/relationships"

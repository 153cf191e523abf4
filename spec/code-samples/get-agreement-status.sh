curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  "https://api.partnercenter.microsoft.com/v1/compliance/csp/agreementstatus?tenantId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90"

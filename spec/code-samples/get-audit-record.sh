curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  "https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321"

curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  --get \
  --data-urlencode 'startDate=2025-11-01' \
  --data-urlencode 'filter={"Field":"ResourceType","Value":"customer","Operator":"equals"}' \
  "https://api.partnercenter.microsoft.com/v1/auditrecords"

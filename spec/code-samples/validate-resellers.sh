curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  --header "Content-Type: application/json" \
  --data '{"partnerIds":["4871236","1206"]}' \
  "https://api.partnercenter.microsoft.com/v1/partners/validateresellers"

curl --silent --show-error --fail-with-body \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "ms-requestid: $(uuidgen)" \
  --header "ms-correlationid: $(uuidgen)" \
  "https://api.partnercenter.microsoft.com/v1/profiles/mpn?mpnId=4871236"

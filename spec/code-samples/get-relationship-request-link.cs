using System;
using Microsoft.Store.PartnerCenter;
using Microsoft.Store.PartnerCenter.Extensions;

var token = new AuthenticationToken(
    Environment.GetEnvironmentVariable("PARTNER_CENTER_TOKEN"),
    DateTimeOffset.UtcNow.AddHours(1));
var credentials = PartnerCredentials.Instance.GenerateByUserCredentials(
    Environment.GetEnvironmentVariable("PARTNER_CENTER_CLIENT_ID"),
    token);
IAggregatePartner partner = PartnerService.Instance.CreatePartnerOperations(credentials);

var request = partner.Customers.RelationshipRequest.Get();
Console.WriteLine(request.Url);

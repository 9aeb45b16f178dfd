using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class RequestHeadersTests
{
    [TestCase("Authorization")]
    [TestCase("Proxy-Authorization")]
    [TestCase("cookie")]
    [TestCase("Set-Cookie")]
    [TestCase("X-Gitlab-Token")]
    [TestCase("X-Hub-Signature-256")]
    [TestCase("X-Shopify-Hmac-Sha256")]
    [TestCase("Stripe-Signature")]
    [TestCase("X-Api-Key")]
    [TestCase("X-ApiKey")]
    [TestCase("Ocp-Apim-Subscription-Key")]
    [TestCase("X-Auth-User")]
    [TestCase("X-Forwarded-For")]
    [TestCase("X-Forwarded-Client-Cert")]
    [TestCase("X-ARR-ClientCert")]
    [TestCase("X-Original-Url")]
    [TestCase("Referer")]
    [TestCase("Proxy-Connection")]
    [TestCase("X-Rewrite-Url")]
    [TestCase("X-Envoy-External-Address")]
    [TestCase("X-Amzn-Oidc-Identity")]
    [TestCase("X-MS-Client-Principal-Name")]
    [TestCase("Forwarded")]
    [TestCase("Via")]
    [TestCase("Connection")]
    [TestCase("X-Authenticated-User")]
    [TestCase("X-Client-Secret")]
    [TestCase("X-Password")]
    [TestCase("X-Passwd")]
    [TestCase("X-Credentials")]
    [TestCase("X-Jwt")]
    [TestCase("X-Bearer")]
    [TestCase("X-Session-Id")]
    [TestCase("X-Csrf")]
    [TestCase("X-Xsrf")]
    [TestCase("X-Sig")]
    [TestCase("X-Sign")]
    [TestCase("X-Client-Cert")]
    [TestCase("X_Api_Key")]
    [TestCase("X-Access-Key")]
    [TestCase("X-Private-Key")]
    [TestCase("X-Functions-Key")]
    [TestCase("X-Shared-Key")]
    [TestCase("X-Webhook-Key")]
    public void S4_what_could_authenticate_is_not_kept(string name) =>
        new RequestHeaders([new(name, "x")]).WithoutSecrets().Names.Should().BeEmpty();

    [TestCase("Content-Type")]
    [TestCase("User-Agent")]
    [TestCase("X-GitHub-Event")]
    [TestCase("X-GitHub-Delivery")]
    [TestCase("X-Shopify-Topic")]
    [TestCase("X-Event-Key")]
    [TestCase("Idempotency-Key")]
    [TestCase("webhook-id")]
    [TestCase("webhook-timestamp")]
    [TestCase("svix-id")]
    [TestCase("X-Author")]
    [TestCase("X-Design")]
    [TestCase("X-Sessions")]
    [TestCase("X-Certified")]
    [TestCase("X-Access-Level")]
    [TestCase("X-Key-Access")]
    public void S4_what_tells_about_the_delivery_is_kept(string name) =>
        new RequestHeaders([new(name, "x")]).WithoutSecrets().Names.Should().Equal(name);

    [Test]
    public void S1_a_header_that_repeats_the_token_is_not_kept()
    {
        var token = WebhookToken.New();
        var headers = new RequestHeaders([new("X-Debug", $"POST /api/webhooks/{token.Reveal()}"), new("X-Ok", "1")]);

        headers.WithoutSecrets(token).Names.Should().Equal("X-Ok");
    }

    [Test]
    public void S7_the_signature_header_of_a_generic_scheme_is_not_kept()
    {
        var scheme = SignatureScheme.Create(new("hmacSha256", Header: "X-Proof"));

        new RequestHeaders([new("x-proof", "1"), new("X-Ok", "1")]).WithoutSecrets(null, scheme).Names.Should().Equal("X-Ok");
    }

    [Test]
    public void S4_headers_survive_being_stored()
    {
        var headers = RequestHeaders.FromJson(new RequestHeaders([new("A", "1"), new("a", "2"), new("B", "é\"")]).ToJson());

        headers["a"].Should().Be("1, 2");
        headers["b"].Should().Be("é\"");
        headers["c"].Should().BeNull();
    }
}

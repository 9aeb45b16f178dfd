using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Signed deliveries (S7); the schemes themselves are tested with vectors of independent libraries.</summary>
internal sealed class SignatureTests(string provider) : FunctionalTest(provider)
{
    private const string Body = """{"email":"ada@example.com","event":"signUp"}""";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [TestCase("standardWebhooks")]
    [TestCase("stripe")]
    [TestCase("paddle")]
    [TestCase("github")]
    [TestCase("shopify")]
    [TestCase("lemonSqueezy")]
    [TestCase("hmacSha256")]
    public async Task S7_signed_deliveries_are_taken_and_others_refused_and_recorded(string scheme)
    {
        var client = await App.RegisterAsync();
        var source = await CreateAsync(client, scheme, "another secret1", Secret);

        (await source.PostAsync(Body, Sign(scheme, Secret, Body))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync(Body, Sign(scheme, "whsec_AAAA", Body))).ShouldBeProblem(401, "signatureMismatch");
        (await source.PostAsync(Body + " ", Sign(scheme, Secret, Body))).ShouldBeProblem(401, "signatureMismatch");
        (await source.PostAsync(Body)).ShouldBeProblem(401, "signatureMissing");

        (await source.CountsAsync()).Should().Be((1, 0, 0, 3));
        (await App.Database.CountAsync("received_events")).Should().Be(1);
        var refused = await source.LastDeliveryAsync();
        refused.Text("payload").Should().Be(Body);
        refused.Text("code").Should().Be("signatureMissing");
        (await client.PostAsync($"/api/deliveries/{refused.GetProperty("id").GetGuid()}/replay")).ShouldBeProblem(409, "deliveryRefused");
    }

    [Test]
    public async Task S7_an_old_signature_is_refused()
    {
        var source = await CreateAsync(await App.RegisterAsync(), "stripe", Secret);
        var signed = Sign("stripe", Secret, Body);

        (await source.PostAsync(Body, signed)).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromSeconds(302));
        (await source.PostAsync(Body, signed)).ShouldBeProblem(401, "timestampTooOld");
    }

    [Test]
    public async Task S7_the_signature_is_not_kept_and_no_forged_delivery_claims_an_id()
    {
        var source = await CreateAsync(await App.RegisterAsync(), "github", Secret);
        await source.PostAsync(Body, [.. Sign("github", "forged", Body), ("webhook-id", "msg_1")]);
        (await source.LastDeliveryAsync()).GetProperty("deliveryId").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);

        (await source.PostAsync(Body, [.. Sign("github", Secret, Body), ("webhook-id", "msg_1")])).ShouldBe(200).Json.Text("status").Should().Be("processed");

        (await source.LastDeliveryAsync()).GetProperty("headers").GetRawText().Should().NotContain("sha256=");
    }

    [Test]
    public async Task S7_a_signature_in_a_header_of_any_name_is_not_kept()
    {
        var source = await CreateAsync(await App.RegisterAsync(), "hmacSha256", Secret);

        (await source.PostAsync(Body, Sign("hmacSha256", Secret, Body))).ShouldBe(200);

        (await source.LastDeliveryAsync()).GetProperty("headers").TryGetProperty("X-Acme", out _).Should().BeFalse();
    }

    [Test]
    public async Task S7_secrets_stay_when_left_out_and_go_with_the_check()
    {
        var client = await App.RegisterAsync();
        var source = await CreateAsync(client, "github", Secret);

        var edited = await source.EditAsync(new { name = "B", emailPath = "email", eventName = new { path = "event" }, signature = new { scheme = "github" } });
        edited.GetProperty("signature").GetRawText().Should().Be("""{"scheme":"github","secretCount":1}""");
        (await source.PostAsync(Body, Sign("github", Secret, Body))).ShouldBe(200);
        (await source.PostAsync(Body)).ShouldBe(401);

        await source.EditAsync(new { name = "B", emailPath = "email", eventName = new { path = "event" } });
        (await source.PostAsync(Body)).ShouldBe(200);
    }

    private static Task<Source> CreateAsync(TestClient client, string scheme, params string[] secrets) => Source.CreateAsync(client, new
    {
        name = scheme,
        emailPath = "email",
        eventName = new { path = "event" },
        signature = scheme == "hmacSha256"
            ? (object)new { scheme, secrets, header = "X-Acme", encoding = "base64", prefix = "v0=" }
            : new { scheme, secrets = scheme == "standardWebhooks" ? ["whsec_c2VjcmV0", .. secrets[^1..]] : secrets },
    });

    private (string Name, string Value)[] Sign(string scheme, string secret, string body)
    {
        var now = App.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return scheme switch
        {
            "standardWebhooks" =>
            [
                ("webhook-id", "msg_7"),
                ("webhook-timestamp", now),
                ("webhook-signature", $"v1,{Convert.ToBase64String(Hmac(Convert.FromBase64String(secret["whsec_".Length..]), $"msg_7.{now}.{body}"))}"),
            ],
            "stripe" => [("Stripe-Signature", $"t={now},v1={Hex($"{now}.{body}")}")],
            "paddle" => [("Paddle-Signature", $"ts={now};h1={Hex($"{now}:{body}")}")],
            "github" => [("X-Hub-Signature-256", $"sha256={Hex(body)}")],
            "shopify" => [("X-Shopify-Hmac-Sha256", Convert.ToBase64String(Hmac(Encoding.UTF8.GetBytes(secret), body)))],
            "lemonSqueezy" => [("X-Signature", Hex(body))],
            _ => [("X-Acme", $"v0={Convert.ToBase64String(Hmac(Encoding.UTF8.GetBytes(secret), body))}")],
        };

        string Hex(string text) => Convert.ToHexStringLower(Hmac(Encoding.UTF8.GetBytes(secret), text));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

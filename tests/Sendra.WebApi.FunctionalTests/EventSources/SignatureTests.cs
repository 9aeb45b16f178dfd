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

    [Test]
    public async Task S16_senders_that_sign_their_url_their_form_or_their_body_are_checked_by_their_presets()
    {
        var client = await App.RegisterAsync();
        var now = App.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        const string Square = """{"event_id":"e1","type":"customer.created","data":{"object":{"customer":{"email_address":"ada@example.com"}}}}""";
        const string HubSpot = """[{"eventId":1,"subscriptionType":"contact.propertyChange","propertyValue":"ada@example.com"}]""";
        const string Polar = """{"type":"order.created","data":{"customer":{"email":"ada@example.com"}}}""";
        const string Mandrill = "mandrill_events=%5B%7B%22event%22%3A%22send%22%2C%22msg%22%3A%7B%22email%22%3A%22ada%40example.com%22%7D%7D%5D";
        const string Form = "application/x-www-form-urlencoded";
        var mailgun = $$$"""{"signature":{"timestamp":"{{{now}}}","token":"t1","signature":"{{{Convert.ToHexStringLower(Hmac("key"u8.ToArray(), now + "t1"))}}}"},"event-data":{"id":"i1","event":"opened","recipient":"ada@example.com"}}""";

        await ChecksAsync("square", Square, "application/json", url => [("x-square-hmacsha256-signature", Base64(url + Square))]);
        await ChecksAsync("hubspot", HubSpot, "application/json", url => [("X-HubSpot-Signature-v3", Base64($"POST{url}{HubSpot}{now}000")), ("X-HubSpot-Request-Timestamp", now + "000")]);
        await ChecksAsync("polar", Polar, "application/json", _ => [("webhook-id", "m1"), ("webhook-timestamp", now), ("webhook-signature", "v1," + Base64($"m1.{now}.{Polar}"))]);
        await ChecksAsync("mandrill", Mandrill, Form, url => [("X-Mandrill-Signature", Sha1(url + "mandrill_events" + Uri.UnescapeDataString(Mandrill["mandrill_events=".Length..])))]);
        var source = await ChecksAsync("mailgun", mailgun, "application/json", _ => []);
        (await source.PostAsync(mailgun.Replace("i1", "i2", StringComparison.Ordinal))).ShouldBe(200).Json.Text("status").Should().Be("duplicate", "what was signed once counts once, whatever is sent with it");

        async Task<Source> ChecksAsync(string preset, string body, string type, Func<string, (string Name, string Value)[]> sign)
        {
            var source = await Source.CreateAsync(client, new { preset, signature = new { secrets = new[] { "key" } } });
            var other = await Source.CreateAsync(client, new { preset, signature = new { secrets = new[] { "other" } } });
            var bytes = Encoding.UTF8.GetBytes(body);

            (await source.PostAsync(bytes, type, sign(source.Url))).ShouldBe(200).Json.Text("status").Should().Be("processed", preset);
            (await other.PostAsync(bytes, type, sign(other.Url))).ShouldBeProblem(401, "signatureMismatch");
            if (sign(source.Url).Except(sign(other.Url)).Any())
            {
                (await source.PostAsync(bytes, type, sign(other.Url))).ShouldBeProblem(401, "signatureMismatch");
            }

            return source;
        }

        static string Base64(string text) => Convert.ToBase64String(Hmac("key"u8.ToArray(), text));
        static string Sha1(string text) => Convert.ToBase64String(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, "key"u8, Encoding.UTF8.GetBytes(text)));
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

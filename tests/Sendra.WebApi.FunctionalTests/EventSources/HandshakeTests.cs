using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>What senders ask before they send, and what is read of whatever they send (S14, S15), and schemes without their secret (S17).</summary>
internal sealed class HandshakeTests(string provider) : FunctionalTest(provider)
{
    private const string Body = """{"email":"ada@example.com","event":"signUp"}""";

    private TestClient _client = null!;

    [SetUp]
    public async Task RegisterAsync() => _client = await App.RegisterAsync();

    [Test]
    public async Task S14_a_known_url_answers_GET_and_HEAD_and_an_unknown_one_does_not()
    {
        var source = await Source.CreateAsync(_client);

        (await source.SendAsync(HttpMethod.Get, null)).ShouldBe(200);
        (await source.SendAsync(HttpMethod.Head, null)).ShouldBe(200);
        (await source.SendAsync(HttpMethod.Options, null, ("Origin", "https://elsewhere.example"))).ShouldBe(200);
        (await App.Database.CountAsync("deliveries")).Should().Be(0);
        (await App.Anonymous().GetAsync($"/api/webhooks/{new string('x', 32)}")).ShouldBeProblem(404, "webhookNotFound");
        await source.EditAsync(new { name = "Off", enabled = false, emailPath = "email", eventName = new { path = "event" } });
        (await source.SendAsync(HttpMethod.Get, null)).ShouldBeProblem(410, "eventSourceDisabled");
    }

    [Test]
    public async Task S14_a_parameter_is_sent_back_when_what_it_requires_is_there()
    {
        var source = await CreateAsync(new { type = "queryEcho", parameter = "hub.challenge", requires = new Dictionary<string, string> { ["hub.verify_token"] = "mine" } });

        (await GetAsync(source, "?hub.mode=subscribe&hub.verify_token=mine&hub.challenge=1158201444")).Should().Be(("1158201444", "text/plain"));
        (await GetAsync(source, "?hub.verify_token=other&hub.challenge=1158201444")).Body.Should().BeEmpty();
        (await source.DeliveriesAsync("?status=handshake")).Should().ContainSingle();
        (await source.PostAsync(Body)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.GetAsync()).GetProperty("handshake").GetRawText().Should().Be("""{"type":"queryEcho","parameter":"hub.challenge","requires":{"hub.verify_token":"mine"}}""");
    }

    [Test]
    public async Task S14_a_parameter_is_sent_back_as_JSON()
    {
        var source = await CreateAsync(new { type = "queryEcho", parameter = "hub.challenge", @as = "json", responseField = "hub.challenge" });

        (await GetAsync(source, "?hub.challenge=15f7d1a91c1f40f8a748fd134752feb3")).Should().Be(("""{"hub.challenge":"15f7d1a91c1f40f8a748fd134752feb3"}""", "application/json"));
    }

    [Test]
    public async Task S14_a_field_is_sent_back_before_there_is_a_secret()
    {
        var source = await Source.CreateAsync(_client, new { preset = "slack", signature = new { } });

        var answer = await source.PostAsync("""{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aB","type":"url_verification"}""");

        answer.ShouldBe(200).Text.Should().Be("3eZbrw1aB");
        (await source.LastDeliveryAsync()).Text("status").Should().Be("handshake");
        var id = (await source.LastDeliveryAsync()).GetProperty("id").GetGuid();
        (await _client.PostAsync($"/api/deliveries/{id}/replay")).ShouldBeProblem(409, "deliveryHandshake");
        (await source.PostAsync("""{"type":"event_callback","challenge":"x"}""")).ShouldBe(200).Json.Text("code").Should().Be("secretMissing");
    }

    [Test]
    public async Task S14_a_header_is_sent_back()
    {
        var source = await CreateAsync(new { type = "headerEcho", header = "X-Okta-Verification-Challenge", responseField = "verification" });

        (await source.SendAsync(HttpMethod.Get, null, ("X-Okta-Verification-Challenge", "abc"))).ShouldBe(200).Text.Should().Be("""{"verification":"abc"}""");
    }

    [Test]
    public async Task S14_zoom_and_crc_need_the_secret()
    {
        const string Question = """{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1654503849680,"event":"endpoint.url_validation"}""";
        var early = await Source.CreateAsync(_client, new { preset = "zoom", signature = new { } });
        var zoom = await Source.CreateAsync(_client, new { preset = "zoom", signature = new { secrets = new[] { "s3cret" } } });
        var crc = await CreateAsync(new { type = "crc" }, new { scheme = "hmacSha256", header = "X-Twitter-Webhooks-Signature", secrets = new[] { "s3cret" } });

        (await early.PostAsync(Question)).ShouldBe(200).Json.Text("code").Should().Be("secretMissing");
        (await zoom.PostAsync(Question)).ShouldBe(200).Json.Text("encryptedToken").Should().Be(Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, "qgg8vlvZRS6UYooatFL8Aw"u8)));
        (await GetAsync(crc, "?crc_token=abc")).Body.Should().Contain("sha256=").And.Contain("response_token");
    }

    // The answer is what verify of Braintree's own SDK for Node.js gives for these keys and this challenge.
    [Test]
    public async Task S14_braintree_gets_its_public_key_and_the_challenges_hash()
    {
        const string Challenge = "20f9f8ed05f77439fe955c977e4c8a53";
        var source = await Source.CreateAsync(_client, new { preset = "braintree", signature = new { secrets = new[] { "integration_private_key" } } });
        (await source.GetAsync()).GetProperty("handshake").GetRawText().Should().Be("""{"type":"braintree"}""");

        (await GetAsync(source, $"?bt_challenge={Challenge}")).Body.Should().Contain("secretMissing").And.Contain("public key");
        var signature = new { scheme = "braintree" };
        await source.EditAsync(new { name = "Braintree", emailPath = "email", eventName = new { path = "kind" }, signature, handshake = new { type = "braintree", publicKey = "integration_public_key" } });

        (await GetAsync(source, $"?bt_challenge={Challenge}")).Should().Be(("integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4", "text/plain"));
        (await GetAsync(source, "?bt_challenge=%3Cscript%3E")).Body.Should().BeEmpty();
        (await source.DeliveriesAsync("?status=handshake")).Should().ContainSingle();
        (await source.DeliveriesAsync("?status=skipped")).Should().ContainSingle();
    }

    [Test]
    public async Task S14_cloud_events_are_allowed_by_OPTIONS()
    {
        var source = await CreateAsync(new { type = "cloudEvents" });

        using var response = await new HttpClient().SendAsync(new HttpRequestMessage(HttpMethod.Options, source.Url) { Headers = { { "WebHook-Request-Origin", "eventemitter.example.com" } } });

        ((int)response.StatusCode).Should().Be(200);
        response.Headers.GetValues("WebHook-Allowed-Origin").Should().Equal("eventemitter.example.com");
    }

    [Test]
    public async Task S14_amazon_shows_the_link_to_open_and_no_other()
    {
        var source = await Source.CreateAsync(_client, new { preset = "amazon-ses" });
        const string Link = "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37";

        (await source.PostAsync(Confirmation(Link), "text/plain; charset=UTF-8")).ShouldBe(200);
        (await source.LastDeliveryAsync()).Text("reason").Should().Contain(Link);
        (await source.PostAsync(Confirmation("https://sns.us-west-2.amazonaws.com.evil.example/"), "text/plain; charset=UTF-8")).ShouldBe(200);
        (await source.LastDeliveryAsync()).Text("reason").Should().NotContain("evil");

        static byte[] Confirmation(string link) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Type = "SubscriptionConfirmation", MessageId = "165545c9", Token = "2336412f37", TopicArn = "arn:aws:sns:us-west-2:123456789012:MyTopic", SubscribeURL = link }));
    }

    [Test]
    public async Task S17_what_comes_before_the_secret_is_kept_and_checked_at_its_replay()
    {
        var source = await Source.CreateAsync(_client, new { preset = "github", emailPath = "email", eventName = new { @fixed = "pushed" }, signature = new { } });
        source.Url.Should().NotBeEmpty();
        var right = (await source.PostAsync(Body, ("X-Hub-Signature-256", Sign("s3cret")))).ShouldBe(200).Json;
        (await source.PostAsync(Body, ("X-Hub-Signature-256", Sign("forged")))).ShouldBe(200);
        (await source.PostAsync(Body)).ShouldBe(200);
        right.Text("code").Should().Be("secretMissing");
        (await App.Database.CountAsync("received_events")).Should().Be(0);
        (await source.LastDeliveryAsync()).GetRawText().Should().NotContain("sha256=");

        (await _client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("skipped").GetInt32().Should().Be(3);
        await source.EditAsync(new { name = "GitHub", emailPath = "email", eventName = new { @fixed = "pushed" }, signature = new { scheme = "github", secrets = new[] { "s3cret" } } });
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await _client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(1);

        (await source.CountsAsync()).Should().Be((1, 0, 0, 2));
        (await App.Database.CountAsync("received_events")).Should().Be(1);
        (await App.Database.CountAsync("deliveries", "withheld_headers IS NOT NULL")).Should().Be(0);

        static string Sign(string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Body)));
    }

    [Test]
    public async Task S16_a_public_key_is_enough_and_credentials_are_not_shown()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var source = await Source.CreateAsync(_client, new { preset = "sendgrid", signature = new { publicKeys = new[] { Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) } } });
        var time = App.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        const string Events = """[{"email":"ada@example.com","timestamp":1513299569,"event":"delivered","sg_event_id":"1","sg_message_id":"m1"}]""";
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(time + Events), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        (await source.PostAsync(Events, ("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", time))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync(Events)).ShouldBeProblem(401, "signatureMissing");

        var basic = await Source.CreateAsync(_client, new { name = "B", emailPath = "email", eventName = new { path = "event" }, signature = new { scheme = "basic", user = "ada", secrets = new[] { "pw" } } });
        var credential = "Basic " + Convert.ToBase64String("ada:pw"u8);
        (await basic.PostAsync(Body, ("Authorization", credential))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await basic.LastDeliveryAsync()).GetRawText().Should().NotContain(credential);
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task S15_what_is_compressed_is_read(string coding)
    {
        var source = await Source.CreateAsync(_client);

        (await PostCompressedAsync(source, coding, Encoding.UTF8.GetBytes(Body))).ShouldBe(200).Json.Text("status").Should().Be("processed");
    }

    // What was there of it could be read: a list would lose its end without a word.
    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("deflate")]
    public async Task S15_what_is_compressed_and_cut_off_is_skipped(string coding)
    {
        var source = await Source.CreateAsync(_client);
        var whole = Compress(coding, Encoding.UTF8.GetBytes(Body));

        (await SendAsync(source, coding, whole[..^1])).ShouldBe(200).Json.Text("code").Should().Be("contentEncodingInvalid");
    }

    [Test]
    public async Task S15_a_bomb_is_413_and_a_broken_one_is_skipped()
    {
        var source = await Source.CreateAsync(_client);

        (await PostCompressedAsync(source, "gzip", new byte[20_000_000])).ShouldBeProblem(413, "bodyTooLarge");
        var bomb = await source.LastDeliveryAsync();
        (bomb.Text("status"), bomb.Text("code"), bomb.Text("payload")).Should().Be(("refused", "bodyTooLarge", ""));
        bomb.Text("reason").Should().StartWith("Decompressed, the body has more than 1024 KiB");
        (await _client.PostAsync($"/api/deliveries/{bomb.GetProperty("id").GetGuid()}/replay")).ShouldBeProblem(409, "deliveryRefused").Text.Should().Contain("too large");
        (await SendAsync(source, "gzip", [1, 2, 3])).ShouldBe(200).Json.Text("code").Should().Be("contentEncodingInvalid");
    }

    [Test]
    public async Task S15_a_signature_may_be_over_the_compressed_or_the_plain_body()
    {
        var source = await Source.CreateAsync(_client, new { preset = "github", emailPath = "email", eventName = new { @fixed = "x" }, signature = new { secrets = new[] { "s" } } });
        var compressed = Compress("gzip", Encoding.UTF8.GetBytes(Body));

        foreach (var signed in (byte[][])[compressed, Encoding.UTF8.GetBytes(Body)])
        {
            var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("s"u8, signed));
            (await SendAsync(source, "gzip", compressed, ("X-Hub-Signature-256", signature))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        }
    }

    [Test]
    public async Task S15_a_document_inside_a_field_is_read_item_by_item()
    {
        var source = await Source.CreateAsync(_client, new { preset = "mandrill" });
        var events = """[{"event":"open","msg":{"email":"ada@example.com","_id":"a"},"ts":1},{"event":"hard_bounce","msg":{"email":"bob@example.com","_id":"b"},"ts":1}]""";

        var answer = (await source.PostAsync(Encoding.ASCII.GetBytes("mandrill_events=" + Uri.EscapeDataString(events)), "application/x-www-form-urlencoded")).ShouldBe(200).Json;

        answer.GetProperty("processed").GetInt32().Should().Be(2);
        (await _client.ItemsAsync("/api/events")).Select(logged => logged.Text("eventName")).Should().BeEquivalentTo("email.opened", "email.bounced");
        (await source.PostAsync("{}")).ShouldBe(200).Json.Text("code").Should().Be("bodyMissing");
        (await source.PostAsync("""{"mandrill_events":"no"}""")).ShouldBe(200).Json.Text("code").Should().Be("bodyNotJson");
    }

    [Test]
    public async Task S15_lines_of_JSON_multipart_and_XML_are_read()
    {
        var source = await Source.CreateAsync(_client);
        var lines = await Source.CreateAsync(_client, new { name = "Lines", itemsPath = "$", emailPath = "email", eventName = new { path = "event" } });

        (await lines.PostAsync(Encoding.UTF8.GetBytes(Body + "\n" + Body), "application/x-ndjson")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(2);
        (await source.PostAsync("<r><email>ada@example.com</email><event>x</event></r>"u8.ToArray(), "application/xml")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        var form = new MultipartFormDataContent { { new StringContent("ada@example.com"), "email" }, { new StringContent("x"), "event" }, { new ByteArrayContent([1, 2]), "file", "a.bin" } };
        (await source.SendAsync(HttpMethod.Post, form)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync("email=ada%40example.com&event=x&name=Zo%EB&charset=windows-1252"u8.ToArray(), "application/x-www-form-urlencoded")).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _client.ItemsAsync("/api/events"))[0].GetProperty("properties").Text("name").Should().Be("Zoë");
    }

    private Task<Source> CreateAsync(object handshake, object? signature = null) =>
        Source.CreateAsync(_client, new { name = "H", emailPath = "email", eventName = new { path = "event" }, handshake, signature });

    private static async Task<(string Body, string? Type)> GetAsync(Source source, string query)
    {
        using var response = await new HttpClient().GetAsync(new Uri(source.Url + query));
        ((int)response.StatusCode).Should().Be(200);
        return (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    private static Task<Answer> PostCompressedAsync(Source source, string coding, byte[] body) => SendAsync(source, coding, Compress(coding, body));

    private static Task<Answer> SendAsync(Source source, string coding, byte[] body, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add(coding);
        return source.SendAsync(HttpMethod.Post, content, headers);
    }

    private static byte[] Compress(string coding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionMode.Compress),
            "br" => new System.IO.Compression.BrotliStream(compressed, System.IO.Compression.CompressionMode.Compress),
            _ => new System.IO.Compression.ZLibStream(compressed, System.IO.Compression.CompressionMode.Compress),
        })
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}

using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Messages of Amazon SNS, signed with a certificate that a server in Amazon's place serves (S7, S14).</summary>
internal sealed class SnsTests(string provider) : FunctionalTest(provider)
{
    private const string Host = "sns.eu-west-1.amazonaws.com";
    private const string Topic = "arn:aws:sns:eu-west-1:123456789012:mail";
    private const string Event = """{"eventType":"Bounce","mail":{"messageId":"m1","destination":["ada@example.com"]},"bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"ada@example.com"}]}}""";

    private CertificateServer _amazon = null!;
    private X509Certificate2 _certificate = null!;
    private string _url = null!;
    private TestClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _amazon = await CertificateServer.StartAsync(Host);
        _certificate = TestAuthority.Issue(AmazonSns.Name);
        _url = _amazon.Serve(_certificate);
        _client = await App.RegisterAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _amazon.DisposeAsync();
        _certificate.Dispose();
    }

    [TestCase("1")]
    [TestCase("2")]
    public async Task S7_a_message_of_amazon_is_taken_and_its_certificate_fetched_once(string version)
    {
        var source = await CreateAsync();

        (await PostAsync(source, Signed(Notification("n1"), version))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await PostAsync(source, Signed(Notification("n2", subject: "Hello\nworld"), version))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await PostAsync(source, Signed(Notification("n2", subject: "Hello\nworld"), version))).ShouldBe(200).Json.Text("status").Should().Be("duplicate");

        _amazon.Asked.Should().ContainSingle();
        (await source.CountsAsync()).Should().Be((2, 0, 1, 0));
    }

    [Test]
    public async Task S7_a_message_that_was_changed_or_that_somebody_else_signed_is_refused()
    {
        var source = await CreateAsync();
        var message = Signed(Notification("n1"));

        foreach (var field in new[] { "Message", "MessageId", "TopicArn", "Timestamp" })
        {
            (await PostAsync(source, new(message) { [field] = message[field] + " " })).ShouldBeProblem(401, "signatureMismatch");
        }

        (await PostAsync(source, new(message) { ["Subject"] = "more" })).ShouldBeProblem(401, "signatureMismatch");
        (await PostAsync(source, new(message) { ["SignatureVersion"] = "1" })).ShouldBeProblem(401, "signatureMismatch");
        (await PostAsync(source, new(message) { ["SignatureVersion"] = "3" })).ShouldBeProblem(401, "signatureMalformed");
        (await PostAsync(source, new(message) { ["Signature"] = "?" })).ShouldBeProblem(401, "signatureMalformed");
        (await PostAsync(source, message.Where(one => one.Key != "Signature").ToDictionary())).ShouldBeProblem(401, "signatureMissing");
        (await source.PostAsync("[1]")).ShouldBeProblem(401, "signatureMissing");
        (await App.Database.CountAsync("received_events")).Should().Be(0);
    }

    [TestCase("http://sns.eu-west-1.amazonaws.com/x.pem")]
    [TestCase("https://sns.eu-west-1.amazonaws.com:8443/x.pem")]
    [TestCase("https://sns.eu-west-1.amazonaws.com.evil.example/x.pem")]
    [TestCase("https://evil.example/sns.eu-west-1.amazonaws.com/x.pem")]
    [TestCase("https://x@sns.eu-west-1.amazonaws.com/x.pem")]
    [TestCase("https://s3.eu-west-1.amazonaws.com/x.pem")]
    [TestCase("https://sns.eu-west-1.amazonaws.com/x.pem?Action=Publish")]
    [TestCase("https://127.0.0.1/x.pem")]
    [TestCase("file:///etc/x.pem")]
    [TestCase("x.pem")]
    public async Task S7_a_certificate_is_fetched_from_amazon_alone(string url)
    {
        var source = await CreateAsync();

        (await PostAsync(source, Signed(Notification("n1"), url: url))).ShouldBeProblem(401, "signatureMalformed");

        _amazon.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task S7_a_certificate_of_another_name_or_that_nobody_vouches_for_is_refused()
    {
        var source = await CreateAsync();
        using var other = TestAuthority.Issue("s3.amazonaws.com");
        using var stranger = TestAuthority.Strange();
        using var forged = TestAuthority.Issue(stranger, "sns.amazonaws.com");

        (await PostAsync(source, Signed(Notification("n1"), signer: other, url: _amazon.Serve(other)))).ShouldBeProblem(401, "signatureMismatch");
        (await PostAsync(source, Signed(Notification("n1"), signer: forged, url: _amazon.Serve(forged)))).ShouldBeProblem(401, "signatureMismatch");
        (await PostAsync(source, Signed(Notification("n1"), url: $"https://{Host}/none.pem"))).ShouldBeProblem(401, "signatureMismatch");
    }

    [Test]
    public async Task S7_the_issuer_of_a_certificate_is_fetched_where_it_says()
    {
        var source = await CreateAsync();
        using var between = TestAuthority.IssueAuthority();
        using var certificate = TestAuthority.Issue(between, "sns-signing.eu-west-1.amazonaws.com", _amazon.ServeIssuer(between));

        (await PostAsync(source, Signed(Notification("n1"), signer: certificate, url: _amazon.Serve(certificate)))).ShouldBe(200).Json.Text("status").Should().Be("processed");
    }

    [Test]
    public async Task S7_what_cannot_be_checked_now_is_kept_and_checked_at_its_replay()
    {
        var source = await CreateAsync();
        _amazon.Fails = 500;
        var right = await PostAsync(source, Signed(Notification("n1")));
        right.ShouldBe(200).Json.Text("code").Should().Be("certificateUnavailable");
        await PostAsync(source, new(Signed(Notification("n2"))) { ["Message"] = "forged" });
        _amazon.Asked.Should().ContainSingle("it isn't asked again at once");
        (await App.Database.CountAsync("received_events")).Should().Be(0);

        _amazon.Fails = null;
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _client.PostAsync($"{source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(1);

        (await source.CountsAsync()).Should().Be((1, 0, 0, 1));
        (await App.Database.CountAsync("deliveries", "withheld_headers IS NOT NULL")).Should().Be(0);
    }

    [Test]
    public async Task S7_a_source_may_take_one_topic_alone_and_nothing_older_than_its_repeats_are_known()
    {
        var source = await CreateAsync(Topic);
        source.GetAsync().Result.GetProperty("signature").GetRawText().Should().Be($$"""{"scheme":"sns","secretCount":0,"topic":"{{Topic}}"}""");
        var other = Notification("n1");
        other["TopicArn"] = "arn:aws:sns:eu-west-1:999999999999:mine";
        var old = Signed(Notification("n2"));

        (await PostAsync(source, Signed(other))).ShouldBeProblem(401, "signatureMismatch");
        App.Clock.Advance(TimeSpan.FromDays(6));
        (await PostAsync(source, old)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        App.Clock.Advance(TimeSpan.FromDays(2));
        (await PostAsync(source, old)).ShouldBeProblem(401, "timestampTooOld");
        (await _client.PostAsync("/api/event-sources", new { preset = "amazon-ses", signature = new { scheme = "sns", topic = "mine" } })).ShouldRefuse("signature.topic");
        (await _client.PostAsync("/api/event-sources", new { preset = "amazon-ses", signature = new { scheme = "sns", secrets = new[] { "x" } } })).ShouldRefuse("signature.secrets[0]");
    }

    [Test]
    public async Task S14_the_link_that_confirms_a_subscription_is_shown_when_amazon_signed_it()
    {
        var source = await CreateAsync();
        var confirmation = new Dictionary<string, string>
        {
            ["Type"] = "SubscriptionConfirmation",
            ["MessageId"] = "c1",
            ["Token"] = "2336412f37",
            ["TopicArn"] = Topic,
            ["Message"] = "You have chosen to subscribe.",
            ["SubscribeURL"] = $"https://{Host}/?Action=ConfirmSubscription&Token=2336412f37",
            ["Timestamp"] = Now(),
        };
        var signed = Signed(confirmation);

        (await PostAsync(source, new(signed) { ["SubscribeURL"] = $"https://{Host}/?Action=Other" })).ShouldBeProblem(401, "signatureMismatch");
        (await PostAsync(source, signed)).ShouldBe(200);

        var delivery = await source.LastDeliveryAsync();
        delivery.Text("status").Should().Be("handshake");
        delivery.Text("reason").Should().Contain(confirmation["SubscribeURL"]);
    }

    private Task<Source> CreateAsync(string? topic = null) => Source.CreateAsync(_client, topic is null
        ? new { preset = "amazon-ses", signature = new { } }
        : new { preset = "amazon-ses", signature = new { scheme = "sns", topic } });

    private static Task<Answer> PostAsync(Source source, Dictionary<string, string> message) =>
        source.PostAsync(JsonSerializer.SerializeToUtf8Bytes(message), "text/plain; charset=UTF-8");

    private Dictionary<string, string> Notification(string id, string? subject = null)
    {
        var message = new Dictionary<string, string> { ["Type"] = "Notification", ["MessageId"] = id, ["TopicArn"] = Topic, ["Message"] = Event, ["Timestamp"] = Now() };
        if (subject is not null)
        {
            message["Subject"] = subject;
        }

        return message;
    }

    private string Now() => AmazonSns.Time(App.Clock.GetUtcNow());

    private Dictionary<string, string> Signed(Dictionary<string, string> message, string version = "2", X509Certificate2? signer = null, string? url = null) =>
        AmazonSns.Sign(message, signer ?? _certificate, url ?? _url, version);
}

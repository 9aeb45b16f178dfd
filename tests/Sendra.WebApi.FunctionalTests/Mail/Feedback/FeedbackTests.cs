using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Suppressions;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Mail.Feedback;

/// <summary>What mail providers report of the mails that they got from Sendra (M5): real mails by SMTP, and the providers' documented webhooks.</summary>
public sealed class FeedbackTests(string provider) : FunctionalTest(provider)
{
    private MailServer _server = null!;
    private IAsyncDisposable? _connected;

    [SetUp]
    public async Task StartAsync() => _server = await MailServer.StartAsync();

    [TearDown]
    public async Task StopAsync()
    {
        if (_connected is not null)
        {
            await _connected.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [TestCase("amazonSes")]
    [TestCase("postmark")]
    [TestCase("mailgun")]
    [TestCase("sendGrid")]
    [TestCase("resend")]
    [TestCase("brevo")]
    public async Task M5_what_a_provider_reports_becomes_the_contacts_events_and_updates_the_message(string sender)
    {
        var (ada, source) = await StartAsync(sender);
        var bob = await SendAsync(ada, "bob@example.com");
        var now = App.Clock.GetUtcNow();

        var first = await PostAsync(source, sender, bob, "delivered", now);
        await PostAsync(source, sender, bob, "opened", now);
        await PostAsync(source, sender, bob, "clicked", now);
        var message = await ada.MessageAsync("bob@example.com");
        (message.Status(), message.GetProperty("reason").ValueKind).Should().Be(("delivered", JsonValueKind.Null));
        message.Moments().Should().Equal("queued", "sent", "delivered", "opened", "clicked");
        message.GetProperty("timeline")[4].Text("detail").Should().Be("https://acme.example.com/x");
        (await ada.SuppressionAsync("bob@example.com")).Should().BeNull();

        var told = (await ada.GetAsync($"/api/events/{EventOf(first)}")).ShouldBe(200).Json;
        (told.Text("eventName"), told.Text("email"), told.Text("messageId")).Should().Be(("email.delivered", "bob@example.com", message.Text("id")));
        (told.GetProperty("origin").Text("type"), told.GetProperty("origin").Text("sourceId")).Should().Be(("webhook", $"{source.Id}"));
        message.GetProperty("timeline")[2].Text("eventId").Should().Be(EventOf(first));

        await PostAsync(source, sender, bob, "complained", now);
        message = await ada.MessageAsync("bob@example.com");
        (message.Status(), message.Text("code"), message.Text("reason")).Should().Be(("complained", "complained", "The recipient reported it as spam."));
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all complaint");
        (await NamesAsync(ada, "bob@example.com")).Should().Equal("signUp", "email.delivered", "email.opened", "email.clicked", "email.complained");

        var eve = await SendAsync(ada, "eve@example.com");
        await PostAsync(source, sender, eve, "softBounced", now);
        await PostAsync(source, sender, eve, "blocked", now.AddSeconds(1));
        message = await ada.MessageAsync("eve@example.com");
        message.Status().Should().Be("sent");
        message.Moments().Should().Equal("queued", "sent", "deferred", "deferred");
        (await ada.SuppressionAsync("eve@example.com")).Should().BeNull("a soft bounce says nothing of the address");
        await PostAsync(source, sender, eve, "bounced", now);
        message = await ada.MessageAsync("eve@example.com");
        (message.Status(), message.Text("code")).Should().Be(("bounced", "bounced"));
        message.Text("reason").Should().StartWith("It bounced. It says: ").And.Contain("5.1.1 unknown user");
        (await ada.SuppressionAsync("eve@example.com")).Should().Be("eve@example.com all bounce");
        (await NamesAsync(ada, "eve@example.com")).Should().Equal("signUp", "email.deferred", "email.deferred", "email.bounced");
        (await source.GetAsync()).Text("feedback").Should().Be(sender);

        if (sender != "resend")
        {
            var dan = await SendAsync(ada, "dan@example.com");
            await PostAsync(source, sender, dan, "unsubscribed", now);
            (await ada.SuppressionAsync("dan@example.com")).Should().Be("dan@example.com marketing unsubscribe");
            (await ada.MessageAsync("dan@example.com")).Moments().Should().Equal("queued", "sent", "unsubscribed");
            (await NamesAsync(ada, "dan@example.com"))[1].Should().Be(sender == "amazonSes" ? "email.subscriptionChanged" : "email.unsubscribed");
        }
    }

    [TestCase("amazonSes")]
    [TestCase("postmark")]
    [TestCase("mailgun")]
    [TestCase("sendGrid")]
    [TestCase("resend")]
    [TestCase("brevo")]
    public async Task M5_reports_come_in_any_order_and_again(string sender)
    {
        var (ada, source) = await StartAsync(sender);
        var bob = await SendAsync(ada, "bob@example.com");
        var now = App.Clock.GetUtcNow();

        var report = new ProviderReport(sender, bob);
        var (opened, headers) = (report.Of("opened", now), report.Headers());
        (await source.PostAsync(opened, headers)).ShouldBe(200);
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("delivered", "who opened it has got it");
        Outcome((await source.PostAsync(opened, headers)).ShouldBe(200).Json).Should().Be("duplicate");
        await PostAsync(source, sender, bob, "bounced", now);
        await PostAsync(source, sender, bob, "delivered", now);
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("bounced");
        await PostAsync(source, sender, bob, "complained", now);
        await PostAsync(source, sender, bob, "bounced", now.AddSeconds(3), "duplicate");
        (await source.LastDeliveryAsync()).Text("eventId").Should().Be((await ada.MessageAsync("bob@example.com")).GetProperty("timeline").EnumerateArray().Single(one => one.Text("type") == "bounced").Text("eventId"));

        var message = await ada.MessageAsync("bob@example.com");
        message.Status().Should().Be("complained");
        message.Moments().Should().BeEquivalentTo("queued", "sent", "opened", "bounced", "delivered", "complained");
        (await NamesAsync(ada, "bob@example.com")).Should().Equal("signUp", "email.opened", "email.bounced", "email.delivered", "email.complained");
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all bounce");
    }

    [Test]
    public async Task M5_a_list_of_reports_is_read_item_by_item()
    {
        var (ada, source) = await StartAsync("sendGrid");
        var (bob, eve) = (await SendAsync(ada, "bob@example.com"), await SendAsync(ada, "eve@example.com"));
        var now = App.Clock.GetUtcNow();
        var list = new JsonArray(
            new ProviderReport("sendGrid", bob).SendGrid("delivered", now, 901),
            new ProviderReport("sendGrid", eve).SendGrid("bounced", now, 902),
            new ProviderReport("sendGrid", bob).SendGrid("delivered", now, 903),
            new ProviderReport("sendGrid", bob).SendGrid("opened", now, 904),
            new JsonObject { ["email"] = "fay@example.com", ["event"] = "bounce", ["smtp-id"] = "<14c5d75ce93.dfd.64b469@ismtpd-555>", ["sg_event_id"] = "x" });

        var answer = (await source.PostAsync(list.ToJsonString())).ShouldBe(200).Json;

        answer.GetProperty("items").EnumerateArray().Select(item => item.Text("status")).Should().Equal("processed", "processed", "duplicate", "processed", "processed");
        (await ada.MessageAsync("bob@example.com")).Moments().Should().BeEquivalentTo("queued", "sent", "delivered", "opened");
        (await ada.MessageAsync("eve@example.com")).Status().Should().Be("bounced");
        (await ada.SuppressionAsync("fay@example.com")).Should().BeNull("that mail was not Sendra's");
        (await NamesAsync(ada, "fay@example.com")).Should().Equal("email.bounced");
    }

    [Test]
    public async Task M5_events_of_the_same_name_from_elsewhere_touch_nothing()
    {
        var (ada, source) = await StartAsync("mailgun");
        var bob = await SendAsync(ada, "bob@example.com");
        var own = await Source.CreateAsync(ada, new { name = "Own", emailPath = "event-data.recipient", eventName = new { @fixed = "email.bounced" } });
        var report = new ProviderReport("mailgun", bob).Of("bounced", App.Clock.GetUtcNow());

        (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "email.bounced", eventProperties = JsonNode.Parse(report) })).ShouldBe(200);
        Outcome((await own.PostAsync(report)).ShouldBe(200).Json).Should().Be("processed");

        (await own.GetAsync()).GetProperty("feedback").ValueKind.Should().Be(JsonValueKind.Null);
        (await ada.MessageAsync("bob@example.com")).Moments().Should().Equal("queued", "sent");
        (await ada.SuppressionAsync("bob@example.com")).Should().BeNull();
        (await source.PostAsync(report)).ShouldBe(200);
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("bounced");
    }

    [Test]
    public async Task M5_a_report_to_another_workspace_or_of_another_person_touches_no_message()
    {
        var (ada, _) = await StartAsync("mailgun");
        var bob = await SendAsync(ada, "bob@example.com");
        var eve = await App.RegisterAsync();
        await eve.EventAsync("bob@example.com", "known");
        var others = await Source.CreateAsync(eve, new { preset = "mailgun", name = "Mailgun" });
        await PostAsync(others, "mailgun", bob, "bounced", App.Clock.GetUtcNow());

        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("sent");
        (await ada.SuppressionAsync("bob@example.com")).Should().BeNull();
        (await eve.SuppressionAsync("bob@example.com")).Should().BeNull();
        (await NamesAsync(eve, "bob@example.com")).Should().Equal("known", "email.bounced");

        var mallory = await SendAsync(ada, "mallory@example.com");
        var forged = await Source.CreateAsync(ada, new { preset = "mailgun", name = "Mailgun" });
        var body = JsonNode.Parse(new ProviderReport("mailgun", bob).Of("complained", App.Clock.GetUtcNow()))!;
        body["event-data"]!["recipient"] = mallory.To.Mailboxes.Single().Address;
        (await forged.PostAsync(body.ToJsonString())).ShouldBe(200);
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("sent", "that mail went to somebody else");
        (await ada.MessageAsync("mallory@example.com")).Status().Should().Be("sent");
        (await ada.SuppressionAsync("mallory@example.com")).Should().BeNull();
    }

    [Test]
    public async Task M5_a_forged_report_is_refused_and_touches_nothing()
    {
        var (ada, _) = await StartAsync("resend");
        var source = await Source.CreateAsync(ada, new
        {
            preset = "resend",
            name = "Resend",
            signature = new { scheme = "standardWebhooks", secrets = new[] { "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" } },
        });
        var report = new ProviderReport("resend", await SendAsync(ada, "bob@example.com"));

        (await source.PostAsync(
            report.Of("bounced", App.Clock.GetUtcNow()), ("svix-id", "msg_1"), ("svix-timestamp", $"{App.Clock.GetUtcNow().ToUnixTimeSeconds()}"), ("svix-signature", "v1,AAAA"))).ShouldBe(401);

        (await ada.MessageAsync("bob@example.com")).Moments().Should().Equal("queued", "sent");
        (await ada.SuppressionAsync("bob@example.com")).Should().BeNull();
    }

    [Test]
    public async Task M5_S7_amazons_signed_report_touches_its_message_and_a_changed_one_does_not()
    {
        await using var amazon = await CertificateServer.StartAsync("sns.eu-west-1.amazonaws.com");
        using var certificate = TestAuthority.Issue(AmazonSns.Name);
        var (ada, _) = await StartAsync("amazonSes");
        var source = await Source.CreateAsync(ada, new { preset = "amazon-ses", name = "Amazon SES", signature = new { scheme = "sns" } });
        var report = new ProviderReport("amazonSes", await SendAsync(ada, "bob@example.com"));
        var bounced = Signed("bounced");

        (await PostAsync(new(bounced) { ["Message"] = Signed("complained")["Message"] })).ShouldBeProblem(401, "signatureMismatch");
        (await ada.MessageAsync("bob@example.com")).Moments().Should().Equal("queued", "sent");
        (await PostAsync(Signed("delivered"))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await PostAsync(bounced)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await PostAsync(bounced)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");

        (await ada.MessageAsync("bob@example.com")).Moments().Should().BeEquivalentTo("queued", "sent", "delivered", "bounced");
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all bounce");

        Task<Answer> PostAsync(Dictionary<string, string> message) => source.PostAsync(JsonSerializer.SerializeToUtf8Bytes(message), "text/plain; charset=UTF-8");

        Dictionary<string, string> Signed(string kind) => AmazonSns.Sign(
            new(JsonSerializer.Deserialize<Dictionary<string, string>>(report.Of(kind, App.Clock.GetUtcNow()))!) { ["Timestamp"] = AmazonSns.Time(App.Clock.GetUtcNow()) },
            certificate,
            amazon.Serve(certificate));
    }

    [Test]
    public async Task M5_S16_mailguns_signed_report_touches_its_message_and_a_forged_one_does_not()
    {
        var (ada, _) = await StartAsync("mailgun");
        var source = await Source.CreateAsync(ada, new { preset = "mailgun", name = "Mailgun", signature = new { secrets = new[] { "key" } } });
        var report = new ProviderReport("mailgun", await SendAsync(ada, "bob@example.com"));

        (await source.PostAsync(report.Of("complained", App.Clock.GetUtcNow()))).ShouldBeProblem(401, "signatureMismatch");
        (await ada.MessageAsync("bob@example.com")).Moments().Should().Equal("queued", "sent");
        (await ada.SuppressionAsync("bob@example.com")).Should().BeNull();
        (await source.PostAsync(Signed("complained"))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await source.PostAsync(Signed("delivered"))).ShouldBe(200).Json.Text("status").Should().Be("processed");

        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("complained");
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all complaint");

        string Signed(string kind)
        {
            var body = JsonNode.Parse(report.Of(kind, App.Clock.GetUtcNow()))!;
            var signature = body["signature"]!;
            signature["signature"] = Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes($"{signature["timestamp"]}{signature["token"]}")));
            return body.ToJsonString();
        }
    }

    [Test]
    public async Task M5_a_late_bounce_widens_an_unsubscribe_and_a_late_delivery_changes_nothing()
    {
        var (ada, source) = await StartAsync("postmark");
        var bob = await SendAsync(ada, "bob@example.com");
        var now = App.Clock.GetUtcNow();

        await PostAsync(source, "postmark", bob, "unsubscribed", now);
        await PostAsync(source, "postmark", bob, "bounced", now.AddHours(-1));
        (await ada.SuppressionAsync("bob@example.com")).Should().StartWith("bob@example.com all");
        await PostAsync(source, "postmark", bob, "delivered", now.AddHours(-2));
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("bounced", "a report that is older changes nothing that came first");
    }

    [TestCase("amazonSes")]
    [TestCase("postmark")]
    [TestCase("mailgun")]
    [TestCase("sendGrid")]
    [TestCase("resend")]
    [TestCase("brevo")]
    public async Task M5_a_report_never_brings_an_erased_contact_back(string sender)
    {
        var (ada, source) = await StartAsync(sender);
        var bob = await SendAsync(ada, "bob@example.com");
        (await ada.DeleteAsync($"/api/contacts/{(await ada.MessageAsync("bob@example.com")).Text("contactId")}")).ShouldBe(204);

        foreach (var kind in new[] { "delivered", "opened", "clicked", "bounced", "complained" })
        {
            var answer = await PostAsync(source, sender, bob, kind, App.Clock.GetUtcNow(), "ignored");
            (answer.TryGetProperty("items", out var items) ? items[0] : answer).Text("code").Should().Be("messageUnknown");
        }

        (await ada.ItemsAsync("/api/contacts?email=bob@example.com")).Should().BeEmpty();
        (await ada.ItemsAsync("/api/events?email=bob@example.com")).Should().BeEmpty();
        (await source.LastDeliveryAsync()).GetProperty("payload").ValueKind.Should().Be(JsonValueKind.Null, "nothing of an erased person is kept");
        (await source.GetAsync()).GetProperty("counts").GetProperty("skipped").GetInt64().Should().Be(0, "it is no fault");
    }

    [Test]
    public async Task M5_a_report_of_a_test_updates_it_and_makes_no_contact()
    {
        var (ada, source) = await StartAsync("postmark");
        var template = await ada.TemplateAsync();
        (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = ada.Email })).ShouldBe(200);
        var mail = (await _server.UntilMailsAsync(1))[0].Message;

        await PostAsync(source, "postmark", mail, "delivered", App.Clock.GetUtcNow(), "ignored");

        (await ada.MessageAsync(ada.Email!)).Moments().Should().Equal("queued", "sent", "delivered");
        (await ada.ItemsAsync("/api/contacts")).Should().BeEmpty();
    }

    [Test]
    public async Task M5_a_skipped_report_takes_effect_when_it_is_replayed()
    {
        var (ada, source) = await StartAsync("mailgun");
        var bob = await SendAsync(ada, "bob@example.com");
        await source.EditAsync(new { preset = "mailgun", name = "Mailgun", emailPath = "nowhere", eventName = new { path = "event-data.event" } });
        await PostAsync(source, "mailgun", bob, "bounced", App.Clock.GetUtcNow(), "skipped");
        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("sent");

        await source.EditAsync(new { preset = "mailgun", name = "Mailgun", emailPath = "event-data.recipient", eventName = new { path = "event-data.event" } });
        (await ada.PostAsync($"{source.Path}/replay-skipped", new { })).ShouldBe(200);

        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("bounced");
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com all bounce");
        (await NamesAsync(ada, "bob@example.com")).Should().Equal("signUp", "failed");
    }

    [Test]
    public async Task M5_automations_are_built_on_reports()
    {
        var (ada, source) = await StartAsync("brevo");
        var bob = await SendAsync(ada, "bob@example.com");
        await ada.LiveWorkflowAsync("email.clicked", [new { id = "note", type = "updateContact", set = new Dictionary<string, object> { ["name"] = "{{ event.link }}" } }]);

        await PostAsync(source, "brevo", bob, "clicked", App.Clock.GetUtcNow());

        (await ada.ItemsAsync("/api/contacts?email=bob@example.com")).Single().Text("name").Should().Be("https://acme.example.com/x");
    }

    private async Task<(TestClient Ada, Source Source)> StartAsync(string sender)
    {
        _connected = App.SendBy(_server.Settings(("Smtp:Provider", sender)));
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        return (ada, await Source.CreateAsync(ada, new { preset = ProviderReport.PresetOf(sender), name = sender }));
    }

    private async Task<MimeMessage> SendAsync(TestClient ada, string email)
    {
        await ada.EventAsync(email, "signUp");
        await ada.UntilMessageAsync(email, message => message.Status() == "sent");
        return _server.Mails.Single(mail => mail.To == email).Message;
    }

    private static async Task<JsonElement> PostAsync(Source source, string sender, MimeMessage mail, string kind, DateTimeOffset at, string status = "processed")
    {
        var report = new ProviderReport(sender, mail);
        var answer = (await source.PostAsync(report.Of(kind, at), report.Headers())).ShouldBe(200).Json;
        Outcome(answer).Should().Be(status, answer.GetRawText());
        return answer;
    }

    private static string Outcome(JsonElement answer) => answer.Text("status");

    private static string EventOf(JsonElement answer) => (answer.TryGetProperty("items", out var items) ? items[0] : answer).Text("eventId");

    private static async Task<string[]> NamesAsync(TestClient client, string email) =>
        [.. (await client.ItemsAsync($"/api/events?email={email}")).Reverse().Select(item => item.Text("eventName"))];
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Suppressions;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>What a mail says, what comes of it, how the run goes on, and what people see of it.</summary>
public sealed class MailTests(string provider) : FunctionalTest(provider)
{
    private static readonly object After = new { id = "after", type = "wait", @for = "P399D" };

    private MailServer _server = null!;
    private IAsyncDisposable _connected = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await MailServer.StartAsync();
        _connected = App.SendBy(_server.Settings());
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connected.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task F4_a_mail_is_rendered_and_sent_once_and_the_run_goes_on()
    {
        var ada = await App.RegisterSenderAsync();
        var template = await ada.TemplateAsync("<p>Hello {{ contact.firstName }}, {{ event.plan }}</p><a href=\"{{ unsubscribeUrl }}\">no more</a>");
        var automation = await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(template, next: "after"), After]);
        await ada.PostAsync("/api/events/send", new
        {
            email = "bob@example.com",
            eventName = "signUp",
            contactProperties = new { firstName = "Bob & Co" },
            eventProperties = new { plan = "<pro>" },
        });

        var run = await ada.UntilAsync("bob@example.com", one => one.IsAt("after"));

        run.Visits().Should().Equal("mail:done", "after:waiting");
        var visit = run.GetProperty("journey")[0];
        visit.Text("reason").Should().Be("Sent the email. The mail server accepted it.");
        var got = _server.Mails.Should().ContainSingle().Subject;
        (got.From, got.To).Should().Be((MailWords.From, "bob@example.com"));
        var mail = got.Message;
        mail.Subject.Should().Be("Hello Bob & Co");
        mail.From.Mailboxes.Single().Should().BeEquivalentTo(new { Name = "Acme", Address = MailWords.From });
        mail.ReplyTo.Mailboxes.Single().Address.Should().Be("help@acme.example.com");
        mail.HtmlBody.Should().Contain("Hello Bob &amp; Co, &lt;pro&gt;").And.Contain("1 Main Street", "marketing shows who sends it from where");
        mail.TextBody.Should().Contain("Hello Bob & Co, <pro>");
        var link = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        mail.HtmlBody.Should().Contain(link);
        mail.Headers["List-Unsubscribe-Post"].Should().Be("List-Unsubscribe=One-Click");
        mail.Headers["Feedback-ID"].Should().MatchRegex("^[0-9a-f]{32}:[0-9a-f]{32}:marketing:sendra$");

        var message = await ada.MessageAsync("bob@example.com");
        message.Status().Should().Be("sent");
        message.Text("id").Should().Be(visit.Text("messageId"));
        mail.MessageId.Should().Be($"{message.GetProperty("id").GetGuid():N}@acme.example.com");
        (message.Text("enrollmentId"), message.Text("automationId"), message.Text("stepId"), message.Text("templateId")).Should().Be((run.Text("id"), automation, "mail", template));
        (message.Text("eventId"), message.Text("kind"), message.GetProperty("templateVersion").GetInt32()).Should().Be((run.Text("enrolledByEventId"), "marketing", 1));
        (message.Text("subject"), message.Text("contactId")).Should().Be((mail.Subject, run.Text("contactId")));
        message.Text("html").Should().Be(mail.HtmlBody!.TrimEnd());
        message.GetProperty("headers").EnumerateArray().Should().Contain(header => header.Text("name") == "List-Unsubscribe" && header.Text("value") == $"<{link}>");
        message.Moments().Should().Equal("queued", "sent");
        message.GetProperty("sentAt").ValueKind.Should().Be(JsonValueKind.String);
        (await ada.GetAsync($"/api/automations/{automation}")).Json.GetProperty("stepCounts").GetProperty("mail").GetProperty("passed").GetInt32().Should().Be(1);

        (await App.Anonymous().OneClickAsync(new Uri(link).AbsolutePath)).ShouldBe(200);
        (await ada.SuppressionAsync("bob@example.com")).Should().Be("bob@example.com marketing unsubscribe");
    }

    [Test]
    public async Task M2_without_a_server_mails_are_captured()
    {
        await _connected.DisposeAsync();
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), "transactional")]);
        await ada.EventAsync("bob@example.com", "signUp");

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");

        run.GetProperty("journey")[0].Text("reason").Should().Be("Sent the email. It was captured: no mail server is set up, so it was delivered to nobody.");
        var message = await ada.MessageAsync("bob@example.com");
        (message.Status(), message.Text("subject")).Should().Be(("captured", "Hello"));
        message.Moments().Should().Equal("queued", "captured");
        message.GetProperty("headers").EnumerateArray().Should().NotContain(header => header.Text("name") == "List-Unsubscribe");
        _server.Mails.Should().BeEmpty();
    }

    [Test]
    public async Task F15_a_mail_that_is_tried_again_has_the_same_bytes_and_id()
    {
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), next: "after"), After]);
        await ada.PostAsync("/api/events/send", new { email = "once-451@example.com", eventName = "signUp", contactProperties = new { firstName = "Bob" } });
        var waits = await ada.UntilAsync("once-451@example.com", run => Reason(run).Contains("Try 2 of 8", StringComparison.Ordinal));
        Reason(waits).Should().Contain("The last try: The mail server answered 451: 4.3.0 try again later");
        await ada.PostAsync("/api/events/send", new { email = "once-451@example.com", eventName = "other", contactProperties = new { firstName = "Robert" } });

        App.Clock.Advance(TimeSpan.FromMinutes(1.2));

        await ada.UntilAsync("once-451@example.com", run => run.IsAt("after"));
        _server.Tries.Should().HaveCount(2);
        _server.Tries[1].Bytes.Should().Equal(_server.Tries[0].Bytes);
        var message = await ada.MessageAsync("once-451@example.com");
        message.Moments().Should().Equal("queued", "tryFailed", "sent");
        message.GetProperty("timeline")[1].Text("detail").Should().Contain("answered 451");
    }

    [Test]
    public async Task F2_an_exit_before_the_hand_over_stops_the_mail_and_the_message_says_so()
    {
        var ada = await App.RegisterSenderAsync();
        await using var down = Down();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), "transactional")], "bought");
        await ada.EventAsync("bob@example.com", "signUp");
        var waits = await ada.UntilMessageAsync("bob@example.com", one => one.GetProperty("reason").ValueKind == JsonValueKind.String);
        waits.Status().Should().Be("queued");

        await ada.EventAsync("bob@example.com", "bought");

        await ada.UntilAsync("bob@example.com", run => run.Status() == "exited");
        var message = await ada.MessageAsync("bob@example.com");
        (message.Status(), message.Text("code")).Should().Be(("skipped", "cancelled"));
        message.Text("reason").Should().Be("The run ended before the email was handed over: an exit event arrived.");
        message.Moments().Should().Equal("queued", "skipped");
        await ReachableAgainAsync(down);
        await ada.EventAsync("eve@example.com", "signUp");
        await ada.UntilAsync("eve@example.com", run => run.Status() == "completed");
        _server.Mails.Should().ContainSingle().Which.To.Should().Be("eve@example.com");
    }

    [Test]
    public async Task M3_who_unsubscribes_before_the_hand_over_gets_no_marketing_and_still_gets_the_rest()
    {
        var ada = await App.RegisterSenderAsync();
        await using var down = Down();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        await ada.LiveWorkflowAsync("bought", [MailWords.Mail(await ada.TemplateAsync(), "transactional")]);
        var contact = await ada.ContactAsync("bob@example.com");
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilMessageAsync("bob@example.com", one => one.GetProperty("reason").ValueKind == JsonValueKind.String);
        (await App.Anonymous().OneClickAsync(await App.LinkAsync(ada, contact, "bob@example.com"))).ShouldBe(200);

        await ReachableAgainAsync(down);

        var run = await ada.UntilAsync("bob@example.com", one => one.Status() == "completed");
        run.Visits().Should().Equal("mail:skipped:unsubscribed");
        run.GetProperty("journey")[0].Text("reason").Should().Be("No email was sent. The contact has unsubscribed from marketing.");
        var message = await ada.MessageAsync("bob@example.com");
        (message.Status(), message.Text("code")).Should().Be(("skipped", "unsubscribed"));
        await ada.EventAsync("bob@example.com", "bought");
        (await _server.UntilMailsAsync(1)).Should().ContainSingle().Which.Message.Headers["Feedback-ID"].Should().Contain("transactional");
    }

    [Test]
    public async Task M4_who_is_suppressed_gets_nothing()
    {
        var ada = await App.RegisterSenderAsync();
        (await ada.PostAsync("/api/suppressions", new { email = "bob@example.com", scope = "all" })).ShouldBe(201);
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), "transactional")]);
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.UntilAsync("bob@example.com", one => one.Status() == "completed")).Visits().Should().Equal("mail:skipped:suppressed");

        (await ada.MessageAsync("bob@example.com")).Status().Should().Be("skipped");
        _server.Tries.Should().BeEmpty();
    }

    [Test]
    public async Task M4_without_a_sender_mails_are_skipped_unless_the_step_has_one()
    {
        var ada = await App.RegisterAsync();
        var template = await ada.TemplateAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(template, next: "second"), MailWords.Mail(template, id: "second", subject: "From {{ workspace.name }}", from: "Own <own@example.com>")]);
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.UntilAsync("bob@example.com", one => one.Status() == "completed")).Visits().Should().Equal("mail:skipped:senderMissing", "second:done");

        var mail = _server.Mails.Should().ContainSingle().Subject.Message;
        mail.Subject.Should().Be("From Acme");
        mail.From.Mailboxes.Single().Should().BeEquivalentTo(new { Name = "Own", Address = "own@example.com" });
        (await ada.ItemsAsync("/api/messages?status=skipped")).Should().ContainSingle().Which.Text("code").Should().Be("senderMissing");
    }

    [TestCase("rcpt-550-5.1.1@example.com", "bounced", "bounced")]
    [TestCase("rcpt-550-5.7.1@example.com", "failed", "mailRefused")]
    [TestCase("data-554@example.com", "failed", "mailRefused")]
    public async Task F6_what_the_server_refuses_for_good_is_failed_and_the_run_goes_on(string email, string status, string code)
    {
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), next: "after"), After]);
        await ada.EventAsync(email, "signUp");

        var run = await ada.UntilAsync(email, one => one.IsAt("after"));

        run.Visits().Should().Equal($"mail:failed:{code}", "after:waiting");
        run.GetProperty("journey")[0].Text("reason").Should().StartWith("The email wasn't sent. The mail server answered 55");
        var message = await ada.MessageAsync(email);
        (message.Status(), message.Text("code")).Should().Be((status, code));
        message.Moments().Should().Equal("queued", status);
        (await ada.SuppressionAsync(email)).Should().Be(status == "bounced" ? $"{email} all bounce" : null);
    }

    [Test]
    public async Task M2_a_server_that_is_down_costs_no_try_and_loses_nothing()
    {
        var ada = await App.ProgramAsync(await App.RegisterSenderAsync(), "events:send", "read", "manage");
        await using var down = Down();
        var id = await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 100).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);
        for (var i = 0; i < 12; i++)
        {
            await UntilNothingIsDueAsync();
            App.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        await UntilNothingIsDueAsync();
        await ReachableAgainAsync(down);

        await ada.UntilAutomationAsync(id, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == 100);
        _server.Mails.Select(mail => mail.To).Should().OnlyHaveUniqueItems().And.HaveCount(100);
        (await App.Database.CountAsync("outbox", "tries <> 1")).Should().Be(0);
        (await App.Database.CountAsync("message_events")).Should().Be(0, "nothing was tried in vain");
    }

    [Test]
    public async Task M2_an_email_that_waits_for_the_server_says_why()
    {
        var ada = await App.ProgramAsync(await App.RegisterSenderAsync(), "events:send", "read", "manage");
        await using var down = Down();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        await ada.EventAsync("first@example.com", "signUp");
        var tried = await ada.UntilMessageAsync("first@example.com", one => one.Text("reason") is not null);

        await ada.EventAsync("second@example.com", "signUp");
        var held = await ada.UntilMessageAsync("second@example.com", one => one.Text("reason") is not null);

        held.Status().Should().Be("queued");
        held.Text("reason").Should().Be(tried.Text("reason")).And.EndWith("refused the connection.");
        Reason(await ada.UntilAsync("second@example.com", one => one.IsAt("mail"))).Should().StartWith("It couldn't be tried yet, and is tried at ").And.EndWith(held.Text("reason"));
        (await App.Database.CountAsync("outbox", "tries = 0")).Should().Be(2);

        await ReachableAgainAsync(down);
        var sent = await ada.UntilMessageAsync("second@example.com", one => one.Status() == "sent");
        sent.Text("reason").Should().BeNull();
    }

    [Test]
    public async Task F4_a_thousand_mails_by_a_server_that_drops_connections_and_none_is_lost()
    {
        _server.DropsEvery = 40;
        var ada = await App.ProgramAsync(await App.RegisterSenderAsync(), "events:send", "read", "manage");
        var id = await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 1000).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);

        await UntilNothingIsDueAsync();
        while (await App.Database.CountAsync("outbox", "state = 1") > 0)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(2));
            await UntilNothingIsDueAsync();
        }

        (await ada.GetAsync($"/api/automations/{id}")).Json.GetProperty("counts").GetProperty("completed").GetInt32().Should().Be(1000);

        var mails = _server.Mails;
        mails.Select(mail => mail.To).Distinct().Should().HaveCount(1000);
        mails.Should().HaveCount(1000 + _server.Dropped, "only what the server took without saying so comes again");
        mails.GroupBy(mail => mail.To).Should().AllSatisfy(same => same.Select(mail => mail.Message.MessageId).Distinct().Should().ContainSingle());
        (await ada.ItemsAsync("/api/messages?status=failed")).Should().BeEmpty();
        (await App.Database.CountAsync("messages", "status = 3")).Should().Be(1000);
    }

    [Test]
    public async Task M3_marketing_without_a_link_gets_a_footer()
    {
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync("<html><body><p>Hello</p></body></html>"))]);
        await ada.EventAsync("bob@example.com", "signUp");

        var mail = (await _server.UntilMailsAsync(1))[0].Message;

        var link = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        mail.HtmlBody.Should().MatchRegex("(?s)<p>Hello</p><div.*Acme &amp; Co<br>1 Main Street.*</div></body>").And.Contain($"<a href=\"{link}\"");
        mail.TextBody!.ReplaceLineEndings("\n").Should().Contain($"Acme & Co\n1 Main Street\n\nUnsubscribe: {link}");
    }

    [TestCase("<p>Hello</p><p><a href=\"{{ unsubscribeUrl }}\">Unsubscribe</a></p>", true)]
    [TestCase("<p>Hello</p><p><a href=\"{{ unsubscribeUrl }}\">Unsubscribe</a> {{ workspace.postalAddress }}</p>", false)]
    [TestCase("<p>Hello</p><p><a href=\"{{ unsubscribeUrl }}\">Unsubscribe</a> Acme &amp; Co,<br>1&nbsp;Main <b>Street</b></p>", false)]
    public async Task M3_marketing_without_the_postal_address_gets_it_in_a_footer(string source, bool lacks)
    {
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(source))]);
        await ada.EventAsync("bob@example.com", "signUp");

        var mail = (await _server.UntilMailsAsync(1))[0].Message;

        mail.HtmlBody.Should().Contain("Main", Exactly.Once()).And.Contain("Unsubscribe", Exactly.Once());
        mail.HtmlBody.Contains("<div", StringComparison.Ordinal).Should().Be(lacks);
        mail.TextBody.Should().Contain("Main Street");
    }

    [Test]
    public async Task F8_a_template_that_is_not_there_is_refused_with_its_step()
    {
        var ada = await App.RegisterAsync();
        var eve = await App.RegisterAsync();
        var other = await eve.TemplateAsync();
        foreach (var (step, field, problem) in new (object, string, string)[]
        {
            (MailWords.Mail(other), "templateId", "Step mail: steps[0].templateId is not a template of this workspace."),
            (MailWords.Mail($"{Guid.NewGuid()}"), "templateId", "Step mail: steps[0].templateId is not a template of this workspace."),
            (MailWords.Mail("x"), "templateId", "Step mail: steps[0].templateId is not a template of this workspace."),
            (MailWords.Mail(other, "ads"), "kind", "Step mail: steps[0].kind must be marketing or transactional."),
            (MailWords.Mail(other, from: "nobody"), "from", "Step mail: steps[0].from must be an address, like hello@example.com or Acme <hello@example.com>."),
            (MailWords.Mail(other, subject: "{{ x"), "subject", "Step mail: steps[0].subject isn't valid Liquid"),
        })
        {
            var answer = await ada.PostAsync("/api/automations", new { name = "Flow", trigger = new { eventName = "signUp" }, steps = new[] { step } });
            answer.ShouldRefuse($"steps[0].{field}");
            answer.Json.GetProperty("errors").GetProperty($"steps[0].{field}")[0].GetString().Should().StartWith(problem);
        }
    }

    [Test]
    public async Task F11_a_test_shows_each_mail_and_sends_none()
    {
        var ada = await App.RegisterSenderAsync();
        var steps = new[] { MailWords.Mail(await ada.TemplateAsync(), subject: "{{ event.plan }} for {{ contact.firstName }}", next: "after"), After };

        var test = (await ada.PostAsync("/api/automations/test", new
        {
            definition = new { name = "Flow", trigger = new { eventName = "signUp" }, steps },
            contact = new { email = "bob@example.com", firstName = "Bob" },
            @event = new { eventName = "signUp", properties = new { plan = "pro" } },
        })).ShouldBe(200).Json;

        var visit = test.GetProperty("journey")[0];
        (visit.Text("outcome"), visit.Text("reason")).Should().Be(("done", "A test sends no email; it takes this one as sent."));
        var rendered = visit.GetProperty("rendered");
        rendered.Text("subject").Should().Be("pro for Bob");
        rendered.Text("html").Should().StartWith("<p>Hello Bob</p>");
        rendered.Text("text").Should().StartWith("Hello Bob");
        rendered.TryGetProperty("url", out _).Should().BeFalse();
        (await App.Database.CountAsync("messages")).Should().Be(0);
        _server.Tries.Should().BeEmpty();
    }

    [Test]
    public async Task M7_messages_are_listed_by_what_they_are_of()
    {
        var ada = await App.RegisterSenderAsync();
        var (one, two) = (await ada.TemplateAsync(), await ada.TemplateAsync());
        var first = await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(one)]);
        var second = await ada.LiveWorkflowAsync("bought", [MailWords.Mail(two, "transactional")]);
        foreach (var email in new[] { "a@example.com", "b@example.com", "rcpt-550@example.com" })
        {
            await ada.EventAsync(email, "signUp");
            await ada.EventAsync(email, "bought");
            await ada.UntilAsync(email, run => run.Status() == "completed");
        }

        await ada.UntilAutomationAsync(first, automation => automation.GetProperty("counts").GetProperty("completed").GetInt32() == 3);
        await ada.UntilAutomationAsync(second, automation => automation.GetProperty("counts").GetProperty("completed").GetInt32() == 3);
        var contact = (await ada.RunOfAsync("a@example.com")).Text("contactId");

        (await CountAsync("")).Should().Be(6);
        (await CountAsync($"automationId={first}")).Should().Be(3);
        (await CountAsync($"templateId={two}")).Should().Be(3);
        (await CountAsync($"contactId={contact}")).Should().Be(2);
        (await CountAsync("status=failed")).Should().Be(2);
        (await CountAsync($"status=sent&automationId={second}&contactId={contact}")).Should().Be(1);
        (await CountAsync($"from={App.Clock.GetUtcNow().AddHours(1):O}")).Should().Be(0);
        (await CountAsync($"from={App.Clock.GetUtcNow().AddHours(-1):O}&to={App.Clock.GetUtcNow().AddHours(1):O}")).Should().Be(6);
        (await ada.GetAsync("/api/messages?from=x")).ShouldRefuse("from");
        (await ada.GetAsync("/api/messages?status=x")).ShouldBe(400);
        (await ada.GetAsync("/api/messages?cursor=x")).ShouldRefuse("cursor");
        var page = (await ada.GetAsync("/api/messages?limit=4")).ShouldBe(200).Json;
        var rest = (await ada.GetAsync($"/api/messages?limit=4&cursor={page.Text("nextCursor")}")).ShouldBe(200).Json;
        page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(item => item.Text("id"))
            .Should().BeInDescendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems().And.HaveCount(6);

        var eve = await App.RegisterAsync();
        (await eve.ItemsAsync("/api/messages")).Should().BeEmpty();
        (await eve.GetAsync($"/api/messages/{page.GetProperty("items")[0].Text("id")}")).ShouldBe(404);

        async Task<int> CountAsync(string query) => (await ada.ItemsAsync($"/api/messages?{query}")).Length;
    }

    [Test]
    public async Task L3_erasing_a_contact_forgets_its_messages_and_its_export_has_them()
    {
        var ada = await App.RegisterSenderAsync();
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), next: "after"), After]);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.EventAsync("once-451@example.com", "signUp");
        var run = await ada.UntilAsync("bob@example.com", one => one.IsAt("after"));
        var waits = await ada.UntilAsync("once-451@example.com", one => Reason(one).Contains("Try 2 of 8", StringComparison.Ordinal));

        var export = (await ada.GetAsync($"/api/contacts/{run.Text("contactId")}/export")).ShouldBe(200).Json;
        export.GetProperty("messages").EnumerateArray().Should().ContainSingle().Which.Text("html").Should().StartWith("<p>Hello");
        (await ada.DeleteAsync($"/api/contacts/{run.Text("contactId")}")).ShouldBe(204);
        (await ada.DeleteAsync($"/api/contacts/{waits.Text("contactId")}")).ShouldBe(204);

        (await App.Database.CountAsync("messages")).Should().Be(0);
        (await App.Database.CountAsync("message_events")).Should().Be(0);
        (await App.Database.CountAsync("outbox")).Should().Be(0);
    }

    [Test]
    public async Task M7_a_test_goes_to_members_only_and_is_listed()
    {
        var ada = await App.RegisterSenderAsync();
        var template = await ada.TemplateAsync();

        var sent = (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = ada.Email!.ToUpperInvariant(), contact = new { firstName = "Bob" } })).ShouldBe(200).Json;

        (sent.Status(), sent.Text("subject"), sent.Text("email")).Should().Be(("sent", "[Test] Hello Bob", ada.Email));
        sent.GetProperty("automationId").ValueKind.Should().Be(JsonValueKind.Null);
        _server.Mails.Should().ContainSingle().Which.To.Should().Be(ada.Email);
        (await ada.MessageAsync(ada.Email)).GetRawText().Should().Be(sent.GetRawText());
        (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = "bob@example.com" })).ShouldRefuse("to");
        (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = (string?)null })).ShouldRefuse("to");
        (await ada.PostAsync($"/api/templates/{Guid.NewGuid()}/test-send", new { to = ada.Email })).ShouldBe(404);
        var eve = await App.RegisterAsync();
        (await eve.PostAsync($"/api/templates/{await eve.TemplateAsync()}/test-send", new { to = eve.Email })).ShouldBeProblem(409, "senderMissing");
        (await eve.PostAsync($"/api/templates/{await eve.TemplateAsync()}/test-send", new { to = ada.Email })).ShouldRefuse("to");
    }

    [Test]
    public async Task F8_a_template_in_use_is_not_deleted()
    {
        var ada = await App.RegisterSenderAsync();
        var template = await ada.TemplateAsync();
        var id = await ada.LiveWorkflowAsync("signUp", [new { id = "wait", type = "wait", @for = "P1D", next = "mail" }, MailWords.Mail(template)]);
        await ada.EventAsync("bob@example.com", "signUp");

        (await ada.DeleteAsync($"/api/templates/{template}")).ShouldBeProblem(409, "templateInUse");
        (await ada.PutAsync($"/api/automations/{id}", new { name = "Flow", trigger = new { eventName = "signUp" }, steps = new[] { After } })).ShouldBe(200);
        (await ada.DeleteAsync($"/api/templates/{template}")).ShouldBeProblem(409, "templateInUse");
        (await ada.PostAsync($"/api/enrollments/{(await ada.RunOfAsync("bob@example.com")).Text("id")}/exit")).ShouldBe(200);
        (await ada.DeleteAsync($"/api/templates/{template}")).ShouldBe(204);
    }

    [Test]
    public async Task M7_contents_are_forgotten_and_the_message_stays()
    {
        var ada = await App.ProgramAsync(await App.RegisterSenderAsync(), "events:send", "read", "manage");
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync())]);
        await ada.EventAsync("bob@example.com", "signUp");
        await ada.UntilAsync("bob@example.com", run => run.Status() == "completed");
        var retention = App.Node.Services.GetRequiredService<ContentRetention>();
        App.Clock.Advance(TimeSpan.FromDays(29));
        await retention.RunAsync(CancellationToken.None);
        (await ada.MessageAsync("bob@example.com")).GetProperty("html").ValueKind.Should().Be(JsonValueKind.String);

        App.Clock.Advance(TimeSpan.FromDays(2));
        await retention.RunAsync(CancellationToken.None);

        var message = await ada.MessageAsync("bob@example.com");
        message.Status().Should().Be("sent");
        foreach (var part in new[] { "subject", "html", "text", "headers" })
        {
            message.GetProperty(part).ValueKind.Should().Be(JsonValueKind.Null);
        }
    }

    private static string Reason(JsonElement run) => run.GetProperty("journey").EnumerateArray().Last().Text("reason");

    // What is under way is over then, so that no lease ends when time is skipped.
    private async Task UntilNothingIsDueAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Looks.AgainAsync())
        {
            var now = App.Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
            if (await App.Database.CountAsync("outbox", $"state = 1 AND (claim IS NOT NULL OR due_at <= {now})") == 0)
            {
                return;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(5));
        }
    }

    // Nobody listens where the mail server should be.
    private IAsyncDisposable Down() => App.SendBy(new() { ["Smtp:Host"] = "localhost", ["Smtp:Port"] = $"{FreePort.Find()}", ["Smtp:Security"] = "none" });

    private async Task ReachableAgainAsync(IAsyncDisposable down)
    {
        await down.DisposeAsync();
        _connected = App.SendBy(_server.Settings());
        App.Clock.Advance(TimeSpan.FromMinutes(7));
    }
}

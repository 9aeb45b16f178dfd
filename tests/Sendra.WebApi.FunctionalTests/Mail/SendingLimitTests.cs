using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>How many emails a workspace sends in a second and in a day (M6).</summary>
public sealed class SendingLimitTests(string provider) : FunctionalTest(provider)
{
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
    public async Task M6_what_is_over_the_days_limit_waits_in_order_for_the_workspaces_next_day_and_says_so()
    {
        var ada = await SenderAsync(new { messagesPerDay = 3, timeZone = "Pacific/Kiritimati" });
        await SendAsync(ada, 0, 8);

        Sent().Should().BeEquivalentTo("p0", "p1", "p2");
        var midnight = MidnightIn("Pacific/Kiritimati");
        var message = await ada.MessageAsync("p5@example.com");
        (message.Status(), message.Text("code")).Should().Be(("queued", "limited"));
        var why = $"It waits its turn: the workspace sends at most 3 emails a day. The next ones go at {midnight.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.";
        message.Text("reason").Should().Be(why);
        var run = await ada.RunOfAsync("p5@example.com");
        run.Visits().Should().Equal("mail:waiting");
        run.GetProperty("journey")[0].Text("reason").Should().Be(why);
        (await App.Database.CountAsync("outbox", "claim IS NOT NULL")).Should().Be(0, "what waits holds no claim");

        App.Clock.Advance(midnight - App.Clock.GetUtcNow() - TimeSpan.FromMinutes(30));
        await UntilNothingIsDueAsync();
        Sent().Should().HaveCount(3);
        App.Clock.Advance(TimeSpan.FromMinutes(30));
        await UntilSentAsync(6);
        Sent()[3..].Should().BeEquivalentTo("p3", "p4", "p5");
        await SendAsync(ada, 8, 1);
        App.Clock.Advance(TimeSpan.FromDays(1));
        await UntilSentAsync(9);
        Sent()[6..].Should().BeEquivalentTo("p6", "p7", "p8");
        message = await ada.MessageAsync("p5@example.com");
        (message.Status(), message.GetProperty("reason").ValueKind).Should().Be(("sent", JsonValueKind.Null));
    }

    [Test]
    public async Task M6_only_so_many_go_in_a_second_in_order()
    {
        var ada = await SenderAsync(new { messagesPerSecond = 1 });
        var began = App.Clock.GetUtcNow();
        await SendAsync(ada, 0, 4, settle: false);

        await UntilSentAsync(4);

        Sent().Should().Equal("p0", "p1", "p2", "p3");
        var last = await ada.UntilMessageAsync("p3@example.com", message => message.Status() == "sent");
        last.GetProperty("sentAt").GetDateTimeOffset().Should().BeOnOrAfter(began.AddSeconds(3), "each goes in a second of its own");
        (await App.Database.CountAsync("mail_turns", "opens_at IS NOT NULL")).Should().Be(0, "nobody waits any more");
    }

    [Test]
    public async Task M6_several_nodes_count_together()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        await using var connected = second?.Services.GetRequiredService<MailSwitch>().Use(_server.Settings());
        var ada = await SenderAsync(new { messagesPerDay = 7 });

        await SendAsync(ada, 0, 40);

        Sent().Should().HaveCount(7);
        App.Clock.Advance(TimeSpan.FromDays(1));
        await UntilSentAsync(14);
        await UntilNothingIsDueAsync();
        Sent().Should().HaveCount(14).And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task M6_a_workspace_at_its_limit_holds_no_other()
    {
        var ada = await SenderAsync(new { messagesPerDay = 1 });
        await SendAsync(ada, 0, 30);
        var eve = await SenderAsync(new { });

        await SendAsync(eve, 100, 5);

        Sent().Should().HaveCount(6).And.Contain(["p100", "p104"]);
    }

    [Test]
    public async Task M6_other_limits_count_at_once_for_what_waits()
    {
        var ada = await SenderAsync(new { messagesPerDay = 2 });
        await SendAsync(ada, 0, 9);
        Sent().Should().HaveCount(2);

        await LimitAsync(ada, new { messagesPerDay = 4 });
        await UntilSentAsync(4);
        await UntilNothingIsDueAsync();
        Sent().Should().HaveCount(4);
        await LimitAsync(ada, new { messagesPerDay = 1 });
        await UntilNothingIsDueAsync();
        Sent().Should().HaveCount(4);
        App.Clock.Advance(TimeSpan.FromDays(1));
        await UntilSentAsync(5);
        await UntilNothingIsDueAsync();
        Sent().Should().HaveCount(5);
        await LimitAsync(ada, new { messagesPerDay = (int?)null });
        await UntilSentAsync(9);
        Sent().Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task M6_what_is_captured_does_not_count()
    {
        await _connected.DisposeAsync();
        var ada = await SenderAsync(new { messagesPerDay = 1 });

        await SendAsync(ada, 0, 3);

        (await ada.ItemsAsync("/api/messages?status=captured")).Should().HaveCount(3);
    }

    [Test]
    public async Task M6_tests_count_and_are_listed()
    {
        var ada = await SenderAsync(new { messagesPerDay = 1 });
        var template = await ada.TemplateAsync();
        (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = ada.Email })).ShouldBe(200);

        (await ada.PostAsync($"/api/templates/{template}/test-send", new { to = ada.Email })).ShouldBeProblem(429, "messageLimitReached");
        await SendAsync(ada, 0, 1);

        (await ada.MessageAsync("p0@example.com")).Text("code").Should().Be("limited");
        (await ada.ItemsAsync("/api/messages?status=sent")).Should().ContainSingle().Which.Text("email").Should().Be(ada.Email);
    }

    [Test]
    public async Task M6_an_exit_and_a_pause_reach_what_waits()
    {
        var ada = await SenderAsync(new { messagesPerDay = 1 }, "bought");
        var id = (await ada.ItemsAsync("/api/automations"))[0].Text("id");
        await SendAsync(ada, 0, 3);
        await ada.EventAsync("p1@example.com", "bought");
        (await ada.MessageAsync("p1@example.com")).Text("code").Should().Be("cancelled");
        (await ada.PostAsync($"/api/automations/{id}/pause", new { })).ShouldBe(200);

        App.Clock.Advance(TimeSpan.FromDays(1));
        await UntilAsync(async () => await App.Database.CountAsync("outbox", "held_due_at IS NOT NULL") == 1);
        Sent().Should().Equal("p0");

        (await ada.PostAsync($"/api/automations/{id}/activate", new { })).ShouldBe(200);
        await UntilSentAsync(2);
        Sent().Should().Equal("p0", "p2");
    }

    [Test]
    public async Task M6_limits_are_checked_kept_and_cleared()
    {
        var ada = await App.RegisterAsync();
        foreach (var (field, highest) in new[] { ("messagesPerSecond", 10_000), ("messagesPerDay", 100_000_000) })
        {
            foreach (var bad in new object[] { 0, -1, highest + 1, "x", 1.5 })
            {
                var answer = await ada.PutAsync("/api/workspace/settings", new Dictionary<string, object> { [field] = bad });
                answer.ShouldRefuse(field);
            }

            (await LimitAsync(ada, new Dictionary<string, object> { [field] = highest })).GetProperty(field).GetInt32().Should().Be(highest);
            (await LimitAsync(ada, new { contentDays = 31 })).GetProperty(field).GetInt32().Should().Be(highest, "what is left out stays");
            (await LimitAsync(ada, new Dictionary<string, object?> { [field] = null })).GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null);
        }
    }

    private async Task<TestClient> SenderAsync(object settings, params string[] exits)
    {
        var ada = await App.RegisterSenderAsync();
        await LimitAsync(ada, settings);
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(await ada.TemplateAsync(), "transactional")], exits);
        return ada;
    }

    private async Task SendAsync(TestClient ada, int first, int count, bool settle = true)
    {
        foreach (var i in Enumerable.Range(first, count))
        {
            await ada.EventAsync($"p{i}@example.com", "signUp");
        }

        if (settle)
        {
            await UntilNothingIsDueAsync();
        }
    }

    private static async Task<JsonElement> LimitAsync(TestClient client, object settings) => (await client.PutAsync("/api/workspace/settings", settings)).ShouldBe(200).Json;

    private string[] Sent() => [.. _server.Mails.Select(mail => mail.To.Split('@')[0])];

    private DateTimeOffset MidnightIn(string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        return tz.AtStartOfDay(Instant.FromDateTimeOffset(App.Clock.GetUtcNow()).InZone(tz).Date.PlusDays(1)).ToDateTimeOffset().ToUniversalTime();
    }

    private Task UntilSentAsync(int count) => UntilAsync(() => Task.FromResult(_server.Mails.Count >= count));

    private Task UntilNothingIsDueAsync() => UntilAsync(async () =>
    {
        var now = App.Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        return await App.Database.CountAsync("outbox", $"state = 1 AND (claim IS NOT NULL OR due_at <= {now})") == 0
            && await App.Database.CountAsync("mail_turns", $"opens_at <= {now}") == 0;
    });

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); !await isSo();)
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(3));
            await Task.Yield();
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.CommandLine;

public sealed class ToolTests(string provider) : ToolTest(provider)
{
    [Test]
    public async Task An_event_is_sent_and_what_goes_wrong_has_an_exit_code()
    {
        var sent = (await Tool.RunAsync("send", "signUp", "--email", "ada@example.com", "-p", "plan=pro", "-p", "seats:=3", "-c", "firstName=Ada", "--json")).ShouldBe(0).Json;
        (await Tool.RunAsync("send", "signUp", "--email", "ada@example.com", "--properties", "[1.10]")).ShouldBe(0).Out.Should().StartWith("Sent as ");

        (await Owner.GetAsync($"/api/events/{sent.GetProperty("eventId").GetString()}")).Json.GetProperty("properties").GetRawText().Should().Be("""{"plan":"pro","seats":3}""");
        var wrong = (await Tool.RunAsync("send", "signUp", "--email", "nobody", "--json")).ShouldBe(1);
        JsonDocument.Parse(wrong.Error).RootElement.GetProperty("error").GetProperty("errors").GetProperty("email").GetArrayLength().Should().Be(1);
        (await Tool.RunAsync("send", "signUp")).ShouldBe(2).Error.Should().Contain("--email");
        (await Tool.RunAsync("sned")).ShouldBe(2);
        (await Tool.RunAsync("send", "signUp", "--email", "ada@example.com", "--url", "http://127.0.0.1:9")).ShouldBe(3);
        using var keyless = new Tool(App.Node.Address, null);
        (await keyless.RunAsync("send", "signUp", "--email", "ada@example.com")).ShouldBe(4).Error.Should().Contain("SENDRA_API_KEY");
        using var reader = new Tool(App.Node.Address, (await App.ProgramAsync(Owner, "read")).ApiKey);
        (await reader.RunAsync("send", "signUp", "--email", "ada@example.com")).ShouldBe(4).Error.Should().Contain("events:send");
    }

    [Test]
    public async Task The_doctor_says_what_the_key_may_do_and_how_the_server_is()
    {
        // The clock of the others is ahead.
        await using var node = new TestNode(App.Database, new TestClock(), settings: null);
        using var tool = new Tool(node.Address, (await App.ProgramAsync(Owner, "events:send", "manage")).ApiKey);
        var said = (await tool.RunAsync("doctor", "--json")).ShouldBe(0).Json;
        said.GetProperty("isWell").GetBoolean().Should().BeTrue();
        said.GetProperty("workspace").GetProperty("name").GetString().Should().Be("Acme");
        said.GetProperty("key").GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).Should().BeEquivalentTo("events:send", "manage");

        using var reader = new Tool(node.Address, (await App.ProgramAsync(Owner, "read")).ApiKey);
        (await reader.RunAsync("doctor")).ShouldBe(0).Out.Should().Contain("without events:send").And.Contain("none waits");
        using var wrong = new Tool(node.Address, "sendra_wrong");
        (await wrong.RunAsync("doctor")).ShouldBe(4);
    }

    [Test]
    public async Task The_doctor_finds_clocks_that_differ()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        var said = (await Tool.RunAsync("doctor", "--json")).ShouldBe(1).Json;

        said.GetProperty("isWell").GetBoolean().Should().BeFalse();
        said.GetProperty("clockDifferenceSeconds").GetDouble().Should().BeGreaterThan(30);
    }

    [Test]
    public async Task The_key_is_kept_where_only_its_owner_can_read_it()
    {
        using var tool = new Tool(null, null);
        (await tool.RunAsync("config", "set", "url", App.Node.Address.ToString())).ShouldBe(0);
        (await tool.RunAsync("config", "set", "apiKey", "sendra_x")).ShouldBe(2);
        (await tool.RunWithInputAsync((await App.ProgramAsync(Owner, "read")).ApiKey + "\n", "config", "set", "apiKey")).ShouldBe(0);

        (await tool.RunAsync("automations", "list")).ShouldBe(0);
        (await tool.RunAsync("config", "show")).ShouldBe(0).Out.Should().Contain("…");
        if (!OperatingSystem.IsWindows())
        {
            var file = tool.PathOf("config.json");
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            (await tool.RunAsync("automations", "list")).ShouldBe(4).Error.Should().Contain("chmod 600");
        }
    }

    [Test]
    public async Task L2_the_tail_shows_events_and_ends_cleanly()
    {
        using var tail = Tool.Start("tail", "--event", "signUp");
        (await tail.StandardError.ReadLineAsync()).Should().StartWith("Following");
        await Owner.PostAsync("/api/events/send", new { email = "eve@example.com", eventName = "other" });
        await Owner.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp", eventProperties = new { plan = "[pro]" } });

        (await tail.StandardOutput.ReadLineAsync()).Should().Contain("signUp ada@example.com api {\"plan\":\"[pro]\"}").And.NotContain("\u001b");

        using var interrupt = Process.Start("kill", ["-INT", $"{tail.Id}"]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await tail.WaitForExitAsync(limit.Token);
        tail.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Skipped_deliveries_are_replayed_by_the_source_s_name()
    {
        var source = (await Owner.PostAsync("/api/event-sources", new { name = "Shop", emailPath = "email", eventName = new { @fixed = "purchased" } })).ShouldBe(201).Json;
        await Owner.PostAsync(new Uri(source.GetProperty("url").GetString()!).AbsolutePath, new { mail = "ada@example.com" });

        (await Tool.RunAsync("replay", "--source", "Shop")).ShouldBe(5);
        await Owner.PutAsync($"/api/event-sources/{source.GetProperty("id").GetString()}", new { name = "Shop", emailPath = "mail", eventName = new { @fixed = "purchased" } });
        (await Tool.RunAsync("replay", "--source", "Shop", "--json")).ShouldBe(0).Json.GetProperty("processed").GetInt32().Should().Be(1);
        (await Tool.RunAsync("replay", "--source", "Nobody")).ShouldBe(1);
    }

    [Test]
    public async Task Automations_go_to_files_and_back_with_what_differs()
    {
        (await Owner.PostAsync("/api/automations", new
        {
            name = "Trial",
            trigger = new { eventName = "trialStarted" },
            exitEvents = new[] { "purchased" },
            steps = new object[] { new { id = "wait", type = "wait", @for = "PT2S" } },
        })).ShouldBe(201);
        (await Tool.RunAsync("automations", "pull")).ShouldBe(0);
        var path = Directory.EnumerateFiles(Tool.PathOf("automations")).Should().ContainSingle().Which;
        var pulled = await File.ReadAllTextAsync(path);
        (await Tool.RunAsync("automations", "pull")).ShouldBe(0).Out.Should().BeEmpty();
        (await File.ReadAllTextAsync(path)).Should().Be(pulled);
        (await Tool.RunAsync("automations", "push", "--yes")).ShouldBe(0).Error.Should().Contain("same");

        await File.WriteAllTextAsync(path, pulled.Replace("PT2S", "P3D", StringComparison.Ordinal));
        var difference = (await Tool.RunAsync("automations", "push", "--dry-run")).ShouldBe(6).Out;
        difference.Should().Contain("-       \"for\": \"PT2S\"").And.Contain("+       \"for\": \"P3D\"");
        (await Tool.RunAsync("automations", "push")).ShouldBe(6);
        (await Owner.ItemsAsync("/api/automations")).Single().GetProperty("version").GetInt32().Should().Be(1);
        (await Tool.RunAsync("automations", "push", "--yes")).ShouldBe(0);
        (await Owner.ItemsAsync("/api/automations")).Single().GetProperty("version").GetInt32().Should().Be(2);

        // Somebody with an older file.
        await File.WriteAllTextAsync(path, pulled.Replace("PT2S", "P5D", StringComparison.Ordinal));
        (await Tool.RunAsync("automations", "push", "--yes")).ShouldBe(1).Error.Should().Contain("somebody changed");

        Tool.Write("automations/new.json", """{ "name": "Welcome", "trigger": { "eventName": "signUp" } }""");
        File.Delete(path);
        (await Tool.RunAsync("automations", "push", "--yes")).ShouldBe(0);
        (await Owner.ItemsAsync("/api/automations")).Should().HaveCount(2);
        (await Tool.RunAsync("automations", "push", "--yes")).ShouldBe(0).Error.Should().Contain("same");
    }

    [Test]
    public async Task An_export_is_imported_as_history_elsewhere()
    {
        await Owner.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 30).Select(number => new { email = $"c{number}@example.com", eventName = "signUp", eventProperties = new { number, text = "a,\"b\"\n" } }) });
        (await Tool.RunAsync("export", "events", "-o", "events.ndjson")).ShouldBe(0);
        (await Tool.RunAsync("export", "events", "--format", "csv", "-o", "events.csv")).ShouldBe(0);
        var other = await App.RegisterAsync();
        using var tool = new Tool(App.Node.Address, (await App.ProgramAsync(other, "events:send")).ApiKey);

        (await tool.RunAsync("import", "events", Tool.PathOf("events.ndjson"), "--history")).ShouldBe(0);
        (await tool.RunAsync("import", "events", Tool.PathOf("events.csv"), "--history")).ShouldBe(0);

        var events = await other.ItemsAsync("/api/events?limit=200");
        events.Should().HaveCount(60).And.OnlyContain(logged => logged.GetProperty("history").GetBoolean());
        events.Select(logged => logged.GetProperty("properties").GetRawText()).Distinct().Should().HaveCount(30);
    }
}

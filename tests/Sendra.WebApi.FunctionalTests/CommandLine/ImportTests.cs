using System.Text;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.CommandLine;

public sealed class ImportTests(string provider) : ToolTest(provider)
{
    [Test]
    public async Task Each_line_that_is_wrong_is_named_and_stops_no_other()
    {
        var file = Tool.Write(
            "orders.csv",
            "E-mail,Plan,Seats,When,Note\r\n"
            + "ada@example.com,pro,3,2026-01-31 12:00:00,\"first\n\"\"line\"\"\"\r\n"
            + "nobody,pro,1,,\r\n"
            + "\r\n"
            + "bob@example.com,\"pro,1,,never ends\r\n"
            + "cem@example.com,free,many,,\r\n"
            + "dan@example.com,free,,,\"broken\" quotes\r\n"
            + $"eve@example.com,{new string('x', 1_100_000)},1,,\r\n"
            + "fay@example.com,free,1,,,extra\r\n"
            + "gus@example.com,free,7,1767225600,");

        var said = (await Tool.RunAsync(
            "import", "events", file, "--event-name", "ordered", "--map", "Seats=property.seats:number", "--map", "When=occurredAt", "--map", "Plan=contact.plan", "--map", "Note=property.note", "--json")).ShouldBe(5).Json;

        said.GetProperty("accepted").GetInt32().Should().Be(2);
        var events = await Owner.ItemsAsync("/api/events");
        events.Select(logged => logged.GetProperty("email").GetString()).Should().BeEquivalentTo("ada@example.com", "gus@example.com");
        var ada = events.Single(logged => logged.GetProperty("email").GetString() == "ada@example.com");
        ada.GetProperty("properties").GetRawText().Should().Be("""{"seats":3,"note":"first\n\"line\""}""");
        ada.GetProperty("occurredAt").GetDateTimeOffset().Should().Be(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        var rejects = await File.ReadAllLinesAsync($"{file}.rejects.csv");
        rejects.Skip(1).Select(line => int.TryParse(line.Split(',')[0], out var number) ? number : 0).Where(number => number > 0).Should().BeEquivalentTo([4, 6, 7, 8, 9, 10]);
        rejects.Single(line => line.StartsWith("6,", StringComparison.Ordinal)).Should().Contain("quotation mark is missing");
        rejects.Should().OnlyContain(line => line.Length < 2_000);

        (await Tool.RunAsync("import", "events", file, "--event-name", "ordered", "--map", "Seats=property.seats:number", "--map", "When=occurredAt", "--map", "Plan=contact.plan", "--map", "Note=property.note"))
            .ShouldBe(5).Error.Should().Contain("imported already");
        (await Owner.ItemsAsync("/api/events")).Should().HaveCount(2);
    }

    [Test]
    public async Task Encodings_are_seen_by_their_mark_or_named_and_others_are_told_before_anything_is_sent()
    {
        const string text = "email,eventName,city\nada@example.com,moved,Köln\n";
        await File.WriteAllTextAsync(Tool.PathOf("utf16.csv"), text, Encoding.Unicode);
        await File.WriteAllTextAsync(Tool.PathOf("mark.csv"), text, new UTF8Encoding(true));
        await File.WriteAllBytesAsync(Tool.PathOf("latin.csv"), Encoding.Latin1.GetBytes(text));

        (await Tool.RunAsync("import", "events", "utf16.csv")).ShouldBe(0);
        (await Tool.RunAsync("import", "events", "mark.csv")).ShouldBe(0);
        (await Tool.RunAsync("import", "events", "latin.csv")).ShouldBe(1).Error.Should().Contain("Line 2").And.Contain("--encoding");
        (await Tool.RunAsync("import", "events", "latin.csv", "--encoding", "windows-1252")).ShouldBe(0);
        await File.WriteAllBytesAsync(Tool.PathOf("picture.csv"), [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]);
        (await Tool.RunAsync("import", "events", "picture.csv")).ShouldBe(1);
        (await Tool.RunAsync("import", "events", "gone.csv")).ShouldBe(1).Error.Should().Contain("no file");
        (await Tool.RunAsync("import", "events", "mark.csv", "--map", "town=property.town")).ShouldBe(2).Error.Should().Contain("town");

        (await Owner.ItemsAsync("/api/events")).Should().HaveCount(3).And.OnlyContain(logged => logged.GetProperty("properties").GetProperty("city").GetString() == "Köln");
    }

    [Test]
    public async Task E8_killed_in_the_middle_it_goes_on_without_doubles_and_gaps_and_keeps_each_person_s_order()
    {
        const int Events = 12_000;
        const int People = 40;
        var file = Tool.Write("events.ndjson", string.Concat(Enumerable.Range(0, Events)
            .Select(number => $$"""{"email":"c{{number % People}}@example.com","eventName":"n","eventProperties":{{number}}}""" + "\n")));
        for (var kills = 0; kills < 3; kills++)
        {
            using var process = Tool.Start("import", "events", file);
            var before = DoneOf();
            while (DoneOf() <= before && !process.HasExited)
            {
                await Looks.AgainAsync();
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        DoneOf().Should().BeInRange(1, Events - 1, "it was killed in the middle");
        var said = (await Tool.RunAsync("import", "events", file, "--json")).ShouldBe(0).Json;

        said.GetProperty("accepted").GetInt32().Should().Be(Events);
        var numbers = new List<int>();
        foreach (var line in (await Owner.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(JsonDocument.Parse(line).RootElement.GetProperty("properties").GetInt32());
        }

        numbers.Should().HaveCount(Events).And.OnlyHaveUniqueItems();
        foreach (var person in numbers.GroupBy(number => number % People))
        {
            person.Should().BeInDescendingOrder("the log has the newest first");
        }
    }

    [Test]
    public async Task W5_a_limit_makes_it_wait_and_nothing_is_lost()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:WorkspaceSendsPerSecond"] = "2" });
        using var tool = new Tool(node.Address, (await App.ProgramAsync(Owner, "events:send")).ApiKey);
        var file = tool.Write("events.csv", "email,eventName\n" + string.Concat(Enumerable.Range(0, 4_000).Select(number => $"c{number}@example.com,n\n")));

        (await tool.RunAsync("import", "events", file, "--parallel", "8")).ShouldBe(0);

        (await Owner.GetAsync("/api/events/stats")).Json.GetProperty("items").EnumerateArray().Sum(day => day.GetProperty("received").GetInt32()).Should().Be(4_000);
    }

    [Test]
    public async Task Standard_input_sent_again_is_not_taken_twice()
    {
        const string lines = "{\"email\":\"ada@example.com\",\"eventName\":\"signUp\"}\n[]\n";
        (await Tool.RunWithInputAsync(lines, "import", "events", "-", "--format", "ndjson")).ShouldBe(5);
        (await Tool.RunWithInputAsync(lines, "import", "events", "-", "--format", "ndjson")).ShouldBe(5);
        (await Tool.RunAsync("import", "events", "-")).ShouldBe(2).Error.Should().Contain("--format");

        (await Owner.ItemsAsync("/api/events")).Should().ContainSingle();
    }

    [Test]
    public async Task A_file_is_sent_once_more_only_when_asked_for()
    {
        var file = Tool.Write("events.csv", "email,eventName\nada@example.com,signUp\n");
        (await Tool.RunAsync("import", "events", file)).ShouldBe(0);
        (await Tool.RunAsync("import", "events", file)).ShouldBe(0);
        (await Owner.ItemsAsync("/api/events")).Should().ContainSingle();

        (await Tool.RunAsync("import", "events", file, "--restart")).ShouldBe(0);

        (await Owner.ItemsAsync("/api/events")).Should().HaveCount(2);
    }

    [Test]
    public async Task Contacts_are_imported_in_parts_and_a_part_that_arrived_is_not_sent_again()
    {
        (await Owner.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
        var file = Tool.Write("people.csv", "E-mail;First name;Tariff\n" + string.Concat(Enumerable.Range(0, 25_000).Select(number => $"c{number}@example.com;C{number};pro\n")) + "nobody;X;\nada@example.com;\"Ada\n");
        string[] command = ["import", "contacts", file, "--map", "E-mail=email", "--map", "First name=firstName", "--map", "Tariff=plan", "--json"];
        using (var process = Tool.Start(command))
        {
            while (!(await Owner.ItemsAsync("/api/contacts/import")).Any(import => import.GetProperty("status").GetString() != "receiving") && !process.HasExited)
            {
                await Looks.AgainAsync();
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        var said = (await Tool.RunAsync(command)).ShouldBe(5).Json;

        (said.GetProperty("accepted").GetInt32(), said.GetProperty("rejected").GetInt32()).Should().Be((25_000, 2));
        (await Owner.ItemsAsync("/api/contacts/import")).Select(import => import.GetProperty("fileName").GetString()).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        var rejects = await File.ReadAllTextAsync($"{file}.rejects.csv");
        rejects.Should().Contain("25002,").And.Contain("25003,\"A quotation mark is missing");
        (await Owner.ItemsAsync("/api/contacts?email=c24999@example.com")).Single().GetProperty("customFields").GetRawText().Should().Be("""{"plan":"pro"}""");
    }

    // As the tool's own state says.
    private long DoneOf()
    {
        try
        {
            return Directory.EnumerateFiles(Tool.PathOf("state"), "*.json").Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("accepted").GetInt64()).SingleOrDefault();
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            return 0;
        }
    }
}

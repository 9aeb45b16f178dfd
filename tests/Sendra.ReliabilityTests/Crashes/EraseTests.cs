namespace Sendra.ReliabilityTests.Crashes;

/// <summary>The process is killed while it erases people with thousands of events (L3).</summary>
internal sealed class EraseTests(string provider) : FaultTest(provider)
{
    private const int Events = 3_000;

    [Test]
    public async Task L3_an_erasure_that_was_killed_is_never_seen_half_done_and_finishes_by_itself()
    {
        var kills = Run.Times(3, 20);
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        var node = await SendraProcess.StartAsync(database, Log);
        try
        {
            using var sender = await Sender.SignUpAsync(node, Ledger);
            for (var kill = 0; kill < kills; kill++)
            {
                var email = $"erased{kill}@example.com";
                var contact = await sender.FillAsync(node.Address, email, Events);
                var erasing = sender.EraseAsync(node.Address, contact);
                await PauseAsync(0, 400);
                await node.KillAsync();
                await erasing;
                node = await SendraProcess.StartAsync(database, Log);
                await ShouldBeWholeOrGoneAsync(sender, node.Address, contact, email);
            }

            await UntilNothingIsHiddenAsync(database);
            await Audit.WhileRunningAsync(database, Ledger);
            Run.Report(Provider, "kill -9 while erasing", kills, Ledger);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    // Killed before the erasure had begun, all is there; after that nothing, however much the database still holds.
    private static async Task ShouldBeWholeOrGoneAsync(Sender sender, Uri node, Guid contact, string email)
    {
        var status = await sender.StatusAsync(node, $"/api/contacts/{contact}");
        var events = await sender.ItemsAsync(node, $"/api/events?email={email}&limit=1");
        var enrollments = await sender.ItemsAsync(node, $"/api/enrollments?contactId={contact}&limit=1");
        (status, events.Length, enrollments.Length).Should().BeOneOf((200, 1, 1), (404, 0, 0));
        if (status == 200)
        {
            (await sender.EraseAsync(node, contact)).Should().Be(204);
        }
    }

    private static async Task UntilNothingIsHiddenAsync(FaultyDatabase database)
    {
        for (var tries = 0; ; tries++)
        {
            var left = await database.ReadAsync(
                "SELECT (SELECT COUNT(*) FROM erasures) + (SELECT COUNT(*) FROM contacts) + (SELECT COUNT(*) FROM received_events) + (SELECT COUNT(*) FROM enrollments)",
                reader => reader.Read() ? Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) : -1);
            if (left == 0)
            {
                return;
            }

            tries.Should().BeLessThan(600, "an erasure finishes after a restart");
            await Task.Delay(100);
        }
    }
}

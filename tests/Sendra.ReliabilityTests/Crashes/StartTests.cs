namespace Sendra.ReliabilityTests.Crashes;

/// <summary>Killed while it starts, perhaps in the middle of a migration: the next start goes on from there.</summary>
internal sealed class StartTests(string provider) : FaultTest(provider)
{
    [Test]
    public async Task A_start_that_was_killed_does_not_keep_the_next_one_from_starting()
    {
        var kills = Run.Times(3, 20);
        await using var database = await FaultyDatabase.MakeEmptyAsync(Provider);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var killed = SendraProcess.Launch(database, Log);
            await PauseAsync(300, 2500);
            await killed.KillAsync();
        }

        await using var node = await SendraProcess.StartAsync(database, Log);
        using var sender = await Sender.SignUpAsync(node, Ledger);
        Run.Report(Provider, "killed at start", kills, Ledger);
    }

    [Test]
    public async Task An_older_program_refuses_a_newer_schema()
    {
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await database.ReadAsync(
            "INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('29990101000000_Future', '99')",
            reader => reader.RecordsAffected.Should().Be(1));

        await using var older = SendraProcess.Launch(database, Log);
        (await older.ExitAsync()).Should().Be(1);
        older.Output.Should().Contain("newer than this program").And.Contain("29990101000000_Future");
    }

    [Test]
    public async Task A_wrong_setting_or_a_taken_port_ends_the_start_and_says_what_to_do()
    {
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using (var wrong = SendraProcess.Launch(database, Log, new Dictionary<string, string> { ["SignUp"] = "sometimes" }))
        {
            (await wrong.ExitAsync()).Should().Be(1);
            wrong.Output.Trim().Should().StartWith("SignUp is 'sometimes'").And.NotContain("\n");
        }

        await using var node = await SendraProcess.StartAsync(database, Log);
        await using var second = SendraProcess.Launch(database, Log, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = node.Address.ToString() });
        (await second.ExitAsync()).Should().Be(1);
        second.Output.Should().Contain("address already in use. Set ASPNETCORE_URLS to listen elsewhere.");
    }

    [Test]
    public async Task W2_a_misspelt_command_starts_no_server()
    {
        await using var database = await FaultyDatabase.MakeAsync(Provider);
        await using var wrong = SendraProcess.Launch(database, Log, arguments: ["reset-pasword", "ada@example.com"]);

        (await wrong.ExitAsync()).Should().Be(2);
        wrong.Output.Trim().Should().StartWith("There is no command reset-pasword.").And.NotContain("\n");
    }
}

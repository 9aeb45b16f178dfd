using Sendra.Benchmarks.Databases;

namespace Sendra.Benchmarks.Servers;

/// <summary>Starts Sendra and the limit program, each on a database of its own that Sendra made.</summary>
/// <param name="program">Sendra's published executable.</param>
/// <param name="databases">Makes the databases.</param>
/// <param name="folder">Where logs go.</param>
internal sealed class Arena(string program, ThrowAwayDatabases databases, string folder)
{
    /// <summary>Where files go that are deleted at the end.</summary>
    public string Folder => folder;

    /// <summary>Starts Sendra on a new database, with a user and a live automation.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="other">Another executable than the usual one.</param>
    /// <param name="automation">The automation, if not the usual one.</param>
    /// <param name="settings">More settings.</param>
    /// <param name="nodes">How many nodes.</param>
    public async Task<Contender> StartSendraAsync(
        string name = "Sendra", string? other = null, BenchmarkAutomation? automation = null, IReadOnlyDictionary<string, string>? settings = null, int nodes = 1)
    {
        var database = await databases.MakeAsync(name.ToLowerInvariant());
        var started = new List<ServerProcess>();
        while (started.Count < nodes)
        {
            started.Add(await StartAsync(database, other, settings));
        }

        var (cookie, webhook) = await SendraClient.PrepareAsync(started[0].Address, automation: automation);
        return new Contender(name, started, database, cookie, webhook);
    }

    /// <summary>Starts Sendra again, after it was stopped.</summary>
    public async Task<Contender> StartAgainAsync(Contender stopped) =>
        new(stopped.Name, [await StartAsync(stopped.Database)], stopped.Database, stopped.Cookie);

    /// <summary>Lets Sendra make a database, and starts the limit program on it.</summary>
    public async Task<Contender> StartLimitAsync()
    {
        var database = await databases.MakeAsync("limit");
        string cookie;
        using (var sendra = await StartAsync(database))
        {
            (cookie, _) = await SendraClient.PrepareAsync(sendra.Address);
        }

        return await StartLimitAsync(database, cookie);
    }

    /// <summary>Starts the limit program on a database that Sendra has made.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cookie">A session: dead weight for it, but the bytes are the same.</param>
    public async Task<Contender> StartLimitAsync(BenchmarkDatabase database, string cookie)
    {
        var server = await ServerProcess.StartAsync(
            Environment.ProcessPath!,
            Path.Combine(folder, "limit.log"),
            [],
            address => ["limit", "--database", database.Provider, "--connection", database.ConnectionString, "--url", address.ToString()]);

        return new Contender("limit", [server], database, cookie);
    }

    private Task<ServerProcess> StartAsync(BenchmarkDatabase database, string? other = null, IReadOnlyDictionary<string, string>? settings = null) => ServerProcess.StartAsync(
        Path.GetFullPath(other ?? program),
        Path.Combine(folder, "sendra.log"),
        new(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Provider"] = database.Provider,
            ["ConnectionStrings__Sendra"] = database.ConnectionString,
        },
        _ => []);
}

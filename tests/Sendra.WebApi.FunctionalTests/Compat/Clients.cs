using System.Diagnostics;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>A product's own npm client in a process of Node.js, pointed at a test server. See Clients/run.mjs.</summary>
internal static class Clients
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<string?> Problem = new(WhyNot);

    /// <summary>Does the calls one after the other.</summary>
    /// <returns>For each call, what the client gave: an object with <c>value</c> or <c>error</c>.</returns>
    public static async Task<JsonElement[]> RunAsync(string product, Uri server, string key, params (string Name, object[] Arguments)[] calls)
    {
        using var node = Start(server, key, "run.mjs", product);
        using var patience = new CancellationTokenSource(Patience);
        var said = node.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        foreach (var (name, arguments) in calls)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { call = name, args = arguments }));
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync(patience.Token);
        var lines = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveSameCount(calls, "the client of {0} said {1}", product, await errors);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Runs a product's own quick start, in which nothing but URL and key are changed.</summary>
    public static async Task QuickStartAsync(string product, Uri server, string key)
    {
        using var node = Start(server, key, Path.Combine("quickstarts", $"{product}.mjs"));
        using var patience = new CancellationTokenSource(Patience);
        var said = node.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        node.StandardInput.Close();
        await node.WaitForExitAsync(patience.Token);
        node.ExitCode.Should().Be(0, "the quick start of {0} said {1}{2}", product, await said, await errors);
    }

    private static Process Start(Uri server, string key, params string[] arguments)
    {
        if (Problem.Value is { } problem)
        {
            Assert.Ignore(problem);
        }

        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = Folder(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var url = server.ToString().TrimEnd('/');
        start.Environment["SENDRA_URL"] = url;
        start.Environment["SENDRA_KEY"] = key;
        start.Environment["RESEND_BASE_URL"] = $"{url}/compat/resend";
        start.Environment["RESEND_API_KEY"] = key;
        return Process.Start(start)!;
    }

    private static string? WhyNot()
    {
        if (!Directory.Exists(Path.Combine(Folder(), "node_modules")))
        {
            return "The clients of other products are not installed: run npm ci in tests/Sendra.WebApi.FunctionalTests/Compat/Clients.";
        }

        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no Node.js, which the clients of other products need.";
        }
    }

    private static string Folder()
    {
        var root = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(root, "Sendra.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(root, "tests", "Sendra.WebApi.FunctionalTests", "Compat", "Clients");
    }
}

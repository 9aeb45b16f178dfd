using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.CommandLine;

/// <summary>The command line tool as it is shipped: a process of its own, with a folder of its own for all that it keeps.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Program = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Cli").Value!;

    private readonly Dictionary<string, string?> _environment;

    public Tool(Uri? server, string? key)
    {
        Folder = Directory.CreateTempSubdirectory("sendra-cli-").FullName;
        _environment = new()
        {
            ["SENDRA_URL"] = server?.ToString().TrimEnd('/'),
            ["SENDRA_API_KEY"] = key,
            ["SENDRA_CONFIG"] = PathOf("config.json"),
            ["SENDRA_STATE"] = PathOf("state"),
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    public string Folder { get; }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Begins a command.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Program);
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<Said> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<Said> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var said = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        return new Said(process.ExitCode, await said, await errors);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>How a command ended.</summary>
    internal sealed record Said(int Code, string Out, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Out).RootElement;

        public Said ShouldBe(int code)
        {
            Code.Should().Be(code, "it said {0} and {1}", Out, Error);
            (Out + Error).Should().NotContain("\u001b", "nobody looks at a pipe").And.NotContain("   at ");
            return this;
        }
    }
}

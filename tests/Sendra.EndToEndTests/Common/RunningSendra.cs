using System.Diagnostics;

namespace Sendra.EndToEndTests.Common;

/// <summary>The real program on a port of its own, with an empty SQLite database that goes with it.</summary>
internal sealed class RunningSendra : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly DirectoryInfo data;

    private RunningSendra(Process process, DirectoryInfo data, Uri url) => (this.process, this.data, Url) = (process, data, url);

    public Uri Url { get; }

    /// <param name="settings">Settings beside the usual ones, as environment variables.</param>
    public static async Task<RunningSendra> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        if (!File.Exists(Path.Combine(Repository.WebApiDirectory, "wwwroot", "index.html")))
        {
            throw new InvalidOperationException("The admin app is not built: run `dotnet msbuild src/Sendra.WebApi -t:BuildSpa`.");
        }

        var url = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var data = Directory.CreateTempSubdirectory("sendra-e2e-");
        var start = new ProcessStartInfo("dotnet", [Repository.WebApi]) { WorkingDirectory = Repository.WebApiDirectory };
        start.Environment["ASPNETCORE_URLS"] = url.ToString();
        start.Environment["ConnectionStrings__Sendra"] = $"Data Source={Path.Combine(data.FullName, "sendra.db")}";
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var sendra = new RunningSendra(Process.Start(start)!, data, url);
        await sendra.WaitUntilReadyAsync();
        return sendra;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            if (process.HasExited || waited.Elapsed > StartLimit)
            {
                throw new InvalidOperationException("Sendra did not start; its output says why.");
            }

            await Task.Delay(100);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Url, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

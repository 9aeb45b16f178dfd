using System.Net;
using System.Text.Json;

namespace Sendra.Benchmarks.Servers;

/// <summary>Makes what a load needs: a user with a session, one live automation, and an event source.</summary>
internal static class SendraClient
{
    /// <summary>Prepares a fresh Sendra.</summary>
    /// <returns>The Cookie header of the session, and the path of an event source that maps the same bodies.</returns>
    /// <param name="server">Where it is.</param>
    /// <param name="email">Whose workspace it is to be.</param>
    /// <param name="automation">The automation, if not the usual one.</param>
    public static async Task<(string Cookie, string Webhook)> PrepareAsync(Uri server, string email = "benchmark@example.com", BenchmarkAutomation? automation = null)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = server };
        await PostAsync(client, "/api/auth/register", new
        {
            email,
            password = "correct horse battery staple 1!A",
            workspaceName = "Benchmark",
        });
        await AutomateAsync(client, automation ?? new BenchmarkAutomation());
        return (cookies.GetCookieHeader(server), await MakeSourceAsync(client, itemsPath: null));
    }

    /// <summary>Makes an event source that reads the events of a batch call.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> MakeListSourceAsync(Uri server, string cookie)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server, DefaultRequestHeaders = { { "Cookie", cookie } } };
        return await MakeSourceAsync(client, "events");
    }

    /// <summary>Makes something else.</summary>
    public static async Task<JsonElement> PostAsync(Uri server, string cookie, string path, object body)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server, DefaultRequestHeaders = { { "Cookie", cookie } } };
        return await PostAsync(client, path, body);
    }

    /// <summary>Makes one more live automation.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> AutomateAsync(Uri server, string cookie, BenchmarkAutomation automation)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server, DefaultRequestHeaders = { { "Cookie", cookie } } };
        return await AutomateAsync(client, automation);
    }

    // It reads all that a call of the API says.
    private static async Task<string> MakeSourceAsync(HttpClient client, string? itemsPath)
    {
        var source = await PostAsync(client, "/api/event-sources", new
        {
            name = "Benchmark",
            emailPath = "email",
            eventName = new { path = "eventName" },
            propertiesPath = "eventProperties",
            contactProperties = new { firstName = "contactProperties.firstName", lastName = "contactProperties.lastName" },
            itemsPath,
        });
        return new Uri(source.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static async Task<Guid> AutomateAsync(HttpClient client, BenchmarkAutomation automation)
    {
        var id = (await PostAsync(client, "/api/automations", automation.ToBody())).GetProperty("id").GetGuid();
        await PostAsync(client, $"/api/automations/{id}/activate", new { });
        return id;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } pause })
        {
            await Task.Delay(pause);
            return await PostAsync(client, path, body);
        }

        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }
}

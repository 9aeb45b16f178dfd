using System.Net;
using System.Text.Json;
using Sendra.Benchmarks.Load;

namespace Sendra.Benchmarks.Servers;

/// <summary>Makes what a load needs: a user with a session, one live automation, and an event source.</summary>
internal static class SendraClient
{
    /// <summary>Prepares a fresh Sendra.</summary>
    /// <returns>The Cookie header of the session, and the path of an event source that maps the same bodies.</returns>
    public static async Task<(string Cookie, string Webhook)> PrepareAsync(Uri server)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = server };
        await PostAsync(client, "/api/auth/register", new
        {
            email = "benchmark@example.com",
            password = "correct horse battery staple 1!A",
            workspaceName = "Benchmark",
        });
        var automation = await PostAsync(client, "/api/automations", new
        {
            name = "Welcome",
            trigger = new { eventName = EventBodies.TriggerEvent },
            frequency = "everyTime",
            exitEvents = new[] { EventBodies.ExitEvent },
        });
        await PostAsync(client, $"/api/automations/{automation.GetProperty("id").GetString()}/activate", new { });
        var source = await PostAsync(client, "/api/event-sources", new
        {
            name = "Benchmark",
            emailPath = "email",
            eventName = new { path = "eventName" },
            propertiesPath = "eventProperties",
        });
        return (cookies.GetCookieHeader(server), new Uri(source.GetProperty("url").GetString()!).AbsolutePath);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }
}

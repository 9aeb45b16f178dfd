using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Contacts;

/// <summary>What tests of contacts say.</summary>
internal static class ContactWords
{
    public static async Task<JsonElement> SaveContactAsync(this TestClient client, object contact) =>
        (await client.PostAsync("/api/contacts", contact)).ShouldBe(201).Json;

    public static async Task SendContactPropertiesAsync(this TestClient client, string email, object contactProperties) =>
        (await client.PostAsync("/api/events/send", new { email, eventName = "e", contactProperties })).ShouldBe(200);

    /// <summary>Sends a file, and gives its import once it is finished.</summary>
    public static async Task<JsonElement> ImportAsync(this TestClient client, string file, string query = "", string type = "text/csv")
    {
        var started = await client.SendAsync(HttpMethod.Post, $"/api/contacts/import{query}", new StringContent(file, Encoding.UTF8, type));
        return await client.UntilImportedAsync(started.ShouldBe(202).Json.Text("importId"));
    }

    public static async Task<JsonElement> UntilImportedAsync(this TestClient client, string import)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = (await client.GetAsync($"/api/contacts/import/{import}")).ShouldBe(200).Json;
            if (found.Text("status") is "completed" or "interrupted")
            {
                return found;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(2), $"a node should have gone on with it: {found}");
            await Task.Yield();
        }
    }

    public static (int Created, int Updated, int Refused, int Warned) Figures(this JsonElement import) => (
        import.GetProperty("created").GetInt32(), import.GetProperty("updated").GetInt32(), import.GetProperty("refused").GetInt32(), import.GetProperty("warned").GetInt32());
}

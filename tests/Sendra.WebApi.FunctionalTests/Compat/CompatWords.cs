using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>What tests of other products' clients say often.</summary>
internal static class CompatWords
{
    /// <summary>The newest event of the log.</summary>
    public static async Task<JsonElement> NewestEventAsync(this TestClient client) => (await client.EventsAsync())[0];

    /// <summary>The log, newest first.</summary>
    public static async Task<JsonElement[]> EventsAsync(this TestClient client) =>
        [.. (await client.GetAsync("/api/events")).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    /// <summary>The one contact with an address.</summary>
    public static async Task<JsonElement> ContactAsync(this TestClient client, string email) =>
        (await client.GetAsync($"/api/contacts?email={Uri.EscapeDataString(email)}")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().Single();

    /// <summary>What a client gave; fails when it threw.</summary>
    public static JsonElement Value(this JsonElement result) =>
        result.TryGetProperty("value", out var value) ? value : throw new AssertionException($"The client threw {result}.");

    /// <summary>What a client threw; fails when it did not.</summary>
    public static JsonElement Error(this JsonElement result) =>
        result.TryGetProperty("error", out var error) ? error : throw new AssertionException($"The client gave {result}.");

    /// <summary>Checks that some fields are what they should be, whatever else there is.</summary>
    public static void ShouldHave(this JsonElement json, params (string Name, object? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            json.TryGetProperty(name, out var found).Should().BeTrue("{0} has {1}", json, name);
            JsonSerializer.Serialize(found).Should().Be(JsonSerializer.Serialize(value), "of {0} in {1}", name, json);
        }
    }

    /// <summary>The names in the header of what was left out.</summary>
    public static string Warnings(this Answer answer) => answer.Headers.TryGetValues("Sendra-Warnings", out var values) ? string.Join(", ", values) : "";

    /// <summary>A body of any type.</summary>
    public static StringContent Body(string text, string contentType) => new(text, Encoding.UTF8, contentType);
}

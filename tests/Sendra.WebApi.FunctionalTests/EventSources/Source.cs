using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>An event source in a test, and what can be done with it.</summary>
internal sealed class Source(TestClient client, JsonElement json)
{
    public Guid Id { get; } = json.GetProperty("id").GetGuid();

    public string Url { get; } = json.GetProperty("url").GetString()!;

    public string Token => Url[(Url.LastIndexOf('/') + 1)..];

    public string Path => $"/api/event-sources/{Id}";

    /// <summary>Makes a source that reads email and event by their names.</summary>
    public static Task<Source> CreateAsync(TestClient client) =>
        CreateAsync(client, new { name = "Test", emailPath = "email", eventName = new { path = "event" }, deliveryIdPath = "id" });

    public static async Task<Source> CreateAsync(TestClient client, object body) =>
        new(client, (await client.PostAsync("/api/event-sources", body)).ShouldBe(201).Json);

    /// <summary>Posts JSON as a sender does, who has no session.</summary>
    public Task<Answer> PostAsync(string json, params (string Name, string Value)[] headers) =>
        PostAsync(Encoding.UTF8.GetBytes(json), "application/json", headers);

    public Task<Answer> PostAsync(byte[] body, string? contentType, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(HttpMethod.Post, content, headers);
    }

    public Task<Answer> SendAsync(HttpMethod method, HttpContent? content, params (string Name, string Value)[] headers) =>
        new TestClient(new Uri(Url)).SendAsync(method, Url, content, headers);

    public async Task<JsonElement> GetAsync() => (await client.GetAsync(Path)).ShouldBe(200).Json;

    public async Task<(long Processed, long Skipped, long Duplicate, long Refused)> CountsAsync()
    {
        var counts = (await GetAsync()).GetProperty("counts");
        return (Count("processed"), Count("skipped"), Count("duplicate"), Count("refused"));

        long Count(string name) => counts.GetProperty(name).GetInt64();
    }

    public async Task<JsonElement[]> DeliveriesAsync(string query = "") =>
        [.. (await client.GetAsync($"{Path}/deliveries{query}")).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    /// <summary>The newest delivery with what was sent.</summary>
    public async Task<JsonElement> LastDeliveryAsync()
    {
        var id = (await DeliveriesAsync("?limit=1"))[0].GetProperty("id").GetGuid();
        return (await client.GetAsync($"/api/deliveries/{id}")).ShouldBe(200).Json;
    }

    public async Task<JsonElement> EditAsync(object body) => (await client.PutAsync(Path, body)).ShouldBe(200).Json;
}

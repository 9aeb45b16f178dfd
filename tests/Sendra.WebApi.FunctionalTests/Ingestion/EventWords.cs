using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>The few words that tests of events need again and again.</summary>
internal static class EventWords
{
    public static async Task<Guid> LiveAutomationAsync(
        this TestClient client, string trigger, string frequency = "everyTime", params string[] exits)
    {
        var id = await client.DraftAutomationAsync(trigger, frequency, exits);
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        return id;
    }

    public static async Task<Guid> DraftAutomationAsync(
        this TestClient client, string trigger, string frequency = "everyTime", params string[] exits) =>
        (await client.PostAsync("/api/automations", Rule(trigger, frequency, exits)))
            .ShouldBe(201).Json.GetProperty("id").GetGuid();

    public static async Task EditAsync(this TestClient client, Guid automation, string trigger, string frequency, params string[] exits) =>
        (await client.PutAsync($"/api/automations/{automation}", Rule(trigger, frequency, exits))).ShouldBe(200);

    /// <summary>An automation as it is written.</summary>
    /// <param name="frequency">With what it needs behind a colon: the period in days, or the property that is the key.</param>
    /// <param name="where">The trigger's condition.</param>
    public static object Rule(string trigger, string frequency, string[] exits, object? where = null)
    {
        var (kind, with) = frequency.Split(':') is [var one, var other] ? (one, other) : (frequency, null);
        return new
        {
            name = trigger,
            trigger = new { eventName = trigger, where },
            frequency = kind,
            frequencyPeriod = kind == "oncePerPeriod" ? $"P{with}D" : null,
            frequencyKey = kind == "oncePerKey" ? $"event.{with}" : null,
            exitEvents = exits,
        };
    }

    public static async Task<JsonElement> EventAsync(this TestClient client, string email, string eventName) =>
        (await client.PostAsync("/api/events/send", new { email, eventName })).ShouldBe(200).Json;

    public static Task<Answer> EventWithKeyAsync(this TestClient client, string key, string json, string path = "/api/events/send") =>
        client.SendAsync(
            HttpMethod.Post,
            path,
            new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            ("Idempotency-Key", key));

    public static async Task<JsonElement[]> ItemsAsync(this TestClient client, string path) =>
        [.. (await client.GetAsync(path)).ShouldBe(200).Json.GetProperty("items").EnumerateArray()];

    public static (int Enrolled, int Exited) Effect(this JsonElement answer) =>
        (answer.GetProperty("enrolled").GetInt32(), answer.GetProperty("exited").GetInt32());

    public static int Woken(this JsonElement answer) => answer.GetProperty("woken").GetInt32();

    public static IEnumerable<JsonElement> Warnings(this JsonElement answer) => answer.GetProperty("warnings").EnumerateArray();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}

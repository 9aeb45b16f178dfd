using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Automations;

/// <summary>What tests of simulations need again and again.</summary>
internal static class SimulationWords
{
    /// <summary>Runs one to its end and returns its lines.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SimulateLinesAsync(this TestClient client, object body)
    {
        var answer = (await client.PostAsync("/api/automations/simulate", body)).ShouldBe(200);
        answer.ContentType.Should().Be("application/x-ndjson");
        answer.Text.Should().EndWith("\n");
        return [.. answer.Text.Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Runs one to its end and returns its result.</summary>
    public static async Task<JsonElement> SimulateAsync(this TestClient client, object body) =>
        (await client.SimulateLinesAsync(body))[^1].GetProperty("result");

    /// <summary>How many contacts it names, with their effects.</summary>
    public static IEnumerable<(string Email, int Enrolled, int Exited)> ContactsOf(JsonElement result) =>
        result.GetProperty("contacts").EnumerateArray().Select(contact => (
            contact.GetProperty("email").GetString()!,
            contact.GetProperty("enrolled").GetInt32(),
            contact.GetProperty("exited").GetInt32()));
}

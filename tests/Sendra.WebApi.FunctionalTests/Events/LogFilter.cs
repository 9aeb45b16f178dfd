using System.Globalization;
using System.Text.Json;
using Sendra.Application.Events;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Events;

/// <summary>A filter of the log as it is asked for, and which events fit it. The tests of the log and of the tail try each.</summary>
internal sealed record LogFilter(string Field, string Query, Func<JsonElement, bool> Fits)
{
    public static readonly LogFilter None = new("", "", _ => true);

    /// <summary>At least one for each field, for a log of ann, anna and bob, with signUp declared.</summary>
    public static LogFilter[] All(EventSourceId source, DateTimeOffset middle)
    {
        var time = Uri.EscapeDataString(middle.ToString("O", CultureInfo.InvariantCulture));
        LogFilter[] all =
        [
            new("eventName", "eventName=signUp", item => item.Text("eventName") == "signUp"),
            new("eventName", "eventName=signUp&eventName=visit&eventName=none&eventName=visit", item => item.Text("eventName") is "signUp" or "visit"),
            new("email", "email=ANN@example.com", item => item.Text("email") == "ann@example.com"),
            new("email", "email=nobody@example.com", _ => false),
            new("emailPrefix", "emailPrefix=Ann", item => item.Text("email") != "bob@example.com"),
            new("emailPrefix", "emailPrefix=z", _ => false),
            new("hasEffect", "hasEffect=true", HasEffect),
            new("hasEffect", "hasEffect=false", item => !HasEffect(item)),
            new("declared", "declared=true", item => item.Text("eventName") == "signUp"),
            new("declared", "declared=false", item => item.Text("eventName") != "signUp"),
            new("origin", "origin=api", item => item.GetProperty("origin").Text("type") == "api"),
            new("origin", "origin=webhook", item => item.GetProperty("origin").Text("type") == "webhook"),
            new("sourceId", $"sourceId={source}", item => item.GetProperty("origin").TryGetProperty("sourceId", out var id) && id.GetGuid() == source.Value),
            new("from", $"from={time}", item => item.GetProperty("receivedAt").GetDateTimeOffset() >= middle),
            new("to", $"to={time}", item => item.GetProperty("receivedAt").GetDateTimeOffset() < middle),
        ];
        all.Select(filter => filter.Field).Distinct().Should().BeEquivalentTo(
            typeof(LogFilterText).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), "each filter is tried");
        return all;
    }

    private static bool HasEffect(JsonElement item) => item.Effect() != (0, 0) || item.Woken() > 0;
}

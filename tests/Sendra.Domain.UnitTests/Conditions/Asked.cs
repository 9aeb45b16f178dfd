using NodaTime;
using NodaTime.Text;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Conditions;

/// <summary>Conditions as a test writes them.</summary>
internal static class Asked
{
    public static readonly Instant Now = InstantPattern.General.Parse("2026-05-20T12:00:00Z").Value;

    public static Condition Condition(string json) =>
        Domain.Conditions.Condition.TryParse(Make.Json(json), "where", [], out var condition)
            ? condition
            : throw new ArgumentException(string.Join(' ', Problems(json)));

    public static IReadOnlyList<DefinitionProblem> Problems(string json)
    {
        var problems = new List<DefinitionProblem>();
        Domain.Conditions.Condition.TryParse(Make.Json(json), "where", problems, out _);
        return problems;
    }

    /// <summary>A rule over an event's property x.</summary>
    public static Verdict Rule(string op, string? value, string? x, bool ignoringCase = false)
    {
        var rule = $$"""{ "field": "event.x", "op": "{{op}}"{{(value is null ? "" : $", \"value\": {value}")}}{{(ignoringCase ? ", \"caseInsensitive\": true" : "")}} }""";
        return Condition(rule).Evaluate(On(x is null ? "{}" : $$"""{ "x": {{x}} }"""));
    }

    /// <summary>What a contact did before, as far as a condition asks for it.</summary>
    public static EventHistory History(Condition condition, params IEnumerable<(string Name, string At, string? Properties)> events)
    {
        var history = new EventHistory(NeededHistory.Merge(condition.History));
        foreach (var (name, at, properties) in events)
        {
            history.Add(name, InstantPattern.ExtendedIso.Parse(at).Value.ToDateTimeOffset(), properties is null ? null : new RawJson(properties));
        }

        return history;
    }

    public static ConditionContext On(string eventProperties, string? trigger = null, string? contact = null, string zone = "UTC", params (string Name, CustomFieldType Type)[] fields) =>
        On(null, eventProperties, trigger, contact, zone, fields);

    public static ConditionContext On(
        EventHistory? history, string eventProperties, string? trigger = null, string? contact = null, string zone = "UTC", params (string Name, CustomFieldType Type)[] fields)
    {
        var declared = Make.Fields(fields);
        var person = Contact.Create(Make.Id<ContactId>(), Make.WorkspaceId, Make.Email("ada@example.com"));
        person.Receive(Make.Id<EventId>(), ContactPatch.Read(contact is null ? null : new RawJson(contact), declared));
        return new ConditionContext(
            person, declared, new RawJson(eventProperties), trigger is null ? null : new RawJson(trigger), Now, DateTimeZoneProviders.Tzdb[zone], history);
    }
}

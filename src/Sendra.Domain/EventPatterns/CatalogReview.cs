using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>Finds probable mistakes in a workspace's event names (A9).</summary>
public static class CatalogReview
{
    /// <summary>The findings: names that look alike, names nobody sends, properties whose type changed; each kind by name.</summary>
    /// <param name="received">Every event name that was received.</param>
    /// <param name="declared">Every event name that was declared.</param>
    /// <param name="automations">The automations that are not archived.</param>
    /// <param name="types">Every type of properties that have several.</param>
    /// <param name="kept">Those of their first events that are in the log still.</param>
    public static IEnumerable<CatalogFinding> Review(
        IReadOnlySet<string> received,
        IReadOnlySet<string> declared,
        IReadOnlyCollection<Automation> automations,
        IEnumerable<EventPropertyType> types,
        IReadOnlySet<EventId> kept)
    {
        var known = received.Concat(declared).Concat(automations.SelectMany(NamesOf)).Distinct(StringComparer.Ordinal);
        return Alike(known).Concat(automations.SelectMany(automation => NeverReceived(automation, received))).Concat(Changed(types, kept));
    }

    /// <summary>The name without case and punctuation; empty if it has nothing else.</summary>
    /// <param name="name">An event name.</param>
    public static string Bare(string name) => string.Concat(name.Where(Counts)).ToUpperInvariant();

    // Outside of ASCII only what is punctuation for certain goes: vowel signs and emoji are no letters, and tell names apart.
    private static bool Counts(char letter) => char.IsAscii(letter)
        ? char.IsAsciiLetterOrDigit(letter)
        : !char.IsPunctuation(letter) && !char.IsWhiteSpace(letter);

    private static IEnumerable<string> NamesOf(Automation automation) => automation.ExitEvents.Append(automation.TriggerEvent);

    private static IEnumerable<CatalogFinding> Alike(IEnumerable<string> names) => names
        .Order(StringComparer.Ordinal)
        .GroupBy(Bare)
        .Where(alike => alike.Key.Length > 0 && alike.Count() > 1)
        .Select(alike => new CatalogFinding(
            "namesLookAlike",
            $"{string.Join(", ", alike)} differ only in case or punctuation; names match exactly.",
            alike.First(),
            Names: [.. alike]));

    private static IEnumerable<CatalogFinding> NeverReceived(Automation automation, IReadOnlySet<string> received)
    {
        if (!received.Contains(automation.TriggerEvent))
        {
            yield return new CatalogFinding(
                "triggerNeverReceived",
                $"{automation.Name} waits for {automation.TriggerEvent}, which was never received.",
                automation.TriggerEvent,
                AutomationId: automation.Id,
                AutomationName: automation.Name);
        }

        foreach (var exit in automation.ExitEvents.Where(name => !received.Contains(name)))
        {
            yield return new CatalogFinding(
                "exitNeverReceived",
                $"{automation.Name} exits on {exit}, which was never received.",
                exit,
                AutomationId: automation.Id,
                AutomationName: automation.Name);
        }
    }

    private static IEnumerable<CatalogFinding> Changed(IEnumerable<EventPropertyType> types, IReadOnlySet<EventId> kept) => types
        .OrderBy(type => type.EventName, StringComparer.Ordinal)
        .ThenBy(type => type.Property, StringComparer.Ordinal)
        .ThenBy(type => type.FirstEventId)
        .GroupBy(type => (type.EventName, type.Property))
        .Where(property => property.Count() > 1)
        .Select(property => new CatalogFinding(
            "propertyTypeChanged",
            $"{property.Key.Property} of {property.Key.EventName} was first {string.Join(", then ", property.Select(type => Words(type.JsonType)))}.",
            property.Key.EventName,
            Property: property.Key.Property,
            Types:
            [
                .. property.Select(type => new SeenType(
                    type.JsonType, kept.Contains(type.FirstEventId) ? type.FirstEventId : null, TimeOrderedId.TimeOf(type.FirstEventId))),
            ]));

    private static string Words(PropertyType type) => type switch
    {
        PropertyType.Object => "an object",
        PropertyType.Array => "an array",
        PropertyType.String => "a string",
        PropertyType.Number => "a number",
        _ => "true or false",
    };
}

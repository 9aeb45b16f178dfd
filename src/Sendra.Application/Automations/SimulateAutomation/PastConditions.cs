using NodaTime;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>What conditions and frequencies are evaluated on: events as they were sent, and contacts as they are today.</summary>
/// <param name="customFields">The declared fields, by name.</param>
/// <param name="zone">The workspace's time zone.</param>
internal sealed class PastConditions(
    Automation automation, IAutomationHistory history, IReadOnlyDictionary<string, CustomField> customFields, DateTimeZone zone)
{
    /// <summary>By event; missing where the decision depends on none, or where event or contact are gone.</summary>
    public async Task<IReadOnlyDictionary<EventId, ConditionContext>> GatherAsync(
        IReadOnlyList<(string Name, PastEvent Event)> part, CancellationToken cancellationToken)
    {
        PastEvent[] needed = [.. part.Where(one => automation.DependsOnContext(one.Name)).Select(one => one.Event)];
        if (needed.Length == 0)
        {
            return new Dictionary<EventId, ConditionContext>();
        }

        var properties = await history.PropertiesAsync([.. needed.Select(past => past.Id)], cancellationToken);
        var contacts = await history.ContactsAsync([.. needed.Select(past => past.ContactId).Distinct()], cancellationToken);
        PastEvent[] kept = [.. needed.Where(past => properties.ContainsKey(past.Id) && contacts.ContainsKey(past.ContactId))];
        var asked = NeededHistory.Merge(automation.ExitEvents.Append(automation.TriggerEvent).SelectMany(automation.DependsOnHistory));
        var earlier = asked.Count == 0
            ? null
            : await history.EarlierAsync([.. kept.Select(past => (past.Id, contacts[past.ContactId]))], asked, cancellationToken);
        return kept.ToDictionary(
            past => past.Id,
            past => new ConditionContext(
                contacts[past.ContactId],
                customFields,
                properties[past.Id],
                properties[past.Id],
                Instant.FromDateTimeOffset(TimeOrderedId.TimeOf(past.Id)),
                zone,
                earlier?[past.Id]));
    }
}

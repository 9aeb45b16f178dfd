using System.Collections.Frozen;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Ingestion;

/// <summary>What a workspace's events are decided by, as of one version. Immutable in use, shared by all batches.</summary>
public sealed class WorkspaceRules
{
    private readonly FrozenDictionary<string, Automation[]> _listeners;
    private readonly FrozenDictionary<EventSourceId, KnownSource> _sources;

    /// <summary>Sorts out who listens to what.</summary>
    /// <param name="version">The workspace's rules version.</param>
    /// <param name="automations">Its automations; archived ones are left aside.</param>
    /// <param name="customFields">Its declared custom fields.</param>
    /// <param name="sources">Its event sources.</param>
    /// <param name="zone">Its time zone; null for UTC.</param>
    /// <param name="contactZoneField">The custom field that holds a contact's time zone.</param>
    public WorkspaceRules(
        Guid version,
        IEnumerable<Automation> automations,
        IEnumerable<CustomField> customFields,
        IEnumerable<KnownSource> sources,
        DateTimeZone? zone = null,
        string? contactZoneField = null)
    {
        Version = version;
        CustomFields = customFields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Walking = new WalkRules(CustomFields, zone ?? DateTimeZone.Utc, contactZoneField);
        _sources = sources.ToFrozenDictionary(known => known.Source.Id);
        _listeners = automations
            .Where(automation => automation.Status != AutomationStatus.Archived)
            .OrderBy(automation => automation.Id)
            .SelectMany(automation => automation.ExitEvents.Append(automation.TriggerEvent).Distinct(StringComparer.Ordinal), (automation, name) => (automation, name))
            .GroupBy(one => one.name, one => one.automation, StringComparer.Ordinal)
            .ToFrozenDictionary(named => named.Key, named => Bounded([.. named]), StringComparer.Ordinal);
    }

    /// <summary>The workspace's rules version when these were read.</summary>
    public Guid Version { get; }

    /// <summary>The declared custom fields by name.</summary>
    public IReadOnlyDictionary<string, CustomField> CustomFields { get; }

    /// <summary>What walks go by.</summary>
    public WalkRules Walking { get; }

    /// <summary>The automations that an event of this name could concern, oldest first: the order in which they decide.</summary>
    /// <param name="eventName">An event's name.</param>
    public IReadOnlyList<Automation> ListeningTo(string eventName) => _listeners.GetValueOrDefault(eventName, []);

    /// <summary>The event source with this id, or null.</summary>
    public KnownSource? Source(EventSourceId id) => _sources.GetValueOrDefault(id);

    // Any number of drafts may wait for their day; they take part as far as there is room beside those that do something.
    private static Automation[] Bounded(Automation[] listeners)
    {
        var drafts = Listening.MaxListening - listeners.Count(automation => automation.Status != AutomationStatus.Draft);
        return Array.FindAll(listeners, automation => automation.Status != AutomationStatus.Draft || drafts-- > 0);
    }
}

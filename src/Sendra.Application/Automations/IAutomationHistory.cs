using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Automations;

/// <summary>The current workspace's past, as far as an automation has to do with it. Read in short queries that lock nothing.</summary>
public interface IAutomationHistory
{
    /// <summary>Events of a name, oldest first.</summary>
    /// <param name="after">Only those later than this one; null for the oldest.</param>
    /// <param name="first">The smallest id that counts.</param>
    /// <param name="end">The smallest id that no longer counts.</param>
    /// <param name="count">How many at most.</param>
    Task<IReadOnlyList<PastEvent>> ReadAsync(
        string eventName, EventId? after, EventId first, EventId end, int count, CancellationToken cancellationToken);

    /// <summary>When the oldest event of all that are kept was received; null when there is none.</summary>
    Task<DateTimeOffset?> OldestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// How the runs of contacts through an automation stood before the events of a time; a contact that was not in it by
    /// then is missing.
    /// </summary>
    Task<IReadOnlyDictionary<ContactId, PastRuns>> RunsAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The keys by which contacts had been enrolled before the events of a time.</summary>
    Task<IReadOnlyList<(ContactId ContactId, KeyHash Key)>> KeysAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The events that made the runs which were under way then, oldest run first.</summary>
    /// <inheritdoc cref="RunsAtAsync" path="/param" />
    Task<ILookup<ContactId, EventId>> TriggersAtAsync(
        AutomationId automationId, IReadOnlyCollection<ContactId> contactIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>How many contacts these events may be of: never less, but for what comes in meanwhile.</summary>
    /// <param name="enough">Above this, the better of two bounds is looked for.</param>
    Task<long> MostContactsAsync(IReadOnlyCollection<string> eventNames, long enough, CancellationToken cancellationToken);

    /// <summary>The addresses of contacts; one that was erased meanwhile is missing.</summary>
    Task<IReadOnlyDictionary<ContactId, string>> EmailsAsync(IReadOnlyCollection<ContactId> contactIds, CancellationToken cancellationToken);

    /// <summary>What events were sent with; one that was purged meanwhile is missing.</summary>
    Task<IReadOnlyDictionary<EventId, RawJson?>> PropertiesAsync(IReadOnlyCollection<EventId> eventIds, CancellationToken cancellationToken);

    /// <summary>What contacts had done up to each of these events.</summary>
    /// <param name="past">The events with their contacts, each once.</param>
    /// <param name="needed">What is asked of the past, one for each name.</param>
    Task<IReadOnlyDictionary<EventId, EventHistory>> EarlierAsync(
        IReadOnlyList<(EventId EventId, Contact Contact)> past, IReadOnlyList<NeededHistory> needed, CancellationToken cancellationToken);

    /// <summary>Contacts as they are today; one that was erased meanwhile is missing.</summary>
    Task<IReadOnlyDictionary<ContactId, Contact>> ContactsAsync(IReadOnlyCollection<ContactId> contactIds, CancellationToken cancellationToken);
}

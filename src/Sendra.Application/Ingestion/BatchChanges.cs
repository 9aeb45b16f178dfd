using Sendra.Application.Workflows;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>The changes of a batch's requests, saved as a whole or not at all.</summary>
/// <param name="set">What they were decided on.</param>
public sealed class BatchChanges(WorkingSet set)
{
    private readonly List<ReceivedEvent> _events = [];
    private readonly HashSet<Contact> _contacts = [];
    private readonly List<NewAnswer> _answers = [];
    private readonly List<Delivery> _arrived = [];
    private readonly List<(Delivery Delivery, AddressHash AddressHash)> _addresses = [];
    private readonly List<(Delivery Delivery, int SkippedBefore)> _replayed = [];
    private readonly List<MessageReport> _reports = [];
    private readonly List<Enrollment> _senders = [];
    private readonly List<Effect> _effects = [];

    public IReadOnlyList<ReceivedEvent> Events => _events;

    public IReadOnlyList<Contact> NewContacts => set.NewContacts;

    public IReadOnlyList<Contact> ChangedContacts => [.. _contacts.Except(set.NewContacts)];

    /// <summary>Contacts that no longer have the external id that they had. Saved first, so that another may have it.</summary>
    public IReadOnlyList<Contact> Unidentified => [.. set.Unidentified];

    /// <summary>Contacts that got an external id.</summary>
    public IReadOnlyList<Contact> Identified => [.. set.Identified];

    public IReadOnlyList<Enrollment> Begun => [.. set.Runs.SelectMany(runs => runs.Begun)];

    /// <summary>Runs that were already active and have moved or ended.</summary>
    public IReadOnlyList<Enrollment> Moved =>
        [.. set.Runs.SelectMany(runs => runs.Dropped).Union(set.Waits.Reckoned.Union(set.Woken).Where(run => run.Loaded is not null)).Union(_senders)];

    /// <summary>What the outbox had of events that steps send, and what came of it.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    public IReadOnlyList<NewAnswer> Answers => _answers;

    public IReadOnlyList<Delivery> Arrived => _arrived;

    /// <summary>Hashes of the emails that new deliveries hold.</summary>
    public IReadOnlyList<(Delivery Delivery, AddressHash AddressHash)> Addresses => _addresses;

    /// <summary>Deliveries that were replayed, and how many of their items were skipped before.</summary>
    public IReadOnlyList<(Delivery Delivery, int SkippedBefore)> Replayed => _replayed;

    /// <summary>What mail providers reported on messages.</summary>
    public IReadOnlyList<MessageReport> Reports => _reports;

    internal void Add(MessageReport report) => _reports.Add(report);

    internal void Add(IEnumerable<DecidedEvent> decided)
    {
        foreach (var one in decided)
        {
            _events.Add(one.Event);
            _contacts.Add(one.Contact);
        }
    }

    /// <summary>What came of an event that a step sends. Where its run went on, that is saved, too.</summary>
    internal void Add(Effect effect, WaitingRun? moved = null, Contact? contact = null)
    {
        _effects.Add(effect);
        if (moved is not null)
        {
            _senders.Add(moved.Run);
        }

        if (contact is not null)
        {
            _contacts.Add(contact);
        }
    }

    internal void Add(NewAnswer answer) => _answers.Add(answer);

    internal void Add(IncomingDelivery incoming, Delivery delivery, IReadOnlyList<ItemOutcome> outcomes)
    {
        switch (incoming)
        {
            case ArrivedDelivery arrived:
                _arrived.Add(delivery);
                _addresses.AddRange(arrived.AddressesToNote(delivery, outcomes).Select(hash => (delivery, hash)));
                break;
            case ReplayedDelivery replayed:
                _replayed.Add((delivery, replayed.Delivery.SkippedItems));
                break;
        }
    }
}

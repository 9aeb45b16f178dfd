using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Saves what a batch changed, set by set.</summary>
/// <param name="shard">Which counters to use.</param>
/// <param name="watch">What is known of the events' properties.</param>
/// <param name="tallies">Which counters are known to be there.</param>
/// <param name="suppressions">Suppresses addresses.</param>
/// <param name="ids">Makes the ids of messages.</param>
internal sealed class ChangeWriter(BatchChanges changes, int shard, PropertyTypeWatch watch, KnownTallies tallies, IReportedSuppressions suppressions, IdGenerator ids)
{
    private IReadOnlyList<EventPropertyType> _types = [];
    private EventNameTally[] _names = [];
    private EventPeriodTally[] _periods = [];
    private StepTally[] _steps = [];

    public BatchChanges Changes => changes;

    /// <summary>When the first of the saved runs is due.</summary>
    public DateTimeOffset? EarliestDue { get; private set; }

    /// <summary>What the saved runs want done through the outbox.</summary>
    public IReadOnlyList<Effect> Wanted { get; private set; } = [];

    /// <summary>Saves everything; the caller commits.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public async Task SaveAsync(BulkSession session)
    {
        CountedEvent[] counted = [.. changes.Events.Select(row => new CountedEvent(row.WorkspaceId, row.Id, row.EventName, row.Enrolled, row.Exited))];
        _names = Tallying.ByName(counted, shard, 1);
        _periods = Tallying.ByPeriod(counted, shard, 1);
        Enrollment[] runs = [.. changes.Begun, .. changes.Moved];
        _steps = StepTallying.Of(runs, shard);
        EarliestDue = runs.Min(run => run.DueAt);
        Wanted = [.. runs.Select(run => run.Wanted).OfType<Effect>()];
        var cutOff = Array.FindAll(runs, run => run.CutsEffectOff);
        _types = watch.NewIn(changes.Events);
        var changed = changes.ChangedContacts;
        await session.WriteAsync(
            ContactSql.ClearExternalIds.Write(changes.Unidentified),

            // In key order, as all writers make them: who waits for another's new row holds none that the other waits for.
            ContactSql.InsertContacts.Write([.. changes.NewContacts.OrderBy(contact => contact.WorkspaceId).ThenBy(contact => contact.Email, StringComparer.Ordinal)]),
            ContactSql.UpdateContacts.Write(changed),
            ContactSql.SetSearchNames.Write([.. changed.Where(contact => contact.NamesChanged)]),
            ContactSql.SetExternalIds.Write([.. changes.Identified.OrderBy(contact => contact.WorkspaceId).ThenBy(contact => contact.ExternalId, StringComparer.Ordinal)]),
            EventSql.InsertEvents.Write(changes.Events),
            EnrollmentSql.InsertEnrollments.Write(changes.Begun),
            RunSql.SaveRuns.Write(changes.Moved),
            RunSql.InsertVisits.Write([.. runs.SelectMany(run => run.Left)]),
            OutboxSql.Save.Write(changes.Effects),
            OutboxSql.Insert.Write(Wanted),
            MessageSql.Insert.Write(QueuedMail.Of(runs, ids)),
            OutboxSql.CancelUnclaimed.Write(cutOff, everyRow: false),
            MessageSql.Cancel.Write(cutOff, everyRow: false),
            MessageSql.Report.Write([.. changes.Reports.Where(report => report.Feedback.Status is not null)], everyRow: false),
            MessageSql.InsertReports.Write([.. changes.Reports.Select(report => MessageEvent.Of(report.WorkspaceId, ids.Next<MessageEventId>(), report.Feedback, report.At, report.Event))], everyRow: false),
            DeliverySql.InsertDeliveries.Write(changes.Arrived),
            DeliverySql.InsertDeliveryAddresses.Write([.. changes.Addresses
                .Select(one => new DeliveryAddress { WorkspaceId = one.Delivery.WorkspaceId, AddressHash = one.AddressHash, DeliveryId = one.Delivery.Id })]),
            DeliverySql.UpdateDeliveries.Write(changes.Replayed),
            DeliverySql.ForgetDeliveries.Write([.. changes.Replayed.Select(one => one.Delivery)
                .Where(delivery => delivery.Payload is null).Select(delivery => new StoredRow<DeliveryId>(delivery.WorkspaceId, delivery.Id))]),
            AnswerSql.InsertAnswers.Write([.. changes.Answers.Where(answer => answer.ExpiredAt is null)]),
            AnswerSql.RenewAnswers.Write([.. changes.Answers.Where(answer => answer.ExpiredAt is not null)]),
            TallySql.InsertMissingTallies.Write(tallies.Unknown(_names), everyRow: false),
            TallySql.AddToTallies.Write(_names),
            TallySql.InsertMissingPeriodTallies.Write(tallies.Unknown(_periods), everyRow: false),
            TallySql.AddToPeriodTallies.Write(_periods),
            RunSql.InsertMissingTallies.Write(tallies.Unknown(_steps), everyRow: false),
            RunSql.AddToTallies.Write(_steps),
            EventSql.InsertPropertyTypes.Write(_types, everyRow: false));
        await suppressions.WriteAsync(session, changes.Reports);
    }

    /// <summary>Tells what need not be written again. Call after the commit.</summary>
    public void Committed()
    {
        watch.Remember(_types);
        tallies.Remember(_names, _periods);
        tallies.Remember(_steps);
    }
}

using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Messages;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Saves runs with the visits that they left, and counts these.</summary>
internal sealed class RunWriter(WorkflowTools tools, int shard)
{
    private StepTally[] _tallies = [];
    private DateTimeOffset? _earliest;
    private Effect[] _wanted = [];

    /// <summary>Saves everything; the caller commits.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public Task SaveAsync(BulkSession session, IReadOnlyList<Enrollment> runs, IReadOnlyCollection<Contact> contacts)
    {
        _tallies = StepTallying.Of(runs, shard);
        _earliest = runs.Min(run => run.DueAt);
        _wanted = [.. runs.Select(run => run.Wanted).OfType<Effect>()];
        Enrollment[] cutOff = [.. runs.Where(run => run.CutsEffectOff)];
        return session.WriteAsync(
            ContactSql.UpdateContacts.Write([.. contacts]),
            ContactSql.SetSearchNames.Write([.. contacts.Where(contact => contact.NamesChanged)]),
            RunSql.SaveRuns.Write(runs),
            RunSql.InsertVisits.Write([.. runs.SelectMany(run => run.Left)]),
            OutboxSql.Insert.Write(_wanted),
            MessageSql.Insert.Write(QueuedMail.Of(runs, tools.Ids)),
            OutboxSql.CancelUnclaimed.Write(cutOff, everyRow: false),
            MessageSql.Cancel.Write(cutOff, everyRow: false),
            RunSql.InsertMissingTallies.Write(tools.Tallies.Unknown(_tallies), everyRow: false),
            RunSql.AddToTallies.Write(_tallies));
    }

    /// <summary>Call after the commit.</summary>
    public void Committed()
    {
        tools.Tallies.Remember(_tallies);
        tools.Signal.Notify(_earliest);
        tools.Outbox.Notify(_wanted);
    }
}

using Sendra.Application.Workflows;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Persistence.Bulk;

namespace Sendra.Infrastructure.Workflows;

/// <summary>Locks the contacts of some runs in the order that ingestion keeps, and reads the runs again.</summary>
internal static class RunLoader
{
    /// <summary>Loads runs of one workspace; null when the workspace is gone.</summary>
    public static async Task<RunSet?> LoadAsync(BulkSession session, WorkflowTools tools, IReadOnlyList<DueRun> wanted)
    {
        var workspaceId = wanted[0].WorkspaceId;
        var contacts = new Dictionary<ContactId, Contact>();
        Guid? version = null;
        await session.ReadAsync(
            locking: true,
            IngestionSql.SelectContacts.Read(
                [.. wanted.Select(run => run.Email).Distinct().Order(StringComparer.Ordinal).Select(email => (workspaceId, email))],
                row => contacts.Add(row.Id<ContactId>(0), IngestionSql.ReadContact(row))),
            IngestionSql.SelectRulesVersions.Read([workspaceId], row => version = row.Uuid(1)));
        if (version is not { } known)
        {
            return null;
        }

        var rules = await tools.Rules.GetAsync(workspaceId, known);
        var runs = new Dictionary<EnrollmentId, (Enrollment Run, RawJson? Trigger)>();
        var waiting = new List<(Enrollment Run, RawJson? Trigger)>();
        await session.ReadAsync(
            locking: false,
            RunSql.SelectRuns.Read(
                [.. wanted.Select(run => (workspaceId, run.Id))],
                row => runs.Add(row.Id<EnrollmentId>(0), (RunSql.ReadRun(row), RunSql.ReadTrigger(row)))),
            RunSql.SelectWaitingOnContact.Read(
                rules.ContactsAreWaitedOn ? [.. contacts.Keys.Select(id => (workspaceId, id))] : [],
                row => waiting.Add(runs.TryGetValue(row.Id<EnrollmentId>(0), out var same) ? same : (RunSql.ReadRun(row), RunSql.ReadTrigger(row)))));
        var waits = new ContactWaits();
        foreach (var (run, trigger) in waiting)
        {
            waits.Add(await WithWorkflowAsync(tools, run, trigger));
        }

        var ready = new List<WaitingRun>(runs.Count);
        foreach (var (run, trigger) in runs.Values.Where(one => contacts.ContainsKey(one.Run.ContactId)))
        {
            ready.Add(await WithWorkflowAsync(tools, run, trigger));
        }

        return new RunSet(rules, contacts, ready, waits);
    }

    private static async Task<WaitingRun> WithWorkflowAsync(WorkflowTools tools, Enrollment run, RawJson? trigger) =>
        new(run, await tools.Workflows.GetAsync(run.WorkspaceId, run.AutomationId, run.Version), trigger);
}
